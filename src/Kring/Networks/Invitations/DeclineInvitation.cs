using Kring.Access;
using Kring.Access.Sealing;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Invitations;

/// <summary>Says no to an invitation, by whoever holds its link. Needs no account, and tells nothing of the network.</summary>
internal sealed class DeclineInvitation(Door door, NetworksAccess networks, LookupIndexes indexes, TimeProvider time)
{
    /// <returns>False when it was no longer open.</returns>
    internal async Task<bool> Run(Actor? known, string secret, CancellationToken cancel)
    {
        if (await networks.InvitationBehind(indexes.OfInvitation(secret), cancel) is not { } found)
            return false;
        var visit = new Visit(Actor.Invited(found.Id.Value, known?.Person, known?.Session), new CompartmentRef(CompartmentKind.Network, found.Compartment), NetworksPurposes.TakePart, Operations.Update, new LoggedObject("invitation", found.Id.Value));
        if ((await door.Enter(visit, cancel)).Grant is not { } grant)
            return false;
        var invitation = await grant.Rows<Invitation>().SingleAsync(i => i.Id == found.Id, cancel);
        if (!invitation.OpenAt(time.Moment()))
            return false;
        invitation.DeclinedAt = time.Moment();
        invitation.Version++;
        if (await grant.Rows<WaitingAccount>().SingleOrDefaultAsync(w => w.Invitation == invitation.Id, cancel) is { } waiting)
            grant.Remove(waiting);
        return await door.Commit(cancel);
    }
}
