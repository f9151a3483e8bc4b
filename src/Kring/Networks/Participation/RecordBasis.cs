using Kring.Access;
using Kring.Networks.Bases;
using Kring.Networks.Enrolment;
using Kring.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Participation;

internal enum BasisOutcome
{
    Recorded,
    NotTheirs,
    /// <summary>No cooperation agreement that is valid today (promise K8).</summary>
    NoAgreement,
    AlreadyBased,
    SomebodyWasFirst,
}

/// <summary>What somebody needs to record a basis: the organisations with an agreement that have none here.</summary>
internal sealed record BasisFormFacts(NetworkHead Head, IReadOnlyList<Organisation> Organisations);

/// <summary>Records on which ground another organisation takes part (promise K6). The coordinator does it, whether the network is locked or not: it lets nobody in by itself, and nobody back in who was out because an earlier one ended.</summary>
internal sealed class RecordBasis(Door door, NetworksAccess networks, OrganisationsAccess organisations, NetworkRows rows, TellWhoDecides tell)
{
    internal async Task<(BasisFormFacts? Facts, GateRefusal Refusal)> Show(Actor actor, NetworkId id, CancellationToken cancel)
    {
        var (grant, refusal) = await door.Enter(new Visit(actor, id.Compartment, NetworksPurposes.Arrange, Operations.Read, new LoggedObject("participation-basis")), cancel);
        if (grant is null)
            return (null, refusal);
        if (grant.Standing is not { Role: Role.Coordinator, ReadOnly: false })
        {
            await door.Refuse(grant, nameof(BasisOutcome.NotTheirs), cancel);
            return (null, GateRefusal.NotAuthorised);
        }

        var based = await grant.Rows<ParticipationBasis>().Where(b => b.EndedAt == null).Select(b => b.Organisation).ToListAsync(cancel);
        return (new BasisFormFacts(await networks.Head(grant, cancel), [.. (await organisations.WithAgreement(cancel)).Where(o => !based.Contains(o.Id))]), GateRefusal.None);
    }

    internal async Task<BasisOutcome> Run(Actor actor, NetworkId id, OrganisationId organisation, RecordedBasis basis, CancellationToken cancel)
    {
        var visit = new Visit(actor, id.Compartment, NetworksPurposes.Arrange, Operations.Create, new LoggedObject("participation-basis"));
        if ((await door.Enter(visit, cancel)).Grant is not { } grant)
            return BasisOutcome.NotTheirs;
        if (grant.Standing.Role != Role.Coordinator)
        {
            await door.Refuse(grant, nameof(BasisOutcome.NotTheirs), cancel);
            return BasisOutcome.NotTheirs;
        }

        if ((await organisations.WithAgreement(cancel)).All(o => o.Id != organisation))
            return BasisOutcome.NoAgreement;
        if (await grant.Rows<ParticipationBasis>().AnyAsync(b => b.Organisation == organisation && b.EndedAt == null, cancel))
            return BasisOutcome.AlreadyBased;
        rows.AddBasis(grant, organisation, basis.Kind, basis.Reference, basis.Date, grant.Person);
        await tell.Run(grant, await grant.Rows<CareNetwork>().SingleAsync(cancel), cancel);
        // Whoever handed over in between may still ask somebody in, so that the gate lets them pass.
        var (me, still) = (grant.Person, grant.Rows<NetworkMembership>().AsNoTracking());
        var held = await door.CommitHeld(grant, () => still.AnyAsync(m => m.Person == me && m.Until == null && m.IsCoordinator, cancel), cancel);
        return held switch
        {
            HeldCommit.Saved => BasisOutcome.Recorded,
            HeldCommit.NothingChanged => BasisOutcome.SomebodyWasFirst,
            HeldCommit.Refused => BasisOutcome.NotTheirs,
        };
    }
}
