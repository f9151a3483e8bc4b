using System.Globalization;
using Kring.Platform;

namespace Kring.App.Display;

/// <summary>Instants as people in the Netherlands say them: "vandaag 14:05", "gisteren 09:12", and further back the full date.</summary>
internal static class Moments
{
    internal static string Show(this DateTimeOffset at, DateTimeOffset now)
    {
        var local = at.InAmsterdam();
        return $"{Day(at.DutchDay(), now.DutchDay())} {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>The day alone: "vandaag", "gisteren", "29 november", and with its year when that is another one.</summary>
    internal static string ShowDay(this DateTimeOffset at, DateTimeOffset now) => Day(at.DutchDay(), now.DutchDay());

    internal static string ShowDay(this DateOnly day, DateTimeOffset now) => Day(day, now.DutchDay());

    private static string Day(DateOnly day, DateOnly today)
        => day == today ? AppTexts.Today
            : day == today.AddDays(-1) ? AppTexts.Yesterday
            : day.ToString(day.Year == today.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.CurrentCulture);
}
