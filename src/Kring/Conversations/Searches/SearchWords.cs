using System.Globalization;

namespace Kring.Conversations.Searches;

/// <summary>Whether words can be searched for.</summary>
public enum SearchPlan
{
    Good,
    TooShort,
    TooLong,
}

/// <summary>A piece of a text, and whether it is one of the words that were searched for.</summary>
public readonly record struct SearchPiece(string Text, bool Marked);

/// <summary>
/// The words that somebody searches for, all of which must occur. Capitals and accents make no difference, and one sign for two letters (ĳ) is those two; in every language of the pages alike.
/// </summary>
internal sealed class SearchWords
{
    internal const int Shortest = 2, Longest = 100;
    private const int Before = 60, Shown = 240;
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;
    private static readonly CompareInfo Dutch = CultureInfo.GetCultureInfo("nl-NL").CompareInfo;
    private readonly IReadOnlyList<string> _words;

    private SearchWords(IReadOnlyList<string> words) => _words = words;

    internal static SearchPlan Plan(string? typed)
    {
        var words = Split(typed);
        return (typed ?? "").Trim().Length > Longest ? SearchPlan.TooLong
            : words.All(w => w.EnumerateRunes().Count() < Shortest) ? SearchPlan.TooShort
            : SearchPlan.Good;
    }

    /// <summary>The longest first: it occurs the least, so most texts are done after one look.</summary>
    internal static SearchWords Of(string typed) => new([.. Split(typed).OrderByDescending(w => w.Length)]);

    internal bool AreIn(string text)
    {
        var plain = Plain(text);
        return _words.All(word => Dutch.IndexOf(plain, word, Loosely) >= 0);
    }

    /// <summary>The part of a text where the first of the words stands, on one line, cut up so that each of them can be marked.</summary>
    internal IReadOnlyList<SearchPiece> Excerpt(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var marks = Marks(line);
        var start = marks.Count == 0 || marks[0].Start <= Before ? 0 : Whole(line, marks[0].Start - Before);
        var end = Math.Max(Math.Min(line.Length, start + Shown) is var cut && cut < line.Length ? Whole(line, cut) : line.Length, marks.Count == 0 ? 0 : marks[0].End);
        var pieces = new List<SearchPiece>();
        var at = start;
        Add(start > 0 ? "…" : "", false);
        foreach (var (from, to) in marks.Where(m => m.End <= end))
        {
            Add(line[at..from], false);
            Add(line[from..to], true);
            at = to;
        }

        Add(line[at..end] + (end < line.Length ? "…" : ""), false);
        return pieces;

        void Add(string piece, bool marked)
        {
            if (piece.Length > 0)
                pieces.Add(new SearchPiece(piece, marked));
        }
    }

    private List<(int Start, int End)> Marks(string line)
    {
        var plain = Plain(line);
        var found = new List<(int Start, int End)>();
        foreach (var word in _words)
        {
            for (var at = 0; at < plain.Length && Dutch.IndexOf(plain.AsSpan(at), word, Loosely, out var length) is >= 0 and var place && length > 0; at += place + length)
                found.Add((at + place, at + place + length));
        }

        var marks = new List<(int Start, int End)>();
        foreach (var mark in found.Order())
        {
            if (marks.Count > 0 && mark.Start <= marks[^1].End)
                marks[^1] = (marks[^1].Start, Math.Max(marks[^1].End, mark.End));
            else
                marks.Add(mark);
        }

        return marks;
    }

    // What has no weight of its own, such as a loose accent, is in every text.
    private static List<string> Split(string? typed) =>
        [.. Plain(typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => Dutch.Compare(w, "", Loosely) != 0).Distinct(StringComparer.Ordinal)];

    // A telephone types another apostrophe than a keyboard does.
    private static string Plain(string text) => text.Replace('’', '\'');

    // Back to the beginning of a word, or at least of a character.
    private static int Whole(string line, int cut)
    {
        var space = line.LastIndexOf(' ', cut, Math.Min(cut, 30));
        if (space >= 0)
            return space + 1;
        return char.IsLowSurrogate(line[cut]) ? cut - 1 : cut;
    }
}
