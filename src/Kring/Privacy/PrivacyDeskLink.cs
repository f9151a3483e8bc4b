using Kring.Access;
using Kring.App.Layout;
using Kring.Privacy.Reports;

namespace Kring.Privacy;

/// <summary>The way to the privacy desk with how much waits there, for data protection officers, and for directors: they deal with what is about the officer.</summary>
internal sealed class PrivacyDeskLink(PrivacyAccess privacy) : IShellLinks
{
    public async Task<IReadOnlyList<NavigationLink>> For(IReadOnlyCollection<WorkOf> work, CancellationToken cancel)
    {
        var (officer, director) = (Offices(Role.DataProtectionOfficer), Offices(Role.Director));
        if (officer.Count + director.Count == 0)
            return [];
        var (reports, emergencies) = await privacy.Waiting(officer, director, cancel);
        // To where something waits.
        return [new NavigationLink(reports == 0 && emergencies > 0 ? "/privacybalie/noodtoegang" : "/privacybalie", ReportTexts.DeskTitle, reports + emergencies)];

        IReadOnlyList<CompartmentId> Offices(Role role) => [.. work.Where(w => w.Role == role).Select(w => w.Office)];
    }
}
