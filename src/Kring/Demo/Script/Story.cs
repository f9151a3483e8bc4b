using System.Globalization;

namespace Kring.Demo.Script;

internal sealed record Story(string Title, IReadOnlyList<string> Conditions, IReadOnlyList<StoryLine> Lines)
{
    internal bool IsFor(string condition) => Conditions.Contains(condition, StringComparer.Ordinal);

    /// <summary>The day at most six before, on which offices are open when the story needs them.</summary>
    internal DateOnly OfficeDay(DateOnly day) =>
        Enumerable.Range(0, 7).Select(back => day.AddDays(-back)).MinBy(ClosedDays);

    private int ClosedDays(DateOnly start)
    {
        var day = 0;
        var closed = 0;
        foreach (var line in Lines)
        {
            day = line.Day ?? day;
            closed += NeedsOffice(line) && IsWeekend(start.AddDays(day)) ? 1 : 0;
        }

        return Lines.Any(NeedsOffice) || IsFor("werkdag") ? closed + PromisedDays.Count(promised => IsWeekend(start.AddDays(promised))) : 0;
    }

    private IEnumerable<int> PromisedDays => Lines
        .SelectMany(line => line.Text.Split("{dag+").Skip(1))
        .Select(rest => int.Parse(rest[..rest.IndexOf('}')], CultureInfo.InvariantCulture));

    private static bool NeedsOffice(StoryLine line) => "GOFWC".Contains(line.Role);

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    internal bool InSeason(int month)
    {
        var months = Conditions.Where(condition => char.IsAsciiDigit(condition[0])).ToArray();
        return months.Length == 0 || months.Contains($"{month}", StringComparer.Ordinal);
    }
}
