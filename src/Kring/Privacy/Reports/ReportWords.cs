using Kring.App;
using Kring.App.Components;
using Kring.App.Display;
using Kring.Platform;

namespace Kring.Privacy.Reports;

/// <summary>How a report stands, in words.</summary>
internal static class ReportWords
{
    private const int Soon = 7;

    /// <summary>For the desk: "Te laat", "Binnen 7 dagen", "Open".</summary>
    internal static (StatusKind Kind, string Text) State(DateOnly due, DateTimeOffset? handled, DateTimeOffset now)
    {
        if (handled is { } at) return (StatusKind.Good, ReportTexts.DeskHandledOn.Fill(at.Show(now)));
        var days = due.DayNumber - now.DutchDay().DayNumber;
        return days < 0 ? (StatusKind.Bad, ReportTexts.StateLate) : days <= Soon ? (StatusKind.Waiting, ReportTexts.StateSoon.Fill(Soon)) : (StatusKind.Neutral, ReportTexts.StateOpen);
    }

    /// <summary>For whoever reported it.</summary>
    internal static (StatusKind Kind, string Text) OwnState(Reporting report, DateTimeOffset now)
    {
        if (report.HandledAt is { } at) return (StatusKind.Good, ReportTexts.OwnAnswered.Fill(at.Show(now)));
        return report.DueOn < now.DutchDay() ? (StatusKind.Bad, ReportTexts.OwnLate) : (StatusKind.Waiting, ReportTexts.OwnWaiting);
    }

    /// <summary>Who deals with it: "de FG van De Linde", "de directie van De Linde".</summary>
    internal static string Desk(bool forDirector, string organisation) => (forDirector ? ReportTexts.DirectorOf : ReportTexts.OfficerOf).Fill(organisation);
}
