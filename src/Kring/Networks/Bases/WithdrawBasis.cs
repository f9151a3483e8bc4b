using Kring.Access;
using Kring.Networks.Admissions;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Bases;

internal enum WithdrawBasisOutcome
{
    Withdrawn,
    /// <summary>The plan says why not.</summary>
    MayNot,
    TryAgain,
    NotThere,
}

internal readonly record struct WithdrawBasisResult(WithdrawBasisOutcome Outcome, BasisPlan Plan = BasisPlan.Goes, GateRefusal Refusal = GateRefusal.None);

/// <summary>
/// Takes back the written consent on which an organisation takes part (AVG art. 7(3); from 12 on by the recipient too, UAVG art. 5), and with it the yes to each of its people. No
/// reason is asked and nobody is told, so that it can be done in silence. Also in a closed network.
/// </summary>
internal sealed class WithdrawBasis(Door door, VoiceOf voices, LetOrganisationGo letGo, TimeProvider time)
{
    internal async Task<WithdrawBasisResult> Run(Actor actor, NetworkId network, BasisId id, CancellationToken cancel)
    {
        var (grant, refusal) = await door.Enter(Visit.Ending(actor, network.Compartment, NetworksPurposes.Decide, new LoggedObject("written-consent", id.Value)), cancel);
        if (grant is null)
            return new WithdrawBasisResult(WithdrawBasisOutcome.NotThere, Refusal: refusal);
        var care = await grant.Rows<CareNetwork>().SingleAsync(cancel);
        if (await grant.Rows<ParticipationBasis>().SingleOrDefaultAsync(b => b.Id == id, cancel) is not { } basis)
            return new WithdrawBasisResult(WithdrawBasisOutcome.NotThere, Refusal: GateRefusal.NoRelation);
        var plan = basis.PlanWithdrawal(await voices.Holder(grant, care, cancel));
        if (plan != BasisPlan.Goes)
        {
            await door.Refuse(grant, plan.ToString(), cancel);
            return new WithdrawBasisResult(WithdrawBasisOutcome.MayNot, plan);
        }

        var held = await door.CommitHeld(grant, async () =>
        {
            var now = time.Moment();
            basis.EndAt(now, BasisEnd.ConsentWithdrawn, grant.Person);
            await WithdrawConsents(grant, await letGo.Run(grant, care, basis.Organisation, MembershipEnd.ConsentWithdrawn, now, cancel), now, cancel);
            return true;
        }, cancel);
        return held switch
        {
            HeldCommit.Saved => new WithdrawBasisResult(WithdrawBasisOutcome.Withdrawn),
            HeldCommit.NothingChanged => new WithdrawBasisResult(WithdrawBasisOutcome.TryAgain),
            HeldCommit.Refused => new WithdrawBasisResult(WithdrawBasisOutcome.NotThere, Refusal: GateRefusal.NoRelation),
        };
    }

    private static async Task WithdrawConsents(Grant grant, GoneWith gone, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var consent in await grant.Rows<Consent>().Where(c => c.Given && c.WithdrawnAt == null).ToListAsync(cancel))
        {
            if (gone.Admissions.Contains(consent.Admission) || (consent.Person is { } person && gone.People.Contains(person)))
                consent.Withdraw(grant.Person, now);
        }
    }
}
