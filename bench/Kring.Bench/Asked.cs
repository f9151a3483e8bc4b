using System.Globalization;

namespace Kring.Bench;

/// <summary>What the command line asks for.</summary>
/// <param name="Groups">Groups of measures by name; none of them is all but the full-size world.</param>
/// <param name="Part">Which part of the full-size world is made.</param>
internal sealed record Asked(IReadOnlyList<string> Groups, double Part)
{
    internal const string Size = "size";
    private const string PartOption = "--part";
    private static readonly string[] Known = ["start", "json", "depth", "browsers", "pages", "others", "live", "streams", Size];

    /// <summary>Whether the small world of a hundred networks is needed.</summary>
    internal bool WantsSmallWorld => Groups.Count == 0 || Groups.Any(group => group != Size);

    internal bool Wants(string group) => Groups.Count == 0 ? group != Size : Groups.Contains(group, StringComparer.Ordinal);

    /// <returns>What is wrong with the words, or null.</returns>
    internal static string? Read(IReadOnlyList<string> words, out Asked asked)
    {
        var part = 1.0;
        var groups = words.ToList();
        asked = new Asked([], part);
        if (groups.IndexOf(PartOption) is >= 0 and var at)
        {
            if (at + 1 >= groups.Count || !double.TryParse(groups[at + 1], CultureInfo.InvariantCulture, out part) || part is not (> 0 and <= 1))
                return $"{PartOption} takes a number above 0 and up to 1, such as 0.1.";
            groups.RemoveRange(at, 2);
        }

        asked = new Asked(groups, part);
        return groups.Find(group => !Known.Contains(group, StringComparer.Ordinal)) is { } unknown ? $"Unknown group {unknown}; there are: {string.Join(", ", Known)}." : null;
    }
}
