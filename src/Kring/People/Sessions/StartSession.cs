using System.Security.Cryptography;
using Kring.Access;
using Kring.Access.Sealing;
using Kring.People.Devices;
using Kring.Platform;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.Sessions;

/// <summary>Adds a session to somebody's profile; the caller commits it together with what led to it.</summary>
internal sealed class StartSession(LookupIndexes indexes, SessionNames names, TimeProvider time)
{
    /// <returns>The secret for the browser's cookie: 256 random bits that the database never sees.</returns>
    internal async Task<string> Add(Grant grant, string browser, string address, TrustedDeviceId? device, CancellationToken cancel)
    {
        var person = await grant.Rows<Person>().SingleAsync(cancel);
        return AddFor(grant, grant.Open(Person.NameField, person.Id.Value, person.Name), browser, address, device);
    }

    /// <summary>For somebody whose profile is made in the same transaction.</summary>
    internal string AddFor(Grant grant, string name, string browser, string address, TrustedDeviceId? device = null)
    {
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var id = time.NewId<SessionId>();
        var now = time.Moment();
        var session = grant.Add(new Session
        {
            Id = id,
            Compartment = grant.Compartment.Id,
            Person = new PersonId(grant.Compartment.Id.Value),
            Secret = indexes.OfSecret("session", secret),
            Device = device,
            Browser = grant.Seal(Session.BrowserField, id.Value, browser),
            Address = grant.Seal(Session.AddressField, id.Value, address),
            Name = grant.Seal(Session.NameField, id.Value, name),
            StartedAt = now,
            UsedAt = now,
        });
        names.Keep(session, name);
        return secret;
    }
}
