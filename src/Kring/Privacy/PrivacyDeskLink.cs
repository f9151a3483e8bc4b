using Kring.Access;
using Kring.App.Layout;
using Kring.Privacy.Reports;

namespace Kring.Privacy;

/// <summary>The way to the privacy desk, for data protection officers, and for directors: they deal with what is about the officer.</summary>
internal sealed class PrivacyDeskLink : IShellLinks
{
    public IEnumerable<NavigationLink> For(IReadOnlyCollection<Role> work)
        => work.Contains(Role.DataProtectionOfficer) || work.Contains(Role.Director) ? [new NavigationLink("/privacybalie", ReportTexts.DeskTitle)] : [];
}
