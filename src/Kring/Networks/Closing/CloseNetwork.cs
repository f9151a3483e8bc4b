using Kring.Access;
using Kring.Delivery;
using Kring.Networks.Admissions;
using Kring.Networks.Invitations;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Closing;

internal enum CloseOutcome
{
    Closed,
    /// <summary>The right says why not.</summary>
    MayNot,
    TryAgain,
    NotThere,
}

/// <summary>Closes a network: whoever was in it may go on reading, nobody writes, everybody may still stop, nothing that was asked or sent stays open, and retention starts (WGBO 7:454(3)).</summary>
internal sealed class CloseNetwork(Door door, VoiceOf voices, NotifyPerson notify, TimeProvider time)
{
    internal async Task<(CloseOutcome Outcome, CloseRight Right, GateRefusal Refusal)> Run(Actor actor, NetworkId network, CancellationToken cancel)
    {
        var (grant, refusal) = await door.Enter(new Visit(actor, network.Compartment, NetworksPurposes.Arrange, Operations.Update, new LoggedObject("network", network.Value)), cancel);
        if (grant is null)
            return (CloseOutcome.NotThere, CloseRight.NotTheirs, refusal);
        var care = await grant.Rows<CareNetwork>().SingleAsync(cancel);
        var right = care.RightToClose(grant.Standing.Role, await voices.Holder(grant, care, cancel));
        if (right != CloseRight.MayClose)
        {
            await door.Refuse(grant, right.ToString(), cancel);
            return (CloseOutcome.MayNot, right, GateRefusal.None);
        }

        var now = time.Moment();
        care.State = CareState.Closed;
        care.ClosedAt = now;
        care.Version++;
        await EndWhatIsOpen(grant, now, cancel);
        foreach (var person in await grant.Rows<NetworkMembership>().Where(m => m.Until == null && (m.IsCoordinator || m.Capacity == Capacity.CareRecipient)).Select(m => m.Person).ToListAsync(cancel))
            await notify.Add(person, NoticeKind.NetworkChanged, $"/netwerken/{network}/meer", cancel);
        return await door.CommitHeld(grant, cancel) switch
        {
            HeldCommit.Saved => (CloseOutcome.Closed, right, GateRefusal.None),
            HeldCommit.NothingChanged => (CloseOutcome.TryAgain, right, GateRefusal.None),
            HeldCommit.Refused => (CloseOutcome.NotThere, right, GateRefusal.NoRelation),
        };
    }

    private static async Task EndWhatIsOpen(Grant grant, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var request in await grant.Rows<AdmissionRequest>().Where(a => a.State == AdmissionState.Waiting || a.State == AdmissionState.Postponed).ToListAsync(cancel))
            request.Close(AdmissionState.TakenBack, grant.Person, now);
        foreach (var invitation in await grant.Rows<Invitation>().Where(i => i.AcceptedAt == null && i.DeclinedAt == null && i.WithdrawnAt == null).ToListAsync(cancel))
        {
            invitation.WithdrawnAt = now;
            invitation.Version++;
        }
    }
}
