using System.Globalization;

namespace Kring.Demo.Script;

/// <summary>
/// Reads stories: "# title | conditions", then lines such as "N+2@9: text". A role letter; "?" for a line that may be
/// left out; "&amp;" for one that goes when the line before it went; "+2" for the day; "@9" for the hour.
/// </summary>
internal static class StoryReader
{
    internal static IReadOnlyList<Story> Read(string text) =>
    [
        .. text.Split("# ", StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(lines => lines.Length > 1)
            .Select(lines => StoryOf(lines[0].Split('|', StringSplitOptions.TrimEntries), lines.Skip(1))),
    ];

    private static Story StoryOf(string[] heading, IEnumerable<string> lines) =>
        new(heading[0], heading.Length > 1 ? heading[1].Split(' ') : [], [.. lines.Select(LineOf)]);

    private static StoryLine LineOf(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var cue = line[..colon];
        return new StoryLine(
            cue[0], cue.Contains('?'), cue.Contains('&'), NumberAfter('+', cue), NumberAfter('@', cue), line[(colon + 2)..]);
    }

    private static int? NumberAfter(char sign, string cue)
    {
        var start = cue.IndexOf(sign);
        if (start < 0)
        {
            return null;
        }

        var digits = cue[(start + 1)..].TakeWhile(char.IsAsciiDigit);
        return int.Parse(string.Concat(digits), CultureInfo.InvariantCulture);
    }
}
