using Kring.Access;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Invitations;

/// <summary>Sends an invitation once more, with a fresh link that lives as long as a new one. Not to go round the lock: after it, only where a consent stands.</summary>
internal sealed class RemindInvitation(Door door, SendInvitation send, TimeProvider time)
{
    internal async Task<InvitationChange> Run(Actor actor, NetworkId id, InvitationId invitationId, CancellationToken cancel)
    {
        var visit = new Visit(actor, id.Compartment, NetworksPurposes.Arrange, Operations.Update, new LoggedObject("invitation", invitationId.Value));
        if ((await door.Enter(visit, cancel)).Grant is not { } grant || await grant.Rows<Invitation>().SingleOrDefaultAsync(i => i.Id == invitationId, cancel) is not { } invitation)
            return InvitationChange.NotThere;
        var network = await grant.Rows<CareNetwork>().SingleAsync(cancel);
        var change = invitation.PlanReminder(network.LockedAt(time.Moment()), time.Moment());
        if (change != InvitationChange.Done)
            return change;
        await send.Again(grant, invitation, cancel);
        return await door.CommitHeld(grant, cancel) switch
        {
            HeldCommit.Saved => InvitationChange.Done,
            HeldCommit.NothingChanged => InvitationChange.SomebodyWasFirst,
            HeldCommit.Refused => InvitationChange.NotThere,
        };
    }
}
