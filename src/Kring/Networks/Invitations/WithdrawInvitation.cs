using Kring.Access;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Invitations;

/// <summary>Takes an invitation back: its link is worth nothing from then on. Accepted at the same moment, one of the two stands.</summary>
internal sealed class WithdrawInvitation(Door door, TimeProvider time)
{
    internal async Task<InvitationChange> Run(Actor actor, NetworkId network, InvitationId id, CancellationToken cancel)
    {
        var visit = new Visit(actor, network.Compartment, NetworksPurposes.Arrange, Operations.Update, new LoggedObject("invitation", id.Value));
        if ((await door.Enter(visit, cancel)).Grant is not { } grant || await grant.Rows<Invitation>().SingleOrDefaultAsync(i => i.Id == id, cancel) is not { } invitation)
            return InvitationChange.NotThere;
        var now = time.Moment();
        if (!invitation.OpenAt(now))
            return InvitationChange.NoLongerOpen;
        invitation.WithdrawnAt = now;
        invitation.Version++;
        if (await grant.Rows<WaitingAccount>().SingleOrDefaultAsync(w => w.Invitation == invitation.Id, cancel) is { } waiting)
            grant.Remove(waiting);
        return await door.CommitHeld(grant, cancel) switch
        {
            HeldCommit.Saved => InvitationChange.Done,
            HeldCommit.NothingChanged => InvitationChange.SomebodyWasFirst,
            HeldCommit.Refused => InvitationChange.NotThere,
        };
    }
}
