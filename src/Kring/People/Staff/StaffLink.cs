using Kring.Access;
using Kring.App.Layout;

namespace Kring.People.Staff;

/// <summary>The way to the staff of an organisation, for those who may see who they are.</summary>
internal sealed class StaffLink : IShellLinks
{
    internal static bool MaySee(Role role) => role is Role.FunctionalAdministrator or Role.DataProtectionOfficer or Role.Director;

    public IEnumerable<NavigationLink> For(IReadOnlyCollection<Role> work) => work.Any(MaySee) ? [new NavigationLink("/medewerkers", StaffTexts.Title, Rank: 60)] : [];
}
