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

    /// <summary>Pages for somebody who is not signed in: they are public, or a secret of their own opens them and says as little.</summary>
    private static readonly string[] Public = ["/uitnodiging/", "/wachtwoord-kiezen/", "/wachtwoord-vergeten", "/inloggen"];

    internal static string LinkOf(OutboxItemId id, string path) => IsPublic(path) ? path : $"{Path}{id.Value:N}";

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
        // A secret is for the mail alone.
        return variables?.GetValueOrDefault("path") is { } path && !IsPublic(path) ? path : null;
    }

    private static bool IsPublic(string path) => Array.Exists(Public, start => path.StartsWith(start, StringComparison.Ordinal));
}
