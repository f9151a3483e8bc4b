using System.Globalization;

namespace Kring.Law;

/// <summary>
/// The days on which no period ends: Saturdays, Sundays and public holidays, read from a rule such as "01-01 Easter+1 04-27|Sunday-1". A date is month-day, "Easter" counts in days from Easter
/// Sunday, and what stands after a bar moves a date that falls on that day of the week.
/// </summary>
internal sealed class Holidays(string rule)
{
    private const string Easter = "Easter";
    private readonly string[] _rules = rule.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The day itself, or the first working day after it.</summary>
    internal DateOnly WorkingDayFrom(DateOnly day)
    {
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || Has(day))
            day = day.AddDays(1);
        return day;
    }

    internal bool Has(DateOnly day) => _rules.Any(rule => On(rule, day.Year) == day);

    private static DateOnly On(string rule, int year)
    {
        if (rule.StartsWith(Easter, StringComparison.Ordinal))
            return EasterSunday(year).AddDays(Number(rule[Easter.Length..]));
        var parts = rule.Split('|');
        var day = DateOnly.ParseExact($"{year:0000}-{parts[0]}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (parts.Length < 2)
            return day;
        var sign = parts[1].IndexOfAny(['+', '-']);
        return day.DayOfWeek == Enum.Parse<DayOfWeek>(parts[1][..sign]) ? day.AddDays(Number(parts[1][sign..])) : day;
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    // The anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
    private static DateOnly EasterSunday(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var sum = h + l - (7 * m) + 114;
        return new DateOnly(year, sum / 31, (sum % 31) + 1);
    }
}
