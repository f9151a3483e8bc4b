using System.Globalization;
using Kring.Access;
using Kring.App.Components;
using Kring.Organisations.Staff;

namespace Kring.People.Staff;

internal static class StaffWords
{
    internal static string Name(this Role role) => Of(role).Name;

    /// <summary>"Zorgverlener, wijkverpleegkundige"; a function that is called as the role is said once.</summary>
    internal static string Work(this Role role, string jobTitle)
    {
        var name = role.Name();
        var plain = name.Split(" (")[0];
        return jobTitle.Trim().StartsWith(plain, StringComparison.OrdinalIgnoreCase)
            ? jobTitle.Trim().Length == plain.Length ? name : char.ToUpper(jobTitle.Trim()[0], CultureInfo.CurrentCulture) + jobTitle.Trim()[1..]
            : $"{name}, {jobTitle}";
    }

    /// <summary>The roles as a question, each with what it lets somebody do.</summary>
    internal static IReadOnlyList<Choice> Choices => [.. StaffRoles.All.Select(role => new Choice(role.ToString(), Of(role).Name, Of(role).Hint))];

    internal static string Sentence(this StaffPlan plan) => plan switch
    {
        StaffPlan.Goes => "",
        StaffPlan.OwnWork => StaffTexts.PlanOwnWork,
        StaffPlan.WorkEnded => StaffTexts.PlanWorkEnded,
        StaffPlan.LastAdministrator => StaffTexts.PlanLastAdministrator,
        StaffPlan.LastOfficer => StaffTexts.PlanLastOfficer,
        StaffPlan.LastElsewhere => StaffTexts.PlanLastElsewhere,
    };

    private static (string Name, string Hint) Of(Role role) => role switch
    {
        Role.Professional => (StaffTexts.RoleProfessional, StaffTexts.RoleProfessionalHint),
        Role.Coordinator => (StaffTexts.RoleCoordinator, StaffTexts.RoleCoordinatorHint),
        Role.QualityNurse => (StaffTexts.RoleQualityNurse, StaffTexts.RoleQualityNurseHint),
        Role.FunctionalAdministrator => (StaffTexts.RoleAdministrator, StaffTexts.RoleAdministratorHint),
        Role.DataProtectionOfficer => (StaffTexts.RoleOfficer, StaffTexts.RoleOfficerHint),
        Role.Director => (StaffTexts.RoleDirector, StaffTexts.RoleDirectorHint),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Nobody works in this role."),
    };
}
