using System.Security.Cryptography;
using Kring.Access;
using Kring.Access.Sealing;
using Kring.People.Devices;
using Kring.Platform;
using Microsoft.AspNetCore.WebUtilities;

namespace Kring.People.Sessions;

/// <summary>Adds a session to somebody's profile; the caller commits it together with what led to it.</summary>
internal sealed class StartSession(LookupIndexes indexes, TimeProvider time)
{
    /// <returns>The secret for the browser's cookie: 256 random bits that the database never sees.</returns>
    internal string Add(Grant grant, string browser, string address, TrustedDeviceId? device)
    {
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var id = time.NewId<SessionId>();
        var now = time.Moment();
        grant.Add(new Session
        {
            Id = id,
            Compartment = grant.Compartment.Id,
            Person = new PersonId(grant.Compartment.Id.Value),
            Secret = indexes.OfSecret("session", secret),
            Device = device,
            Browser = grant.Seal(Session.BrowserField, id.Value, browser),
            Address = grant.Seal(Session.AddressField, id.Value, address),
            StartedAt = now,
            UsedAt = now,
        });
        return secret;
    }
}
