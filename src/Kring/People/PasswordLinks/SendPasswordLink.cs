using System.Security.Cryptography;
using Kring.Access;
using Kring.Access.Sealing;
using Kring.Delivery;
using Kring.Law;
using Kring.Platform;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.PasswordLinks;

/// <summary>Mails a link to choose a new password, if the address has an account that is not blocked. Earlier links of the person stop working.</summary>
internal sealed class SendPasswordLink(Door door, PeopleAccess people, LookupIndexes indexes, Outbox outbox, LegalTermsBoard terms, TimeProvider time)
{
    internal const string SecretKind = "password-link";

    internal async Task Run(PasswordLinkAsked asked, CancellationToken cancel)
    {
        if (await people.AccountOf(asked.Mail, cancel) is not { BlockedAt: null } account)
            return;
        // Nobody proved anything yet: it is a job that does this, not the person.
        var visit = new Visit(Actor.ForJob("password-link"), account.Person.Profile, PeoplePurposes.Recover, Operations.Create, new LoggedObject("password-link"));
        if ((await door.Enter(visit, cancel)).Grant is not { } profile)
            return;
        var person = await profile.Rows<Person>().AsNoTracking().SingleAsync(cancel);
        if (profile.OpenOrNull(Person.MailField, person.Id.Value, person.Mail) is not { } mail)
            return;
        var now = time.Moment();
        foreach (var earlier in await profile.Rows<PasswordLink>().Where(l => l.EndedAt == null).ToListAsync(cancel))
            earlier.End(now);
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var endsAt = (await terms.Current(cancel)).EndOf(LegalTermKeys.PasswordLink, now);
        profile.Add(new PasswordLink { Id = time.NewId<PasswordLinkId>(), Compartment = profile.Compartment.Id, Person = account.Person, Secret = indexes.OfSecret(SecretKind, secret), MadeAt = now, EndsAt = endsAt });
        outbox.Add(profile, NoticeKind.PasswordLink, DeliveryChannel.Mail, mail, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = profile.Open(Person.NameField, person.Id.Value, person.Name),
            ["path"] = $"/wachtwoord-vergeten/{secret}",
            ["language"] = asked.Language,
        }, uselessAfter: endsAt, mergeKey: $"password-link/{account.Person}");
        await door.Commit(cancel);
    }
}
