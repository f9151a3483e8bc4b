using System.Globalization;

namespace Kring.App.Components;

/// <summary>A date as it was typed in three fields, so that a wrong one is shown again unchanged.</summary>
public sealed class DateParts
{
    public string? Day { get; set; }

    public string? Month { get; set; }

    public string? Year { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Day + Month + Year);

    public static DateParts Of(DateOnly date) => new()
    {
        Day = date.Day.ToString(CultureInfo.InvariantCulture),
        Month = date.Month.ToString(CultureInfo.InvariantCulture),
        Year = date.Year.ToString("0000", CultureInfo.InvariantCulture),
    };

    /// <summary>False for anything that is not a day in the calendar, with a year of four digits.</summary>
    public bool TryRead(out DateOnly date)
    {
        date = default;
        if (!Number(Day, out var day) || !Number(Month, out var month) || !Number(Year, out var year)) return false;
        if (year is < 1000 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new DateOnly(year, month, day);
        return true;
    }

    private static bool Number(string? text, out int number) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
