using System.Text.Json;
using Kring.Access;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Delivery.Notices;

/// <summary>
/// The link in a notice. It says nothing, also not which network it is about; where it leads is sealed with the notice, and opens for whoever it was sent to: the person of the profile,
/// or the data protection officer of the organisation. For anybody else it does not exist.
/// </summary>
internal sealed class FollowNotice(Door door, DeliveryAccess access)
{
    internal const string Path = "/m/";

    /// <summary>An invitation goes to somebody without an account, and its own secret says as little.</summary>
    internal static string LinkOf(OutboxItemId id, NoticeKind kind, string path) => kind == NoticeKind.Invitation ? path : $"{Path}{id.Value:N}";

    /// <returns>A path within Kring, or null.</returns>
    internal async Task<string?> Run(Actor actor, OutboxItemId id, CancellationToken cancel)
    {
        if (await access.CompartmentOf(id, cancel) is not { } compartment)
            return null;
        var visit = new Visit(actor, compartment, DeliveryPurposes.Follow, Operations.Read, new LoggedObject("notice-link", id.Value));
        if ((await door.Enter(visit, cancel)).Grant is not { } grant)
            return null;
        var item = await grant.Rows<OutboxItem>().AsNoTracking().SingleAsync(i => i.Id == id, cancel);
        var variables = JsonSerializer.Deserialize<Dictionary<string, string>>(grant.Open(OutboxItem.VariablesField, id.Value, item.Variables));
        return item.Kind == NoticeKind.Invitation ? null : variables?.GetValueOrDefault("path");
    }
}
