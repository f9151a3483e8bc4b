using Kring.Access;

namespace Kring.Organisations.Staff;

/// <summary>The roles in which somebody works for an organisation; the others say how somebody stands towards a network.</summary>
internal static class StaffRoles
{
    internal static IReadOnlyList<Role> All { get; } =
        [Role.Professional, Role.Coordinator, Role.QualityNurse, Role.FunctionalAdministrator, Role.DataProtectionOfficer, Role.Director];

    /// <returns>Null for anything but the name of a role in which somebody works.</returns>
    internal static Role? Read(string? name) => Enum.TryParse<Role>(name, out var role) && All.Contains(role) ? role : null;

    /// <summary>Whether the only one in a role may go.</summary>
    internal static StaffPlan WithoutSuccessor(Role role) => role switch
    {
        Role.FunctionalAdministrator => StaffPlan.LastAdministrator,
        Role.DataProtectionOfficer => StaffPlan.LastOfficer,
        _ => StaffPlan.Goes,
    };
}
