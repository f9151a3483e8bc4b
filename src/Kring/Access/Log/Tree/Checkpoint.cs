using System.Globalization;
using System.Text;

namespace Kring.Access.Log.Tree;

/// <summary>How long the log was and what it held then, signed: a C2SP tlog-checkpoint in a C2SP signed note.</summary>
/// <param name="Note">The signed text and its signatures, as it is published.</param>
internal sealed record Checkpoint(long Size, byte[] Root, string Note)
{
    internal const string Dash = "— ";

    internal static string TextOf(string origin, long size, byte[] root) => string.Create(CultureInfo.InvariantCulture, $"{origin}\n{size}\n{Convert.ToBase64String(root)}\n");

    /// <returns>Null when it is no whole checkpoint of this log, signed by this key.</returns>
    internal static Checkpoint? Parse(string note, LogPublicKey key)
    {
        var end = note.IndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || !note.EndsWith('\n'))
            return null;
        var text = note[..(end + 1)];
        var lines = text.Split('\n');
        if (lines.Length < 4 || lines[0] != key.Name || !long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || lines[1] != size.ToString(CultureInfo.InvariantCulture) || Bytes(lines[2]) is not { Length: TreeHash.Size } root)
            return null;
        var signatures = note[(end + 2)..].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return signatures.Any(line => SignedBy(line, text, key)) ? new Checkpoint(size, root, note) : null;
    }

    private static bool SignedBy(string line, string text, LogPublicKey key)
        => line.StartsWith(Dash, StringComparison.Ordinal) && line[Dash.Length..].Split(' ') is [var name, var base64] && name == key.Name
            && Bytes(base64) is { Length: > 4 } bytes && bytes.AsSpan(0, 4).SequenceEqual(key.Id.Span) && key.Signed(Encoding.UTF8.GetBytes(text), bytes[4..]);

    // Base64 leaves bits unused at its end: only one spelling is taken, so that a checkpoint has one.
    private static byte[]? Bytes(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) && Convert.ToBase64String(bytes, 0, length) == base64 ? bytes[..length] : null;
    }
}
