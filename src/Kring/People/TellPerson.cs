using Kring.Access;
using Kring.Delivery;
using Microsoft.EntityFrameworkCore;

namespace Kring.People;

/// <summary>
/// Puts a notice for somebody in the outbox, in the transaction of its cause. A job opens the address: whoever caused the notice never sees it. The caller commits.
/// </summary>
internal sealed class TellPerson(Door door, Outbox outbox)
{
    /// <param name="path">A path within Kring that says nothing to a stranger; null for none.</param>
    /// <param name="everyChannel">By SMS as well, when a number is known.</param>
    internal async Task Add(PersonId person, NoticeKind kind, string? path, CancellationToken cancel, bool everyChannel = false)
    {
        var visit = new Visit(Actor.ForJob("notify"), person.Profile, PeoplePurposes.Notify, Operations.Create, new LoggedObject("notice"));
        if ((await door.Enter(visit, cancel)).Grant is not { } profile)
            return;
        var known = await profile.Rows<Person>().AsNoTracking().SingleAsync(cancel);
        var id = known.Id.Value;
        var variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = profile.Open(Person.NameField, id, known.Name), ["language"] = "nl" };
        if (path is not null)
            variables["path"] = path;
        if (profile.OpenOrNull(Person.MailField, id, known.Mail) is { } mail)
            outbox.Add(profile, kind, DeliveryChannel.Mail, mail, variables);
        if (everyChannel && profile.OpenOrNull(Person.PhoneField, id, known.Phone) is { } phone)
            outbox.Add(profile, kind, DeliveryChannel.Sms, phone, variables);
    }
}
