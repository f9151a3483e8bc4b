using System.Globalization;
using Kring.Platform;

namespace Kring.App;

/// <summary>Moments as people say them, on a Dutch clock: "vandaag 14:05", "gisteren 09:12", else the full date.</summary>
internal static class Moments
{
    /// <summary>"14:05".</summary>
    internal static string Clock(this DateTimeOffset moment) => moment.InAmsterdam().ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"14:05:09".</summary>
    internal static string ClockWithSeconds(this DateTimeOffset moment) => moment.InAmsterdam().ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>"9 maart 2026".</summary>
    internal static string Date(this DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>"vandaag", "gisteren" or "maandag 9 maart 2026".</summary>
    internal static string DayWords(this DateOnly day, DateTimeOffset now) => (now.DutchDay().DayNumber - day.DayNumber) switch
    {
        0 => AppTexts.Today,
        1 => AppTexts.Yesterday,
        _ => day.ToString("dddd d MMMM yyyy", CultureInfo.CurrentCulture),
    };

    /// <summary>"vandaag 14:05", "gisteren 09:12" or "9 maart 2026 14:05".</summary>
    internal static string Words(this DateTimeOffset moment, DateTimeOffset now)
    {
        var day = moment.DutchDay();
        return (now.DutchDay().DayNumber - day.DayNumber is 0 or 1 ? day.DayWords(now) : day.Date()) + " " + moment.Clock();
    }

    /// <summary>For the datetime attribute of a time element.</summary>
    internal static string Machine(this DateTimeOffset moment) => moment.InAmsterdam().ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
