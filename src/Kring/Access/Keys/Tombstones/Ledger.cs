using System.Text;
using Kring.Platform;

namespace Kring.Access.Keys.Tombstones;

/// <summary>The ledger as it was read: which one it is, and its lines, checked against each other.</summary>
internal sealed class Ledger
{
    private const string Mark = "kring-tombstones 1 ";
    private readonly string _first;

    private Ledger(string first, IReadOnlyList<LedgerLine> lines) => (_first, Lines) = (first, lines);

    internal string Id => _first[Mark.Length..];

    internal IReadOnlyList<LedgerLine> Lines { get; }

    /// <summary>How long the whole lines are. What comes after them was never finished.</summary>
    internal long WholeLength { get; private init; }

    internal static string FirstLine(string id) => Mark + id;

    /// <summary>The hash of the line with this number; 0 is the first line, which says which ledger it is.</summary>
    internal string HashAt(long number) => number == 0 ? LedgerLine.HashOf(_first) : Lines[(int)number - 1].Hash;

    /// <param name="path">For what is said when it does not hold.</param>
    /// <exception cref="StartRefusedException">It is no ledger, or a line of it was changed.</exception>
    internal static Ledger Parse(string path, ReadOnlySpan<byte> content)
    {
        var whole = content[..(content.LastIndexOf((byte)'\n') + 1)];
        var text = Encoding.UTF8.GetString(whole).Split('\n')[..^1];
        if (text is not [var first, ..] || !first.StartsWith(Mark, StringComparison.Ordinal) || first.Length == Mark.Length)
            throw new StartRefusedException($"The file {path} is no tombstone ledger. Put the ledger back from its copy; nothing was changed.");
        var (lines, before) = (new List<LedgerLine>(), LedgerLine.HashOf(first));
        foreach (var line in text[1..])
        {
            if (LedgerLine.Parse(line) is not { } parsed || parsed.Number != lines.Count + 1 || parsed.Before != before || parsed.Text != line)
                throw new StartRefusedException($"The tombstone ledger {path} was changed or damaged at line {lines.Count + 2}. Put the ledger back from its copy; nothing was changed.");
            lines.Add(parsed);
            before = parsed.Hash;
        }

        return new Ledger(first, lines) { WholeLength = whole.Length };
    }
}
