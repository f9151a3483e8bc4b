using System.Globalization;
using Kring.Access;
using Kring.Organisations;
using Kring.Platform;

namespace Kring.Networks.Overview;

/// <param name="Work">What the reader does for organisations now.</param>
internal sealed record NetworkOverview(IReadOnlyList<NetworkCard> Open, IReadOnlyList<NetworkCard> Closed, IReadOnlyList<WorkShown> Work)
{
    /// <summary>Coordinates for an organisation, and so may start a network.</summary>
    internal bool MayStart => Work.Any(w => w.Role == Role.Coordinator);

    /// <summary>Works in a role that may open a network in an emergency.</summary>
    internal bool MayBreakGlass => Work.Any(w => BreakGlass.OpenInEmergency.MayOpen(w.Role));

    internal int Count => Open.Count + Closed.Count;

    /// <summary>Whoever has one network, and nothing else to choose here, goes straight in.</summary>
    internal NetworkCard? Only => Count == 1 && !MayStart && !MayBreakGlass ? Open.Concat(Closed).Single() : null;
}

/// <param name="Organisation">Its name, for whoever is in no network: others do not read it here.</param>
public sealed record WorkShown(Role Role, string? Organisation);

/// <summary>The networks somebody takes part in, the liveliest first. However many there are: one pass of the gate, one commit of the log.</summary>
internal sealed class ListNetworks(Door door, NetworksAccess networks, OrganisationsAccess organisations, IEnumerable<INetworkActivity> activities, TimeProvider time)
{
    internal async Task<NetworkOverview> Run(Actor actor, CancellationToken cancel)
    {
        var person = actor.Person ?? throw new InvalidOperationException("A job has no networks of its own.");
        var visits = (await networks.Of(person, cancel)).Select(id => new Visit(actor, id.Compartment, NetworksPurposes.TakePart, Operations.Read, new LoggedObject("network", id.Value))).ToList();
        var grants = (await door.EnterAll(visits, cancel)).Select(e => e.Grant).OfType<Grant>().ToDictionary(g => new NetworkId(g.Compartment.Id.Value));
        var now = time.Moment();
        var lively = new Dictionary<NetworkId, NetworkActivity>();
        foreach (var activity in activities)
        {
            foreach (var (id, found) in await activity.Of(person, grants.Keys, cancel))
                lively[id] = found;
        }

        var decides = grants.Where(g => g.Value.Standing.Role is Role.CareRecipient or Role.Representative).Select(g => g.Key).ToList();
        var questions = await networks.QuestionsFor(person, decides, cancel);
        var cards = (await networks.Cards(person, grants.Keys, cancel)).Select(card => Open(card, grants[card.Id]))
            .OrderByDescending(c => c.LastAt).ThenBy(c => c.Name, StringComparer.Create(CultureInfo.CurrentCulture, ignoreCase: true)).ToLookup(c => c.State == CareState.Closed);
        var work = await organisations.EmploymentsOf(person, cancel);
        var named = work.Count == 0 || grants.Count > 0 ? null : await organisations.All(cancel);
        return new NetworkOverview([.. cards[false]], [.. cards[true]], [.. work.Select(w => new WorkShown(w.Role, named?[w.Organisation].Name))]);

        NetworkCard Open(SealedCard card, Grant grant)
        {
            var (unread, lastAt) = lively.GetValueOrDefault(card.Id, new NetworkActivity(0, null));
            return new NetworkCard(card.Id, grant.Open(CareNetwork.NameField, card.Id.Value, card.Name), card.Capacity,
                grant.Open(Participation.NetworkMembership.FunctionField, card.Membership.Value, card.Function), card.State, card.LocksAt, now >= card.LocksAt, unread, lastAt,
                questions.GetValueOrDefault(card.Id));
        }
    }
}
