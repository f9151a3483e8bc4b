using Kring.Access;

namespace Kring.Organisations;

internal static class OrganisationsPurposes
{
    /// <summary>Knowing who works for the organisation, in which role.</summary>
    internal static readonly Purpose Staff = new("organisations.staff", Activities.StaffAdministration,
        (Role.FunctionalAdministrator, Operations.Read), (Role.DataProtectionOfficer, Operations.Read), (Role.Director, Operations.Read));

    /// <summary>Inviting staff, giving them a role, ending their work.</summary>
    internal static readonly Purpose ManageStaff = new("organisations.manage-staff", Activities.StaffAdministration, (Role.FunctionalAdministrator, Operations.ReadWrite));

    /// <summary>Coming to work for an organisation by the link of an invitation.</summary>
    internal static readonly Purpose Join = new("organisations.join", Activities.StaffAdministration, (Role.Invitee, Operations.Create | Operations.Read | Operations.Update));

    /// <summary>Keeping names in the staff file as people have them now.</summary>
    internal static readonly Purpose CarryName = new("organisations.carry-name", Activities.StaffAdministration, (Role.Job, Operations.Update));

    internal static IReadOnlyList<Purpose> All { get; } = [Staff, ManageStaff, Join, CarryName];
}
