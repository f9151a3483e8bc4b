using System.Security.Cryptography;

namespace Kring.Access.Log.Tree;

/// <summary>The hashes of RFC 9162, section 2.1.1: SHA-256, a leaf marked by 0x00 and a node by 0x01, so that neither can pass for the other.</summary>
internal static class TreeHash
{
    internal const int Size = SHA256.HashSizeInBytes;

    internal static byte[] Empty { get; } = SHA256.HashData([]);

    internal static byte[] Leaf(ReadOnlySpan<byte> data)
    {
        var marked = new byte[data.Length + 1];
        data.CopyTo(marked.AsSpan(1));
        return SHA256.HashData(marked);
    }

    internal static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> marked = stackalloc byte[1 + (2 * Size)];
        marked[0] = 1;
        left.CopyTo(marked[1..]);
        right.CopyTo(marked[(1 + Size)..]);
        return SHA256.HashData(marked);
    }

    /// <summary>The root over hashes that stand in a row; their number is a power of two.</summary>
    internal static byte[] Perfect(ReadOnlySpan<byte> row)
        => row.Length == Size ? row.ToArray() : Node(Perfect(row[..(row.Length / 2)]), Perfect(row[(row.Length / 2)..]));
}
