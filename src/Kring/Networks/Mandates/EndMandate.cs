using Kring.Access;
using Kring.Delivery;
using Kring.Networks.Participation;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Mandates;

internal enum EndMandateOutcome
{
    Ended,
    AlreadyEnded,
    TryAgain,
    NotThere,
}

/// <summary>Ends a mandate before its time, and with the last one the part of that representative in the network. The recipient is told.</summary>
internal sealed class EndMandate(Door door, NotifyPerson notify, MembershipChanges changes, TimeProvider time)
{
    internal async Task<(EndMandateOutcome Outcome, GateRefusal Refusal)> Run(Actor actor, NetworkId network, MandateId mandate, CancellationToken cancel)
    {
        var (grant, refusal) = await door.Enter(Visit.Ending(actor, network.Compartment, NetworksPurposes.Represent, new LoggedObject("mandate", mandate.Value)), cancel);
        if (grant is null)
            return (EndMandateOutcome.NotThere, refusal);
        if (await grant.Rows<Mandate>().SingleOrDefaultAsync(m => m.Id == mandate, cancel) is not { } row)
            return (EndMandateOutcome.NotThere, GateRefusal.NoRelation);
        var today = time.Moment().DutchDay();
        if (row.StateOn(today) is MandateState.Ended or MandateState.Expired)
            return (EndMandateOutcome.AlreadyEnded, GateRefusal.None);
        var goesOn = await grant.Rows<Mandate>().AnyAsync(m => m.Person == row.Person && m.Id != mandate && m.EndedAt == null && (m.Until == null || m.Until >= today), cancel);
        var care = await grant.Rows<CareNetwork>().SingleAsync(cancel);
        care.Version++;
        await notify.Add(care.Recipient, NoticeKind.NetworkChanged, $"/netwerken/{network}/vertegenwoordigers", cancel);
        var held = await door.CommitHeld(grant, async () =>
        {
            var now = time.Moment();
            row.EndedAt = now;
            if (!goesOn)
                await EndParticipation(grant, network, row.Person, now, cancel);
            return true;
        }, cancel);
        return held switch
        {
            HeldCommit.Saved => (EndMandateOutcome.Ended, GateRefusal.None),
            HeldCommit.NothingChanged => (EndMandateOutcome.TryAgain, GateRefusal.None),
            HeldCommit.Refused => (EndMandateOutcome.NotThere, GateRefusal.NoRelation),
        };
    }

    private async Task EndParticipation(Grant grant, NetworkId network, PersonId person, DateTimeOffset now, CancellationToken cancel)
    {
        var membership = await grant.Rows<NetworkMembership>().SingleOrDefaultAsync(m => m.Person == person && m.Until == null && m.Capacity == Capacity.Representative, cancel);
        membership?.EndAt(now, MembershipEnd.MandateEnded, grant.Person);
        door.AfterCommit(() => changes.Ended(network, person));
    }
}
