using Kring.Access;
using Kring.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Kring.Privacy.Reports;

/// <summary>A report as whoever made it sees it.</summary>
/// <param name="Seen">The line as it was reported; null when the desk's processing is not approved now.</param>
internal sealed record OwnReport(Reporting About, string OrganisationName, string? Seen, string? Note, string? Answer);

internal sealed record OwnReportList(IReadOnlyList<OwnReport> Reports, bool HasMore);

/// <summary>"Mijn meldingen": what somebody reported, when the answer comes, and the answer.</summary>
internal sealed class ShowOwnReports(Door door, PrivacyAccess privacy, OrganisationsAccess organisations)
{
    internal const int PageSize = 25;
    internal const string Path = "/mijn/privacymeldingen";

    /// <param name="page">From 1.</param>
    internal async Task<OwnReportList> Run(Actor actor, int page, CancellationToken cancel)
    {
        var found = await privacy.ReportedBy(actor.Person!.Value, (page - 1) * PageSize, PageSize + 1, cancel);
        return new OwnReportList(await Open(actor, [.. found.Take(PageSize)], cancel), found.Count > PageSize);
    }

    /// <summary>The answers to these, as far as there are any.</summary>
    internal async Task<IReadOnlyDictionary<Guid, string>> Answers(Actor actor, IEnumerable<Reporting> reported, CancellationToken cancel)
        => (await Open(actor, [.. reported.Where(r => r.HandledAt is not null)], cancel)).Where(r => r.Answer is not null).ToDictionary(r => r.About.Entry, r => r.Answer!);

    private async Task<IReadOnlyList<OwnReport>> Open(Actor actor, IReadOnlyList<Reporting> reported, CancellationToken cancel)
    {
        var visits = reported.Select(r => r.Organisation).Distinct()
            .Select(id => new Visit(actor, id.Office, PrivacyPurposes.OwnReports, Operations.Read, new LoggedObject("unknown-access-report"))).ToList();
        var names = await organisations.All(cancel);
        var opened = new Dictionary<ReportId, OwnReport>();
        foreach (var desk in (await door.EnterAll(visits, cancel)).Select(e => e.Grant).OfType<Grant>())
        {
            var mine = reported.Where(r => r.Organisation.Office.Id == desk.Compartment.Id).ToDictionary(r => r.Report);
            foreach (var row in await desk.Rows<UnknownAccessReport>().Where(r => r.ReportedBy == desk.Person && mine.Keys.Contains(r.Id)).ToListAsync(cancel))
            {
                var id = row.Id.Value;
                opened[row.Id] = new OwnReport(mine[row.Id], names[mine[row.Id].Organisation].Name, desk.Open(UnknownAccessReport.SeenField, id, row.Seen),
                    desk.OpenOrNull(UnknownAccessReport.NoteField, id, row.Note), desk.OpenOrNull(UnknownAccessReport.AnswerField, id, row.Answer));
            }
        }

        return [.. reported.Select(r => opened.GetValueOrDefault(r.Report) ?? new OwnReport(r, names[r.Organisation].Name, null, null, null))];
    }
}
