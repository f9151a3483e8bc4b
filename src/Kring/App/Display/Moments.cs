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

    /// <summary>The day above a list of moments: "vandaag", "gisteren", "maandag 9 maart 2026".</summary>
    internal static string ShowFullDay(this DateOnly day, DateTimeOffset now)
        => now.DutchDay().DayNumber - day.DayNumber is 0 or 1 ? Day(day, now.DutchDay()) : day.ToString("dddd d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>"9 maart 2026", whatever day it is now.</summary>
    internal static string ShowDate(this DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>"14:05".</summary>
    internal static string ShowClock(this DateTimeOffset at) => at.InAmsterdam().ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"14:05:09".</summary>
    internal static string ShowSeconds(this DateTimeOffset at) => at.InAmsterdam().ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>For the datetime attribute of a time element.</summary>
    internal static string Machine(this DateTimeOffset at) => at.InAmsterdam().ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day, DateOnly today)
        => day == today ? AppTexts.Today
            : day == today.AddDays(-1) ? AppTexts.Yesterday
            : day.ToString(day.Year == today.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.CurrentCulture);
}
