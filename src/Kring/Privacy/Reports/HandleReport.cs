using Kring.Access;
using Kring.Delivery;
using Kring.Networks;
using Kring.Organisations;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Privacy.Reports;

internal enum HandleAnswer
{
    Handled,
    /// <summary>Somebody was first, just now or long ago.</summary>
    HandledBefore,
    AnswerMissing,
    AnswerTooLong,
    NotThere,
}

/// <summary>Opens one report at the privacy desk, and answers it: that is what deals with it. The reporter hears that there is an answer.</summary>
internal sealed class HandleReport(Door door, OrganisationsAccess organisations, NotifyPerson notify, TimeProvider time)
{
    internal const int LongestAnswer = 5_000;

    internal async Task<(DeskReport? Report, GateRefusal Refusal)> Show(Actor actor, OrganisationId organisation, ReportId report, CancellationToken cancel)
    {
        var (desk, refusal) = await door.Enter(Visit(actor, organisation, report, Operations.Read), cancel);
        if (desk is null)
            return (null, refusal);
        var row = await ShowReports.Theirs(desk).SingleOrDefaultAsync(r => r.Id == report, cancel);
        return (row is null ? null : ShowReports.Open(desk, row, await organisations.All(cancel)), GateRefusal.None);
    }

    /// <param name="answer">What the reporter will read.</param>
    internal async Task<HandleAnswer> Run(Actor actor, OrganisationId organisation, ReportId report, string? answer, CancellationToken cancel)
    {
        var text = (answer ?? "").ReplaceLineEndings("\n").Trim();
        if (text.Length is 0 or > LongestAnswer)
            return text.Length == 0 ? HandleAnswer.AnswerMissing : HandleAnswer.AnswerTooLong;
        var (desk, _) = await door.Enter(Visit(actor, organisation, report, Operations.Update), cancel);
        if (desk is null || await ShowReports.Theirs(desk).SingleOrDefaultAsync(r => r.Id == report, cancel) is not { } row)
            return HandleAnswer.NotThere;
        if (row.PlanHandling() == HandlingPlan.HandledBefore)
            return HandleAnswer.HandledBefore;
        row.Handle(desk.Seal(UnknownAccessReport.AnswerField, report.Value, text), desk.Person, time.Moment());
        await notify.Add(row.ReportedBy, NoticeKind.ReportAnswered, ShowOwnReports.Path, cancel);
        return await door.CommitHeld(desk, cancel) switch
        {
            HeldCommit.Saved => HandleAnswer.Handled,
            HeldCommit.NothingChanged => HandleAnswer.HandledBefore,
            HeldCommit.Refused => HandleAnswer.NotThere,
        };
    }

    private static Visit Visit(Actor actor, OrganisationId organisation, ReportId report, Operations operation)
        => new(actor, organisation.Office, PrivacyPurposes.Desk, operation, new LoggedObject("unknown-access-report", report.Value));
}
