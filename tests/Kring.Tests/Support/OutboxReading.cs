using System.Text.Json;
using Kring.Access;
using Kring.Delivery;
using Kring.Delivery.Dispatch;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Support;

/// <summary>Reads notices in the outbox as the delivery job does: through the door. Sent or not makes no difference.</summary>
internal static class OutboxReading
{
    internal static Task<IReadOnlyList<NoticeInOutbox>> Notices(this KringApp app, PersonId person) => app.In(async services =>
    {
        var visit = new Visit(Actor.ForJob(SendNotice.Job), person.Profile, DeliveryPurposes.Deliver, Operations.Read, new LoggedObject("notice"));
        var grant = (await services.GetRequiredService<Door>().Enter(visit, default)).Grant!;
        var items = await grant.Rows<OutboxItem>().OrderBy(i => i.MadeAt).ToListAsync();
        return (IReadOnlyList<NoticeInOutbox>)items.ConvertAll(i => new NoticeInOutbox(i.Kind, grant.Open(OutboxItem.AddressField, i.Id.Value, i.Address),
            JsonSerializer.Deserialize<Dictionary<string, string>>(grant.Open(OutboxItem.VariablesField, i.Id.Value, i.Variables))!, i.UselessAfter));
    });

    internal static async Task<NoticeInOutbox> LastNotice(this KringApp app, PersonId person) => (await app.Notices(person))[^1];

    internal static async Task<string> LastCode(this KringApp app, PersonId person) => (await app.Notices(person)).Last(n => n.Kind == NoticeKind.LoginCode).Variables["code"];
}

internal sealed record NoticeInOutbox(NoticeKind Kind, string Address, IReadOnlyDictionary<string, string> Variables, DateTimeOffset? UselessAfter);
