using Kring.Access;
using Kring.Networks.Leaving;
using Kring.Networks.Participation;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Bases;

internal enum EndBasisOutcome
{
    Ended,
    /// <summary>The plan says why not.</summary>
    MayNot,
    ReasonMissing,
    TryAgain,
    NotThere,
}

internal readonly record struct EndBasisResult(EndBasisOutcome Outcome, BasisPlan Plan = BasisPlan.Goes, GateRefusal Refusal = GateRefusal.None);

/// <summary>
/// Ends the basis on which an organisation takes part: its people are out from the next request on, open pages included. The coordinator does it and says why; the recipient and who
/// decides for them are told. Also in a closed network.
/// </summary>
internal sealed class EndBasis(Door door, LetOrganisationGo letGo, WhoGoesOn goesOn, TellWhoDecides tell, TimeProvider time)
{
    internal async Task<EndBasisResult> Run(Actor actor, NetworkId network, BasisId id, string? reason, CancellationToken cancel)
    {
        var (grant, refusal) = await door.Enter(Visit.Ending(actor, network.Compartment, NetworksPurposes.Arrange, new LoggedObject("participation-basis", id.Value)), cancel);
        if (grant is null)
            return new EndBasisResult(EndBasisOutcome.NotThere, Refusal: refusal);
        // Before all that is judged: whatever changes who takes part meanwhile makes this one start again.
        var care = await grant.Rows<CareNetwork>().SingleAsync(cancel);
        if (await grant.Rows<ParticipationBasis>().SingleOrDefaultAsync(b => b.Id == id, cancel) is not { } basis)
            return new EndBasisResult(EndBasisOutcome.NotThere, Refusal: GateRefusal.NoRelation);
        var plan = basis.PlanEnd(grant.Standing.Role == Role.Coordinator, await OthersAct(grant, care, basis, cancel));
        if (plan != BasisPlan.Goes)
        {
            await door.Refuse(grant, plan.ToString(), cancel);
            return new EndBasisResult(EndBasisOutcome.MayNot, plan);
        }

        if (string.IsNullOrWhiteSpace(reason))
            return new EndBasisResult(EndBasisOutcome.ReasonMissing);
        basis.EndReason = grant.SealOrNull(ParticipationBasis.EndReasonField, id.Value, reason.ReplaceLineEndings("\n").Trim());
        await tell.Run(grant, care, cancel);
        var held = await door.CommitHeld(grant, async () =>
        {
            var now = time.Moment();
            basis.EndAt(now, BasisEnd.Ended, grant.Person);
            await letGo.Run(grant, care, basis.Organisation, MembershipEnd.BasisEnded, now, cancel);
            return true;
        }, cancel);
        return held switch
        {
            HeldCommit.Saved => new EndBasisResult(EndBasisOutcome.Ended),
            HeldCommit.NothingChanged => new EndBasisResult(EndBasisOutcome.TryAgain),
            HeldCommit.Refused => new EndBasisResult(EndBasisOutcome.NotThere, Refusal: GateRefusal.NoRelation),
        };
    }

    private async Task<bool> OthersAct(Grant grant, CareNetwork care, ParticipationBasis basis, CancellationToken cancel)
        => await goesOn.Without(grant, care, await grant.Rows<NetworkMembership>().Where(m => m.Organisation == basis.Organisation && m.Until == null).Select(m => m.Person).ToListAsync(cancel), cancel);
}
