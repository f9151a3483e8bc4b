using System.Text.Json;
using Kring.Access;
using Kring.Delivery;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Networks;

/// <summary>What went out to one address, as the delivery job reads it.</summary>
internal static class Captured
{
    internal static Task<IReadOnlyList<(NoticeKind Kind, IReadOnlyDictionary<string, string> Variables)>> NoticesIn(this KringApp app, CompartmentRef compartment, string address) => app.In(async services =>
    {
        var visit = new Visit(Actor.ForJob("test"), compartment, DeliveryPurposes.Deliver, Operations.Read, new LoggedObject("notice"));
        var grant = (await services.GetRequiredService<Door>().Enter(visit, default)).Grant!;
        var items = await grant.Rows<OutboxItem>().OrderBy(i => i.Id).ToListAsync();
        return (IReadOnlyList<(NoticeKind, IReadOnlyDictionary<string, string>)>)[.. items
            .Where(i => grant.Open(OutboxItem.AddressField, i.Id.Value, i.Address) == address)
            .Select(i => (i.Kind, (IReadOnlyDictionary<string, string>)JsonSerializer.Deserialize<Dictionary<string, string>>(grant.Open(OutboxItem.VariablesField, i.Id.Value, i.Variables))!))];
    });

    /// <summary>The link in the latest invitation to an address.</summary>
    internal static async Task<string> InvitationFor(this KringApp app, CompartmentRef compartment, string address)
        => (await app.NoticesIn(compartment, address)).Last(n => n.Kind == NoticeKind.Invitation).Variables["path"];
}
