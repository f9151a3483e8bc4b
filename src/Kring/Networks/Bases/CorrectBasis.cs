using Kring.Access;
using Kring.Networks.Enrolment;
using Kring.Networks.Participation;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Bases;

internal enum CorrectOutcome
{
    Corrected,
    /// <summary>What was typed is what stands there.</summary>
    Same,
    /// <summary>The plan says why not.</summary>
    MayNot,
    TryAgain,
    NotThere,
}

internal readonly record struct CorrectResult(CorrectOutcome Outcome, BasisPlan Plan = BasisPlan.Goes, GateRefusal Refusal = GateRefusal.None);

/// <summary>
/// Puts another basis in the place of one that was recorded wrongly or changed: the old one ends and the new one begins in one transaction, so nobody is out in between and what held
/// before stays known. The recipient and who decides for them are told.
/// </summary>
internal sealed class CorrectBasis(Door door, NetworkRows rows, TellWhoDecides tell)
{
    internal async Task<CorrectResult> Run(Actor actor, NetworkId network, BasisId id, RecordedBasis wanted, CancellationToken cancel)
    {
        var visit = new Visit(actor, network.Compartment, NetworksPurposes.Arrange, Operations.Update, new LoggedObject("participation-basis", id.Value));
        var (grant, refusal) = await door.Enter(visit, cancel);
        if (grant is null)
            return new CorrectResult(CorrectOutcome.NotThere, Refusal: refusal);
        var care = await grant.Rows<CareNetwork>().SingleAsync(cancel);
        if (await grant.Rows<ParticipationBasis>().SingleOrDefaultAsync(b => b.Id == id, cancel) is not { } basis)
            return new CorrectResult(CorrectOutcome.NotThere, Refusal: GateRefusal.NoRelation);
        var plan = basis.PlanCorrection(grant.Standing.Role == Role.Coordinator);
        if (plan != BasisPlan.Goes)
        {
            await door.Refuse(grant, plan.ToString(), cancel);
            return new CorrectResult(CorrectOutcome.MayNot, plan);
        }

        if (wanted == new RecordedBasis(basis.Kind, grant.Open(ParticipationBasis.ReferenceField, id.Value, basis.DocumentReference), basis.DocumentDate))
            return new CorrectResult(CorrectOutcome.Same);
        var next = rows.AddBasis(grant, basis.Organisation, wanted.Kind, wanted.Reference, wanted.Date, grant.Person);
        basis.EndAt(next.RecordedAt, BasisEnd.Corrected, grant.Person);
        care.Version++;
        await tell.Run(grant, care, cancel);
        return await door.CommitHeld(grant, cancel) switch
        {
            HeldCommit.Saved => new CorrectResult(CorrectOutcome.Corrected),
            HeldCommit.NothingChanged => new CorrectResult(CorrectOutcome.TryAgain),
            HeldCommit.Refused => new CorrectResult(CorrectOutcome.NotThere, Refusal: GateRefusal.NoRelation),
        };
    }
}
