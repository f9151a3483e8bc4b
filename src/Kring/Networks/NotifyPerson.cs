using Kring.Access;
using Kring.Delivery;
using Kring.People;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks;

/// <summary>
/// Puts a notice for somebody in the outbox, in the transaction of its cause. The address comes from their own profile, which a job opens: whoever caused the
/// notice never sees it. Somebody without an account gets nothing. The caller commits.
/// </summary>
internal sealed class NotifyPerson(Door door, PeopleAccess people, Outbox outbox)
{
    /// <param name="path">Where the notice leads within Kring: sealed with it, and not in it.</param>
    /// <param name="preferSms">By SMS when there is a number; mail otherwise, and SMS without a mail address.</param>
    internal async Task Add(PersonId person, NoticeKind kind, string path, CancellationToken cancel, bool preferSms = false)
    {
        var visit = new Visit(Actor.ForJob("notify"), person.Profile, NetworksPurposes.Notify, Operations.Create, new LoggedObject("notice"));
        if ((await door.Enter(visit, cancel)).Grant is not { } profile || !await profile.Rows<Account>().AnyAsync(cancel))
            return;
        var known = await profile.Rows<Person>().AsNoTracking().SingleAsync(cancel);
        var id = known.Id.Value;
        var mail = profile.OpenOrNull(Person.MailField, id, known.Mail);
        var phone = profile.OpenOrNull(Person.PhoneField, id, known.Phone);
        var bySms = phone is not null && (preferSms || mail is null);
        if ((bySms ? phone : mail) is not { } address)
            return;
        var variables = new Dictionary<string, string> { ["name"] = profile.Open(Person.NameField, id, known.Name), ["path"] = path, ["language"] = await people.LanguageOf(person, cancel) ?? "nl" };
        outbox.Add(profile, kind, bySms ? DeliveryChannel.Sms : DeliveryChannel.Mail, address, variables);
    }
}
