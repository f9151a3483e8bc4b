using System.Globalization;
using System.Security.Cryptography;
using Kring.Access;
using Kring.Access.Sealing;
using Kring.App.Display;
using Kring.Delivery;
using Kring.Law;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.SignIns;

/// <summary>Gives an attempt to sign in a new code and mails it; the caller commits. Kept as a keyed index that holds for this attempt alone.</summary>
internal sealed class SendCode(PeopleAccess people, Outbox outbox, LookupIndexes indexes, LegalTermsBoard terms, TimeProvider time)
{
    internal const int Digits = 6;

    internal async Task Add(Grant grant, SignIn signIn, CancellationToken cancel)
    {
        var person = await grant.Rows<Person>().SingleAsync(cancel);
        if (person.Mail is not { } mail)
            throw new InvalidOperationException("An account without a mail address cannot get a code.");
        var code = RandomNumberGenerator.GetInt32(0, 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var endsAt = (await terms.Current(cancel)).EndOf(LegalTermKeys.LoginCode, time.Moment());
        signIn.GiveCode(IndexOf(signIn.Id, code), endsAt);
        outbox.Add(grant, NoticeKind.LoginCode, DeliveryChannel.Mail, grant.Open(Person.MailField, person.Id.Value, mail), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = grant.Open(Person.NameField, person.Id.Value, person.Name),
            ["code"] = code,
            ["language"] = await people.LanguageOf(person.Id, cancel) ?? DisplayCulture.LanguageNow,
        }, uselessAfter: endsAt, mergeKey: $"login-code/{person.Id}");
    }

    internal LookupIndex IndexOf(SignInId signIn, string code) => indexes.OfSecret("code", $"{signIn.Value:N}/{code}");
}
