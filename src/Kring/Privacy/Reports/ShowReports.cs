using Kring.Access;
using Kring.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Kring.Privacy.Reports;

/// <summary>A report as the privacy desk sees it: the line and the note, and nothing of what is said in a network.</summary>
internal sealed record DeskReport(
    ReportId Id, OrganisationId Organisation, string OrganisationName, string Reporter, string Seen, string? Note, Guid Entry,
    DateTimeOffset ReportedAt, DateOnly DueOn, bool ForDirector, DateTimeOffset? HandledAt, string? Answer)
{
    internal string Path => $"/privacybalie/{Organisation}/{Id.Value}";
}

/// <summary>Which reports: those that wait, soonest due first, or those that are done, newest first.</summary>
/// <param name="Page">From 1.</param>
internal sealed record ReportsAsk(bool Handled, int Page);

internal sealed record ReportsPage(IReadOnlyList<DeskReport> Reports, bool HasMore, bool Officer);

/// <summary>The privacy desk of every organisation that somebody deals with reports for, in one list.</summary>
internal sealed class ShowReports(Door door, OrganisationsAccess organisations)
{
    internal const int PageSize = 25;

    /// <returns>Null when nobody's desk is this person's.</returns>
    internal async Task<(ReportsPage? Page, GateRefusal Refusal)> Run(Actor actor, ReportsAsk ask, CancellationToken cancel)
    {
        var work = await organisations.EmploymentsOf(actor.Person!.Value, cancel);
        var visits = work.Select(w => w.Organisation).Distinct().Select(id => new Visit(actor, id.Office, PrivacyPurposes.Desk, Operations.Read, new LoggedObject("unknown-access-report"))).ToList();
        var entrances = await door.EnterAll(visits, cancel);
        var desks = entrances.Select(e => e.Grant).OfType<Grant>().ToList();
        if (desks.Count == 0)
            return (null, entrances.Count == 0 ? GateRefusal.NoRelation : entrances[0].Refusal);
        var rows = new List<(Grant Desk, UnknownAccessReport Row)>();
        foreach (var desk in desks)
            rows.AddRange((await Asked(desk, ask).Take((ask.Page * PageSize) + 1).ToListAsync(cancel)).Select(row => (desk, row)));
        var sorted = ask.Handled ? rows.OrderByDescending(r => r.Row.HandledAt) : rows.OrderBy(r => r.Row.DueOn).ThenBy(r => r.Row.ReportedAt);
        var page = sorted.Skip((ask.Page - 1) * PageSize).Take(PageSize + 1).ToList();
        var names = await organisations.All(cancel);
        return (new ReportsPage([.. page.Take(PageSize).Select(r => Open(r.Desk, r.Row, names))], page.Count > PageSize, desks.Exists(d => d.Standing.Role == Role.DataProtectionOfficer)), GateRefusal.None);
    }

    /// <summary>What of a desk is somebody's to deal with: a director has what is about the data protection officer, the officer everything else.</summary>
    internal static IQueryable<UnknownAccessReport> Theirs(Grant desk)
    {
        var director = desk.Standing.Role == Role.Director;
        return desk.Rows<UnknownAccessReport>().Where(r => r.ForDirector == director);
    }

    internal static DeskReport Open(Grant desk, UnknownAccessReport row, IReadOnlyDictionary<OrganisationId, Organisation> names)
    {
        var (organisation, id) = (new OrganisationId(desk.Compartment.Id.Value), row.Id.Value);
        return new DeskReport(row.Id, organisation, names[organisation].Name, desk.Open(UnknownAccessReport.ReporterNameField, id, row.ReporterName),
            desk.Open(UnknownAccessReport.SeenField, id, row.Seen), desk.OpenOrNull(UnknownAccessReport.NoteField, id, row.Note), row.Entry,
            row.ReportedAt, row.DueOn, row.ForDirector, row.HandledAt, desk.OpenOrNull(UnknownAccessReport.AnswerField, id, row.Answer));
    }

    private static IQueryable<UnknownAccessReport> Asked(Grant desk, ReportsAsk ask) => ask.Handled
        ? Theirs(desk).Where(r => r.HandledAt != null).OrderByDescending(r => r.HandledAt)
        : Theirs(desk).Where(r => r.HandledAt == null).OrderBy(r => r.DueOn).ThenBy(r => r.ReportedAt);
}
