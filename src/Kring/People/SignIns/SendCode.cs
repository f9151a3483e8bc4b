using Kring.Access;
using Kring.App.Display;
using Kring.Delivery;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.SignIns;

/// <summary>Gives an attempt to sign in a new code and mails it; the caller commits.</summary>
internal sealed class SendCode(PeopleAccess people, Outbox outbox, MailedCodes codes)
{
    internal async Task Add(Grant grant, SignIn signIn, CancellationToken cancel)
    {
        var person = await grant.Rows<Person>().SingleAsync(cancel);
        if (person.Mail is not { } mail)
            throw new InvalidOperationException("An account without a mail address cannot get a code.");
        var code = await codes.Give(signIn, signIn.Id.Value, cancel);
        outbox.Add(grant, NoticeKind.LoginCode, DeliveryChannel.Mail, grant.Open(Person.MailField, person.Id.Value, mail), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = grant.Open(Person.NameField, person.Id.Value, person.Name),
            ["code"] = code,
            ["language"] = await people.LanguageOf(person.Id, cancel) ?? DisplayCulture.LanguageNow,
        }, uselessAfter: signIn.CodeEndsAt, mergeKey: $"login-code/{person.Id}");
    }
}
