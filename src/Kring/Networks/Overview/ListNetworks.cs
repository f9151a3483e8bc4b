using System.Globalization;
using Kring.Access;
using Kring.Organisations;
using Kring.Platform;

namespace Kring.Networks.Overview;

/// <param name="MayStart">Coordinates for an organisation, and so may start a network.</param>
/// <param name="MayBreakGlass">Works in a role that may open a network in an emergency.</param>
internal sealed record NetworkOverview(IReadOnlyList<NetworkCard> Open, IReadOnlyList<NetworkCard> Closed, bool MayStart, bool MayBreakGlass = false)
{
    internal int Count => Open.Count + Closed.Count;

    /// <summary>Whoever has one network, and nothing else to choose here, goes straight in.</summary>
    internal NetworkCard? Only => Count == 1 && !MayStart && !MayBreakGlass ? Open.Concat(Closed).Single() : null;
}

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
        return new NetworkOverview([.. cards[false]], [.. cards[true]], work.Any(w => w.Role == Role.Coordinator), work.Any(w => BreakGlass.OpenInEmergency.MayOpen(w.Role)));

        NetworkCard Open(SealedCard card, Grant grant)
        {
            var (unread, lastAt) = lively.GetValueOrDefault(card.Id, new NetworkActivity(0, null));
            return new NetworkCard(card.Id, grant.Open(CareNetwork.NameField, card.Id.Value, card.Name), card.Capacity,
                grant.Open(Participation.NetworkMembership.FunctionField, card.Membership.Value, card.Function), card.State, card.LocksAt, now >= card.LocksAt, unread, lastAt,
                questions.GetValueOrDefault(card.Id));
        }
    }
}
