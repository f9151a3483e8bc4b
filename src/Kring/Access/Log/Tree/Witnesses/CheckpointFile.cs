using System.Text;

namespace Kring.Access.Log.Tree.Witnesses;

/// <summary>Checkpoints one after the other in a file, each followed by an empty line. The last may be torn: a write that was broken off.</summary>
internal static class CheckpointFile
{
    /// <summary>More than one checkpoint takes, with a dozen signatures.</summary>
    internal const int Longest = 8192;

    internal static string Record(string note) => note + "\n";

    /// <summary>Reads them one at a time.</summary>
    /// <returns>Each as text, and whether it is whole; only the last can be torn. What is longer than any checkpoint was not broken off: it ends the row, as a whole one.</returns>
    internal static async IAsyncEnumerable<(string Note, bool Whole)> Read(string path)
    {
        using var file = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), Encoding.UTF8);
        var note = new StringBuilder();
        var signed = false;
        while (await file.ReadLineAsync() is { } line)
        {
            if (line.Length == 0 && signed)
            {
                yield return (note.ToString(), true);
                (note, signed) = (new StringBuilder(), false);
                continue;
            }

            if (line.Length == 0 && note.Length == 0)
                continue;
            note.Append(line).Append('\n');
            signed = line.StartsWith(Checkpoint.Dash, StringComparison.Ordinal);
            if (note.Length <= Longest)
                continue;
            yield return (note.ToString(), true);
            yield break;
        }

        if (note.Length > 0)
            yield return (note.ToString(), false);
    }

    /// <summary>The last whole record of an open file, and where it ends.</summary>
    internal static (string? Note, long End) Last(FileStream file)
    {
        var from = Math.Max(0, file.Length - (2 * Longest));
        var tail = new byte[file.Length - from];
        file.Position = from;
        file.ReadExactly(tail);
        var end = EndOfRecord(tail, tail.Length);
        if (end == 0)
            return (null, from);
        return (Encoding.UTF8.GetString(tail, EndOfRecord(tail, end - 1), end - 1 - EndOfRecord(tail, end - 1)), from + end);
    }

    // A record ends where an empty line follows a line with a signature.
    private static int EndOfRecord(byte[] bytes, int before)
    {
        for (var end = before; end >= 2; end--)
        {
            if (bytes[end - 1] != '\n' || bytes[end - 2] != '\n')
                continue;
            var line = bytes.AsSpan(0, end - 2);
            if (line[(line.LastIndexOf((byte)'\n') + 1)..].StartsWith("— "u8))
                return end;
        }

        return 0;
    }
}
