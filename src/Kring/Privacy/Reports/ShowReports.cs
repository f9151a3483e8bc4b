using Kring.Access;
using Kring.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Kring.Privacy.Reports;

/// <summary>A report as the privacy desk sees it: the line and the note, and nothing of what is said in a network.</summary>
internal sealed record DeskReport(
    ReportId Id, OrganisationId Organisation, string OrganisationName, string Reporter, string Seen, string? Note, Guid Entry, DateTimeOffset ReportedAt, DateTimeOffset? HandledAt)
{
    internal string Path => $"/privacybalie/{Organisation}/{Id.Value}";
}

/// <summary>Which reports: those that wait, or those that are done; from a moment backwards.</summary>
internal sealed record ReportsAsk(bool Handled, DateTimeOffset? Before);

/// <summary>The privacy desk of every organisation that somebody is data protection officer of, in one list: newest first.</summary>
internal sealed class ShowReports(Door door, OrganisationsAccess organisations)
{
    internal const int PageSize = 25;

    /// <returns>Null when nobody's desk is this person's.</returns>
    internal async Task<(IReadOnlyList<DeskReport>? Reports, GateRefusal Refusal)> Run(Actor actor, ReportsAsk ask, CancellationToken cancel)
    {
        var work = await organisations.EmploymentsOf(actor.Person!.Value, cancel);
        var visits = work.Select(w => w.Organisation).Distinct().Select(id => new Visit(actor, id.Office, PrivacyPurposes.Desk, Operations.Read, new LoggedObject("unknown-access-report"))).ToList();
        var entrances = await door.EnterAll(visits, cancel);
        var desks = entrances.Select(e => e.Grant).OfType<Grant>().ToList();
        if (desks.Count == 0)
            return (null, entrances.Count == 0 ? GateRefusal.NoRelation : entrances[0].Refusal);
        var names = await organisations.All(cancel);
        var reports = new List<DeskReport>();
        foreach (var desk in desks)
        {
            foreach (var row in await Asked(desk.Rows<UnknownAccessReport>(), ask).Take(PageSize + 1).ToListAsync(cancel))
                reports.Add(Open(desk, row, names));
        }

        return ([.. reports.OrderByDescending(r => r.ReportedAt).Take(PageSize + 1)], GateRefusal.None);
    }

    internal static DeskReport Open(Grant desk, UnknownAccessReport row, IReadOnlyDictionary<OrganisationId, Organisation> names)
    {
        var organisation = new OrganisationId(desk.Compartment.Id.Value);
        return new DeskReport(row.Id, organisation, names[organisation].Name, desk.Open(UnknownAccessReport.ReporterNameField, row.Id.Value, row.ReporterName),
            desk.Open(UnknownAccessReport.SeenField, row.Id.Value, row.Seen), desk.OpenOrNull(UnknownAccessReport.NoteField, row.Id.Value, row.Note), row.Entry, row.ReportedAt, row.HandledAt);
    }

    private static IQueryable<UnknownAccessReport> Asked(IQueryable<UnknownAccessReport> rows, ReportsAsk ask)
    {
        rows = ask.Handled ? rows.Where(r => r.HandledAt != null) : rows.Where(r => r.HandledAt == null);
        return (ask.Before is { } before ? rows.Where(r => r.ReportedAt < before) : rows).OrderByDescending(r => r.ReportedAt);
    }
}
