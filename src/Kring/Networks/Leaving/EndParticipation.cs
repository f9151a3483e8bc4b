using Kring.Access;
using Kring.Networks.Admissions;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Leaving;

internal enum EndOutcome
{
    Ended,
    /// <summary>The plan says why not.</summary>
    MayNot,
    ReasonMissing,
    TryAgain,
    NotThere,
}

internal readonly record struct EndResult(EndOutcome Outcome, EndPlan Plan = EndPlan.NotTheirs, GateRefusal Refusal = GateRefusal.None);

/// <summary>Ends somebody's participation, from the next request on, open streams included. What they wrote stays, as does the record that they took part.</summary>
internal sealed class EndParticipation(Door door, NetworksAccess networks, VoiceOf voices, WhoGoesOn goesOn, MembershipChanges changes, TimeProvider time)
{
    internal const int LongestReason = 1000;

    internal async Task<EndResult> Run(Actor actor, NetworkId network, MembershipId membership, string? reason, CancellationToken cancel)
    {
        var leaves = await networks.OwnMembership(actor.Person!.Value, network, cancel) == membership;
        var purpose = leaves ? NetworksPurposes.TakePart : NetworksPurposes.Arrange;
        var (grant, refusal) = await door.Enter(Visit.Ending(actor, network.Compartment, purpose, new LoggedObject("participant", membership.Value)), cancel);
        if (grant is null)
            return new EndResult(EndOutcome.NotThere, Refusal: refusal);
        if (await grant.Rows<NetworkMembership>().SingleOrDefaultAsync(m => m.Id == membership, cancel) is not { } target)
            return new EndResult(EndOutcome.NotThere, Refusal: GateRefusal.NoRelation);
        var now = time.Moment();
        var care = await grant.Rows<CareNetwork>().SingleAsync(cancel);
        var by = await grant.Rows<NetworkMembership>().SingleOrDefaultAsync(m => m.Person == grant.Person && m.Until == null, cancel);
        var plan = target.PlanEnd(by, await voices.Holder(grant, care, cancel), !leaves || await goesOn.Without(grant, care, grant.Person, cancel), now);
        if (!plan.Goes())
        {
            await door.Refuse(grant, plan.ToString(), cancel);
            return new EndResult(EndOutcome.MayNot, plan);
        }

        if (plan == EndPlan.RemoveWithReason && string.IsNullOrWhiteSpace(reason))
            return new EndResult(EndOutcome.ReasonMissing, plan);
        care.Version++;
        door.AfterCommit(() => changes.Ended(network, target.Person));
        var held = await door.CommitHeld(grant, async () =>
        {
            // The moment in which it is saved: what they said while this waited came before.
            var end = time.Moment();
            End(grant, target, plan, reason, end);
            if (plan == EndPlan.Remove)
                await WithdrawConsents(grant, target.Person, end, cancel);
            return true;
        }, cancel);
        return held switch
        {
            HeldCommit.Saved => new EndResult(EndOutcome.Ended, plan),
            HeldCommit.NothingChanged => new EndResult(EndOutcome.TryAgain, plan),
            HeldCommit.Refused => new EndResult(EndOutcome.NotThere, plan, GateRefusal.NoRelation),
        };
    }

    private static void End(Grant grant, NetworkMembership target, EndPlan plan, string? reason, DateTimeOffset now)
    {
        target.EndAt(now, plan == EndPlan.Leave ? MembershipEnd.Left : MembershipEnd.Removed, grant.Person);
        target.EndReason = plan == EndPlan.RemoveWithReason ? grant.SealOrNull(NetworkMembership.EndReasonField, target.Id.Value, reason?.Trim()) : null;
    }

    /// <summary>Whoever lets somebody stop takes back the yes that let them in.</summary>
    private static async Task WithdrawConsents(Grant grant, PersonId person, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var consent in await grant.Rows<Consent>().Where(c => c.Person == person && c.Given && c.WithdrawnAt == null).ToListAsync(cancel))
            consent.Withdraw(grant.Person, now);
    }
}
