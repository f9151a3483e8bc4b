using Kring.Access;

namespace Kring.Organisations;

internal static class OrganisationsPurposes
{
    /// <summary>Knowing who works for the organisation, in which role.</summary>
    internal static readonly Purpose Staff = new("organisations.staff", Activities.StaffAdministration,
        (Role.FunctionalAdministrator, Operations.ReadWrite), (Role.DataProtectionOfficer, Operations.Read), (Role.Director, Operations.Read),
        (Role.Coordinator, Operations.Read), (Role.QualityNurse, Operations.Read));

    internal static IReadOnlyList<Purpose> All { get; } = [Staff];
}
