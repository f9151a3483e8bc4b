using Kring.Access;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Organisations;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Leaving;

/// <param name="Plan">What stopping this participation comes to for this reader.</param>
internal sealed record Leaver(NetworkMembership Membership, string Name, string Function, string? Organisation, EndPlan Plan);

/// <param name="Self">The reader is the care recipient.</param>
/// <param name="People">Everybody who takes part now.</param>
/// <param name="Ended">The name of whose participation was asked about, once it has ended.</param>
internal sealed record Leavers(NetworkHead Head, bool Self, IReadOnlyList<Leaver> People, string? Ended = null)
{
    /// <summary>Who coordinates when somebody is gone.</summary>
    internal IReadOnlyList<string> CoordinatorsWithout(MembershipId gone) => [.. People.Where(p => p.Membership.IsCoordinator && p.Membership.Id != gone).Select(p => p.Name)];
}

/// <summary>Whom somebody may let stop: for the care recipient everybody, for anyone else themselves.</summary>
internal sealed class ListLeavers(Door door, NetworksAccess networks, OrganisationsAccess organisations, VoiceOf voices, WhoGoesOn goesOn, TimeProvider time)
{
    internal async Task<(Leavers? View, GateRefusal Refusal)> Run(Actor actor, NetworkId network, CancellationToken cancel, MembershipId? ended = null)
    {
        var (grant, refusal) = await door.Enter(new Visit(actor, network.Compartment, NetworksPurposes.TakePart, Operations.Read, new LoggedObject("people")), cancel);
        if (grant is null)
            return (null, refusal);
        var now = time.Moment();
        var care = await grant.Rows<CareNetwork>().SingleAsync(cancel);
        var voice = await voices.Holder(grant, care, cancel);
        var names = await organisations.All(cancel);
        var memberships = await grant.Rows<NetworkMembership>().Where(m => m.Until == null).OrderBy(m => m.From).ThenBy(m => m.Id).ToListAsync(cancel);
        var own = memberships.Find(m => m.Person == grant.Person);
        var othersAct = own is not { IsCoordinator: true } || await goesOn.Without(grant, care, grant.Person, cancel);
        var people = memberships.ConvertAll(m =>
        {
            var known = grant.Known(m);
            return new Leaver(m, known.Name, known.Function, m.Organisation is { } id ? names.GetValueOrDefault(id)?.Name : null, m.PlanEnd(own, voice, othersAct, now));
        });
        var gone = ended is null ? null : await grant.Rows<NetworkMembership>().SingleOrDefaultAsync(m => m.Id == ended && m.Until != null, cancel);
        return (new Leavers(await networks.Head(grant, cancel), care.Recipient == grant.Person, people, gone is null ? null : grant.Known(gone).Name), GateRefusal.None);
    }
}
