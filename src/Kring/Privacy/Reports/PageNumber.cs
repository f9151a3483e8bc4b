using System.Globalization;

namespace Kring.Privacy.Reports;

/// <summary>The number of a page as it stands in the address; the first page for anything else.</summary>
internal static class PageNumber
{
    private const int Last = 1_000;

    internal static int Read(string? typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, Last) : 1;
}
