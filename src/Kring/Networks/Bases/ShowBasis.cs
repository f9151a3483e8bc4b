using Kring.Access;
using Kring.Networks.Leaving;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Bases;

/// <param name="People">Who takes part for the organisation now.</param>
/// <param name="GoesOn">This one ended, and the organisation takes part on another.</param>
/// <param name="Coordinators">Who goes on coordinating without the organisation.</param>
/// <param name="Plan">What ending it comes to for this reader; on the page of who decides, taking the consent back.</param>
public sealed record BasisView(NetworkHead Head, BasisId Id, BasisKind Kind, DateOnly Date, string Organisation, string Reference, IReadOnlyList<Involved> People, IReadOnlyList<string> Coordinators, BasisPlan Plan, bool GoesOn = false)
{
    /// <summary>The reader takes part for this organisation.</summary>
    internal bool Own => People.Any(p => p.IsReader);

    internal bool Closed => Head.State == CareState.Closed;
}

public sealed record Involved(string Name, string Function, bool Coordinates, bool IsReader);

/// <summary>One basis, and what ending, correcting or taking it back would mean.</summary>
internal sealed class ShowBasis(Door door, NetworksAccess networks, OrganisationsAccess organisations, VoiceOf voices, WhoGoesOn goesOn)
{
    internal async Task<(BasisView? View, GateRefusal Refusal)> ForCoordinator(Actor actor, NetworkId network, BasisId id, CancellationToken cancel)
    {
        var (grant, refusal) = await door.Enter(new Visit(actor, network.Compartment, NetworksPurposes.Arrange, Operations.Read, new LoggedObject("participation-basis", id.Value)), cancel);
        if (grant is null)
            return (null, refusal);
        if (grant.Standing.Role != Role.Coordinator)
        {
            await door.Refuse(grant, nameof(BasisPlan.NotTheirs), cancel);
            return (null, GateRefusal.NotAuthorised);
        }

        return await View(grant, id, async (care, basis, people) => basis.PlanEnd(true, await goesOn.Without(grant, care, [.. people.Select(m => m.Person)], cancel)), cancel);
    }

    internal async Task<(BasisView? View, GateRefusal Refusal)> ForWhoDecides(Actor actor, NetworkId network, BasisId id, CancellationToken cancel)
    {
        var (grant, refusal) = await door.Enter(new Visit(actor, network.Compartment, NetworksPurposes.Decide, Operations.Read, new LoggedObject("written-consent", id.Value)), cancel);
        if (grant is null)
            return (null, refusal);
        var shown = await View(grant, id, async (care, basis, _) => basis.PlanWithdrawal(await voices.Holder(grant, care, cancel)), cancel);
        if (shown.View is null or { Plan: BasisPlan.NotTheirs or BasisPlan.NotByConsent })
            await door.Refuse(grant, shown.View?.Plan.ToString() ?? "NoSuchBasis", cancel);
        return shown;
    }

    private async Task<(BasisView? View, GateRefusal Refusal)> View(
        Grant grant, BasisId id, Func<CareNetwork, ParticipationBasis, IReadOnlyList<NetworkMembership>, Task<BasisPlan>> plan, CancellationToken cancel)
    {
        if (await grant.Rows<ParticipationBasis>().SingleOrDefaultAsync(b => b.Id == id, cancel) is not { } basis)
            return (null, GateRefusal.NoRelation);
        var care = await grant.Rows<CareNetwork>().SingleAsync(cancel);
        var professionals = await grant.Rows<NetworkMembership>().Where(m => m.Until == null && m.Capacity == Capacity.Professional).OrderBy(m => m.From).ThenBy(m => m.Id).ToListAsync(cancel);
        var people = basis.EndedAt is null ? professionals.FindAll(m => m.Organisation == basis.Organisation) : [];
        var others = professionals.FindAll(m => m.IsCoordinator && m.Organisation != basis.Organisation).ConvertAll(m => grant.Known(m).Name);
        return (new BasisView(await networks.Head(grant, cancel), id, basis.Kind, basis.DocumentDate, (await organisations.All(cancel)).GetValueOrDefault(basis.Organisation)?.Name ?? string.Empty,
            grant.Open(ParticipationBasis.ReferenceField, id.Value, basis.DocumentReference), people.ConvertAll(m => Shown(grant.Known(m), grant.Person)), others, await plan(care, basis, people),
            basis.EndedAt is not null && await grant.Rows<ParticipationBasis>().AnyAsync(b => b.Organisation == basis.Organisation && b.EndedAt == null, cancel)), GateRefusal.None);
    }

    private static Involved Shown(KnownPerson known, PersonId reader) => new(known.Name, known.Function, known.Membership.IsCoordinator, known.Id == reader);
}
