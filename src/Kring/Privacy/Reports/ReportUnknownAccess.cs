using Kring.Access;
using Kring.App;
using Kring.App.Display;
using Kring.Delivery;
using Kring.Law;
using Kring.Networks;
using Kring.Organisations;
using Kring.Platform;
using Kring.Privacy.Traces;
using Microsoft.EntityFrameworkCore;

namespace Kring.Privacy.Reports;

internal enum ReportAnswer
{
    Reported,
    /// <summary>This person reported this line before: that report stands.</summary>
    ReportedBefore,
    /// <summary>There is no such line, or not for this person.</summary>
    NotThere,
    /// <summary>The privacy desk takes nothing now: its processing is not approved.</summary>
    DeskClosed,
}

/// <summary>
/// "Ik herken dit niet": brings a line to the privacy desk of the organisation it is about, and tells that organisation's data protection officer that something waits; its director when
/// the line is about that officer.
/// </summary>
internal sealed class ReportUnknownAccess(
    Door door, FindTrace find, PrivacyAccess privacy, OrganisationsAccess organisations, LegalTermsBoard terms, Outbox outbox, NotifyPerson notify, TimeProvider time)
{
    internal const int LongestNote = 1_000;

    internal async Task<ReportAnswer> Run(Actor actor, TracePlace place, Guid entry, bool alone, string? note, CancellationToken cancel)
    {
        var (found, _) = await find.Run(actor, place, entry, alone, cancel);
        if (found is null)
            return ReportAnswer.NotThere;
        if ((await privacy.Reported(found.Grant.Person, [entry], cancel)).Count > 0)
            return ReportAnswer.ReportedBefore;
        if (await DeskFor(found, cancel) is not { } organisation)
            return ReportAnswer.DeskClosed;
        var id = time.NewId<ReportId>();
        var (desk, _) = await door.Enter(new Visit(actor, organisation.Id.Office, PrivacyPurposes.Desk, Operations.Create, new LoggedObject("unknown-access-report", id.Value)), cancel);
        if (desk is null)
            return ReportAnswer.DeskClosed;
        var directors = await DirectorsInstead(organisation, found.Entry.Person, cancel);
        Add(desk, id, found, note, (await terms.Current(cancel)).LastDayOf(LegalTermKeys.PrivacyAnswer, time.Moment().DutchDay()), directors.Count > 0);
        var path = $"/privacybalie/{organisation.Id}/{id.Value}";
        if (directors.Count == 0)
            outbox.Add(desk, NoticeKind.UnknownAccessReported, DeliveryChannel.Mail, organisation.OfficerMail, new Dictionary<string, string>(StringComparer.Ordinal) { ["path"] = path });
        foreach (var director in directors)
            await notify.Add(director, NoticeKind.UnknownAccessReported, path, cancel);
        return await door.Commit(cancel) ? ReportAnswer.Reported : ReportAnswer.ReportedBefore;
    }

    /// <summary>The organisation that the line is about; for relatives, jobs and strangers the one that leads the network, and for a profile the one that looks after it.</summary>
    private async Task<Organisation?> DeskFor(FoundTrace found, CancellationToken cancel)
    {
        var id = found.Entry.Organisation
            ?? (found.Head is null ? await privacy.DeskOf(found.Grant.Person, cancel) : await found.Grant.Rows<CareNetwork>().Select(n => n.LeadOrganisation).SingleAsync(cancel));
        return id is { } known ? await organisations.Of(known, cancel) : null;
    }

    // Nobody judges themselves. Without a director it stays with the desk.
    private async Task<IReadOnlyList<PersonId>> DirectorsInstead(Organisation organisation, PersonId? onlooker, CancellationToken cancel)
        => onlooker is { } looked && (await organisations.InRole(organisation.Id, Role.DataProtectionOfficer, cancel)).Contains(looked)
            ? await organisations.InRole(organisation.Id, Role.Director, cancel)
            : [];

    private void Add(Grant desk, ReportId id, FoundTrace found, string? note, DateOnly due, bool forDirector) => desk.Add(new UnknownAccessReport
    {
        Id = id,
        Compartment = desk.Compartment.Id,
        ReportedBy = desk.Person,
        ReporterName = desk.Seal(UnknownAccessReport.ReporterNameField, id.Value, found.ReaderName),
        Seen = desk.Seal(UnknownAccessReport.SeenField, id.Value, Seen(found.Line)),
        Note = desk.SealOrNull(UnknownAccessReport.NoteField, id.Value, note?.Trim()),
        Entry = found.Entry.Id,
        ReportedAt = time.Moment(),
        DueOn = due,
        ForDirector = forDirector,
    });

    private static string Seen(TraceLine line)
    {
        var times = string.Join(", ", line.Moments.Select(moment => moment.At.ShowSeconds()).Distinct());
        var who = line.Who.About.Length == 0 ? line.Who.Name : $"{line.Who.Name} ({line.Who.About})";
        return ReportTexts.Seen.Fill(line.At.DutchDay().ShowDate(), times, who, line.What) + (line.Emergency is null ? "" : " " + TraceTexts.EmergencyReason.Fill(line.Emergency));
    }
}
