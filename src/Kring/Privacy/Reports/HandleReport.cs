using Kring.Access;
using Kring.Organisations;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Privacy.Reports;

internal enum HandleAnswer
{
    Handled,
    /// <summary>Somebody was first, just now or long ago.</summary>
    HandledBefore,
    NotThere,
}

/// <summary>Opens one report at the privacy desk, and marks it as dealt with. Only for the organisation's data protection officer.</summary>
internal sealed class HandleReport(Door door, OrganisationsAccess organisations, TimeProvider time)
{
    internal async Task<(DeskReport? Report, GateRefusal Refusal)> Show(Actor actor, OrganisationId organisation, ReportId report, CancellationToken cancel)
    {
        var (desk, refusal) = await door.Enter(Visit(actor, organisation, report, Operations.Read), cancel);
        if (desk is null)
            return (null, refusal);
        var row = await desk.Rows<UnknownAccessReport>().SingleOrDefaultAsync(r => r.Id == report, cancel);
        return (row is null ? null : ShowReports.Open(desk, row, await organisations.All(cancel)), GateRefusal.None);
    }

    internal async Task<HandleAnswer> Run(Actor actor, OrganisationId organisation, ReportId report, CancellationToken cancel)
    {
        var (desk, _) = await door.Enter(Visit(actor, organisation, report, Operations.Update), cancel);
        if (desk is null || await desk.Rows<UnknownAccessReport>().SingleOrDefaultAsync(r => r.Id == report, cancel) is not { } row)
            return HandleAnswer.NotThere;
        if (row.PlanHandling() == HandlingPlan.HandledBefore)
            return HandleAnswer.HandledBefore;
        row.Handle(desk.Person, time.Moment());
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
