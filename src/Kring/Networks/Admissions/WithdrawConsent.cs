using Kring.Access;
using Kring.Networks.Invitations;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Admissions;

internal enum WithdrawOutcome
{
    Withdrawn,
    /// <summary>The voice is missing; it says why.</summary>
    MayNot,
    /// <summary>There is no consent that still holds.</summary>
    NothingGiven,
    TryAgain,
    NotThere,
}

internal readonly record struct WithdrawResult(WithdrawOutcome Outcome, CareVoice Voice = CareVoice.Own, GateRefusal Refusal = GateRefusal.None);

/// <summary>
/// Takes a consent back (AVG art. 7(3); from 12 on by the recipient too, UAVG art. 5): ends the participation that came from it, or the invitation that nobody accepted yet.
/// Whoever represents the care recipient by now does so by a mandate, and goes on. Nobody is told, so that it can be done in silence.
/// </summary>
internal sealed class WithdrawConsent(Door door, VoiceOf voices, MembershipChanges changes, TimeProvider time)
{
    internal async Task<WithdrawResult> Run(Actor actor, NetworkId network, AdmissionId admission, CancellationToken cancel)
    {
        var entrance = await door.Enter(Visit.Ending(actor, network.Compartment, NetworksPurposes.Decide, new LoggedObject("consent", admission.Value)), cancel);
        if (entrance.Grant is not { } grant)
            return new WithdrawResult(WithdrawOutcome.NotThere, Refusal: entrance.Refusal);
        if (await grant.Rows<Consent>().SingleOrDefaultAsync(c => c.Admission == admission, cancel) is not { } consent)
            return new WithdrawResult(WithdrawOutcome.NotThere, Refusal: GateRefusal.NoRelation);
        var care = await grant.Rows<CareNetwork>().SingleAsync(cancel);
        var voice = await voices.Holder(grant, care, cancel);
        if (!voice.Objects)
        {
            await door.Refuse(grant, voice.Kind.ToString(), cancel);
            return new WithdrawResult(WithdrawOutcome.MayNot, voice.Kind);
        }

        if (!consent.Holds)
            return new WithdrawResult(WithdrawOutcome.NothingGiven);
        care.Version++;
        var held = await door.CommitHeld(grant, async () =>
        {
            var now = time.Moment();
            consent.Withdraw(grant.Person, now);
            await EndInvitation(grant, admission, now, cancel);
            await EndParticipation(grant, care.Id, consent, now, cancel);
            return true;
        }, cancel);
        return held switch
        {
            HeldCommit.Saved => new WithdrawResult(WithdrawOutcome.Withdrawn),
            HeldCommit.NothingChanged => new WithdrawResult(WithdrawOutcome.TryAgain),
            HeldCommit.Refused => new WithdrawResult(WithdrawOutcome.NotThere, Refusal: GateRefusal.NoRelation),
        };
    }

    private static async Task EndInvitation(Grant grant, AdmissionId admission, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var invitation in await grant.Rows<Invitation>().Where(i => i.Admission == admission && i.AcceptedAt == null && i.WithdrawnAt == null).ToListAsync(cancel))
        {
            invitation.WithdrawnAt = now;
            invitation.Version++;
        }
    }

    private async Task EndParticipation(Grant grant, NetworkId network, Consent consent, DateTimeOffset now, CancellationToken cancel)
    {
        if (consent.Membership is not { } id || await grant.Rows<NetworkMembership>().SingleOrDefaultAsync(m => m.Id == id && m.Until == null, cancel) is not { } membership)
            return;
        membership.EndAt(now, MembershipEnd.ConsentWithdrawn, grant.Person);
        door.AfterCommit(() => changes.Ended(network, membership.Person));
    }
}
