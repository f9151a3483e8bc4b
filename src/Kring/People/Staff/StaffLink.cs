using Kring.Access;
using Kring.App.Layout;

namespace Kring.People.Staff;

/// <summary>The way to the staff of an organisation, for those who may see who they are.</summary>
internal sealed class StaffLink : IShellLinks
{
    internal static bool MaySee(Role role) => role is Role.FunctionalAdministrator or Role.DataProtectionOfficer or Role.Director;

    public Task<IReadOnlyList<NavigationLink>> For(IReadOnlyCollection<WorkOf> work, CancellationToken cancel)
        => Task.FromResult<IReadOnlyList<NavigationLink>>(work.Any(w => MaySee(w.Role)) ? [new NavigationLink("/medewerkers", StaffTexts.Title, Rank: 60)] : []);
}
