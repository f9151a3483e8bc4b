using System.Globalization;
using System.Text;

namespace Kring.Platform.Files;

/// <summary>The name of a file as it may be kept and sent back: a name alone, without a path, and without signs that are not seen or turn the direction of writing.</summary>
internal static class FileNames
{
    internal const int Longest = 100;

    private static readonly char[] NotInNames = ['/', '\\', ':', '*', '?', '"', '<', '>', '|'];

    /// <param name="extension">What the file is, such as ".pdf": the name ends with it, and only with it.</param>
    /// <param name="unnamed">What it is called when nothing is left.</param>
    internal static string Tidy(string? typed, string extension, string unnamed)
    {
        var last = (typed ?? "").Split('/', '\\')[^1];
        var kept = new StringBuilder(last.Length);
        foreach (var rune in last.Normal().EnumerateRunes().Where(IsSeen))
            kept.Append(NotInNames.Contains((char)rune.Value) && rune.IsBmp ? "-" : rune.ToString());
        var name = kept.ToString().TrimEnd(' ', '.');
        if (name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            name = name[..^extension.Length];
        name = name.Trim(' ', '.');
        name = string.Concat(name.EnumerateRunes().Take(Longest));
        return (name.Length == 0 ? unnamed : name) + extension;
    }

    // A lone half of a surrogate pair comes out of EnumerateRunes as U+FFFD.
    private static bool IsSeen(Rune rune) => rune.Value is ' ' || (rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned));
}
