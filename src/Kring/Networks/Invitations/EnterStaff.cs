using Kring.Access;
using Kring.Delivery;
using Kring.Organisations;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Invitations;

/// <summary>
/// Enters an invited professional in the staff file of the organisation they were invited for, so that the organisation sees them there and can end it. Whoever left an
/// organisation does not come back to it by an invitation. The organisation has not agreed yet: its administrators get a notice, and until it does, the work opens the networks
/// this person is in and no emergency access to others.
/// </summary>
internal sealed class EnterStaff(Door door, OrganisationsAccess organisations, OrganisationRows rows, NotifyPerson notify, Outbox outbox, TimeProvider time)
{
    /// <returns>False when this person worked there and no longer does.</returns>
    internal async Task<bool> Add(Grant network, OrganisationId organisation, PersonId person, CancellationToken cancel)
    {
        var visit = new Visit(network.Actor, organisation.Office, NetworksPurposes.EnterStaff, Operations.Create, new LoggedObject("staff-member"));
        if ((await door.Enter(visit, cancel)).Grant is not { } office)
            return false;
        var now = time.Moment();
        var work = await office.Rows<StaffMember>().AsNoTracking().Where(s => s.Person == person).Select(s => s.Until).ToListAsync(cancel);
        if (work.Count > 0)
            return work.Exists(until => until is null || until > now);
        var invitation = await network.Rows<Invitation>().SingleAsync(i => i.Id == new InvitationId(network.Actor.Invitation!.Value), cancel);
        rows.AddStaff(office, person, Role.Professional, network.Open(Invitation.NameField, invitation.Id.Value, invitation.Name),
            network.Open(Invitation.FunctionField, invitation.Id.Value, invitation.Function), now, invitation.InvitedBy);
        await Tell(office, organisation, cancel);
        return true;
    }

    // An organisation without an administrator still has a data protection officer.
    private async Task Tell(Grant office, OrganisationId organisation, CancellationToken cancel)
    {
        var administrators = await organisations.AdministratorsOf(organisation, cancel);
        foreach (var administrator in administrators)
            await notify.Add(administrator, NoticeKind.StaffEntered, "/medewerkers", cancel);
        if (administrators.Count == 0)
            outbox.Add(office, NoticeKind.StaffEntered, DeliveryChannel.Mail, (await organisations.Of(organisation, cancel)).OfficerMail, new Dictionary<string, string>(StringComparer.Ordinal) { ["path"] = "/medewerkers" });
    }
}
