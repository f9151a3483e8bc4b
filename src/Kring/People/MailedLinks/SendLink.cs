using System.Security.Cryptography;
using Kring.Access;
using Kring.Access.Sealing;
using Kring.Delivery;
using Kring.Law;
using Kring.Platform;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.MailedLinks;

/// <summary>Mails a link, if the address has an account that is not blocked. Earlier links of the person and the sort stop working.</summary>
internal sealed class SendLink(Door door, PeopleAccess people, LookupIndexes indexes, Outbox outbox, LegalTermsBoard terms, TimeProvider time)
{
    internal async Task Run(LinkAsked asked, CancellationToken cancel)
    {
        var kind = LinkKind.Of(asked.Sort);
        if (await people.AccountOf(asked.Mail, cancel) is not { BlockedAt: null } account)
            return;
        // Nobody proved anything yet: it is a job that does this, not the person.
        var visit = new Visit(Actor.ForJob(kind.Key), account.Person.Profile, PeoplePurposes.Recover, Operations.Create, kind.Logged);
        if ((await door.Enter(visit, cancel)).Grant is not { } profile)
            return;
        var person = await profile.Rows<Person>().AsNoTracking().SingleAsync(cancel);
        if (profile.OpenOrNull(Person.MailField, person.Id.Value, person.Mail) is not { } mail)
            return;
        var now = time.Moment();
        await profile.EndMailedLinks(now, cancel, kind.Sort);
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var endsAt = (await terms.Current(cancel)).EndOf(kind.Term, now);
        profile.Add(new MailedLink { Id = time.NewId<MailedLinkId>(), Compartment = profile.Compartment.Id, Person = account.Person, Sort = kind.Sort, Secret = indexes.OfSecret(kind.Key, secret), MadeAt = now, EndsAt = endsAt });
        outbox.Add(profile, kind.Notice, DeliveryChannel.Mail, mail, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = profile.Open(Person.NameField, person.Id.Value, person.Name),
            ["path"] = kind.Path + secret,
            ["language"] = account.Language ?? asked.Language,
        }, uselessAfter: endsAt, mergeKey: $"{kind.Key}/{account.Person}");
        await door.Commit(cancel);
    }
}
