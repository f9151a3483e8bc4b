using Kring.Access;
using Kring.Access.Sealing;
using Kring.Organisations;
using Kring.Organisations.Staff;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.Staff;

/// <summary>An invitation to work for an organisation, as its link shows it.</summary>
internal sealed record OpenedStaffInvitation(JoinPlan Plan, StaffInvitationId Id = default, Organisation? Organisation = null, Role Role = default, string JobTitle = "", string Name = "", string Mail = "")
{
    /// <summary>Enough to recognise one's own address, too little for anybody else: "j•••@voorbeeld.nl".</summary>
    internal string MaskedMail => $"{Mail[0]}•••{Mail[Mail.LastIndexOf('@')..]}";
}

/// <summary>Finds the invitation behind a link. Looking changes nothing: mail scanners open links too.</summary>
internal sealed class OpenStaffInvitation(Door door, OrganisationsAccess organisations, PeopleAccess people, LookupIndexes indexes, TimeProvider time)
{
    internal const string SecretKind = "staff-invitation";

    internal async Task<OpenedStaffInvitation> Run(Actor? known, string secret, CancellationToken cancel)
    {
        if (await organisations.InvitationBehind(indexes.OfSecret(SecretKind, secret), cancel) is not { } invitation)
            return new OpenedStaffInvitation(JoinPlan.Over);
        var office = new CompartmentRef(CompartmentKind.Organisation, invitation.Compartment);
        var visit = new Visit(Actor.Invited(invitation.Id.Value, known?.Person, known?.Session), office, OrganisationsPurposes.Join, Operations.Read, new LoggedObject("staff-invitation", invitation.Id.Value));
        if ((await door.Enter(visit, cancel)).Grant is not { } grant || !await StillWanted(grant, invitation, people, time.Moment(), cancel))
            return new OpenedStaffInvitation(JoinPlan.Over, invitation.Id);
        var id = invitation.Id.Value;
        var mail = grant.Open(StaffInvitation.MailField, id, invitation.Mail);
        return new OpenedStaffInvitation(invitation.PlanJoining(known?.Person, (await people.AccountOf(mail, cancel))?.Person, time.Moment()), invitation.Id,
            await organisations.Of(new OrganisationId(invitation.Compartment.Value), cancel), invitation.Role, grant.Open(StaffInvitation.JobTitleField, id, invitation.JobTitle),
            grant.Open(StaffInvitation.NameField, id, invitation.Name), mail);
    }

    /// <summary>An invitation is worth as much as the right of whoever sent it, and nothing while their account is blocked.</summary>
    internal static async Task<bool> StillWanted(Grant office, StaffInvitation invitation, PeopleAccess people, DateTimeOffset now, CancellationToken cancel)
        => (await people.Blocked([invitation.InvitedBy], cancel)).Count == 0
            && await office.Rows<StaffMember>().AnyAsync(s => s.Person == invitation.InvitedBy && s.Role == Role.FunctionalAdministrator && s.From <= now && (s.Until == null || s.Until > now), cancel);
}
