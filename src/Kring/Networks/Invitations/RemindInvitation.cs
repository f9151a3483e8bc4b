using Kring.Access;
using Kring.Delivery;
using Kring.Networks.Admissions;
using Kring.Networks.Participation;
using Kring.Organisations;
using Kring.People;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Invitations;

/// <summary>
/// Sends an invitation once more, with a fresh link that lives as long as a new one. Not to go round the lock: after it, only where a consent stands. No link is sent that would open
/// nothing.
/// </summary>
internal sealed class RemindInvitation(Door door, OrganisationsAccess organisations, PeopleAccess people, SendInvitation send, TimeProvider time)
{
    internal async Task<InvitationChange> Run(Actor actor, NetworkId id, InvitationId invitationId, CancellationToken cancel)
    {
        var visit = new Visit(actor, id.Compartment, NetworksPurposes.Arrange, Operations.Update, new LoggedObject("invitation", invitationId.Value));
        if ((await door.Enter(visit, cancel)).Grant is not { } grant || await grant.Rows<Invitation>().SingleOrDefaultAsync(i => i.Id == invitationId, cancel) is not { } invitation)
            return InvitationChange.NotThere;
        var network = await grant.Rows<CareNetwork>().SingleAsync(cancel);
        var change = invitation.PlanReminder(network.LockedAt(time.Moment()), time.Moment(), await Obstacle(grant, invitation, cancel));
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

    private async Task<InvitationChange?> Obstacle(Grant grant, Invitation invitation, CancellationToken cancel)
    {
        if (await Superseded(grant, invitation, cancel)) return InvitationChange.Superseded;
        if (!await OpenInvitation.StillWanted(grant, invitation, organisations, time.Moment(), cancel)) return InvitationChange.InviterGone;
        if (invitation.Organisation is not { } organisation) return null;
        var based = await grant.Rows<ParticipationBasis>().AnyAsync(b => b.Organisation == organisation && b.EndedAt == null, cancel);
        return based && await organisations.MayTakePart(organisation, cancel) ? null : InvitationChange.OrganisationOut;
    }

    private async Task<bool> Superseded(Grant grant, Invitation invitation, CancellationToken cancel)
    {
        if (invitation.Person is { } enrolled)
            return await people.HasAccount(enrolled, cancel);
        var (id, index, sent) = (invitation.Id, invitation.AddressIndex, invitation.InvitedAt);
        if (await grant.Rows<Invitation>().AnyAsync(i => i.AddressIndex == index && i.Id != id && i.WithdrawnAt == null && i.InvitedAt >= sent, cancel)
            || await grant.Rows<AdmissionRequest>().AnyAsync(a => a.AddressIndex == index && (a.State == AdmissionState.Waiting || a.State == AdmissionState.Postponed), cancel))
            return true;
        var address = InvitationAddress.Read(grant.Open(Invitation.AddressField, id.Value, invitation.Address))!;
        return address.Channel == DeliveryChannel.Mail && (await people.AccountOf(address.Value, cancel))?.Person is { } person
            && await grant.Rows<NetworkMembership>().AnyAsync(m => m.Person == person && m.Until == null, cancel);
    }
}
