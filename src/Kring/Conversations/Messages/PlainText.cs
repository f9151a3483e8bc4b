using System.Text;

namespace Kring.Conversations.Messages;

/// <summary>What people type, as it is kept: line ends as LF, no control characters, nothing blank around it.</summary>
internal static class PlainText
{
    internal static string Tidy(string? typed)
    {
        var kept = new StringBuilder((typed ?? "").Length);
        foreach (var rune in (typed ?? "").ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune))
                kept.Append(rune.ToString());
        }

        return kept.ToString().TrimEnd().TrimStart('\n', '\r');
    }

    /// <summary>Characters as Unicode counts them: an emoji is not two.</summary>
    internal static int Length(string text) => text.EnumerateRunes().Count();

    /// <summary>The beginning of a text, on one line, for a quote.</summary>
    internal static string Excerpt(string text, int most = 140)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Length(line) <= most ? line : string.Concat(line.EnumerateRunes().Take(most)) + "…";
    }
}
