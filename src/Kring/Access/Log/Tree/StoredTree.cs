using System.Numerics;
using Kring.Data;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access.Log.Tree;

/// <summary>The tree as it stands in the database.</summary>
internal sealed class StoredTree(AppDb db, CancellationToken cancel)
{
    private const int TileLevelBits = 8;

    /// <summary>How many leaves there are.</summary>
    internal async Task<long> Size() => 1 + (await db.Set<LogLeaf>().MaxAsync(l => (long?)l.Index, cancel) ?? -1);

    internal ValueTask<byte[]> Root(long size) => Range(0, size);

    /// <summary>Why this log cannot be the one of which somebody holds so many entries, or null when it can.</summary>
    /// <param name="root">What they hold as its root; null when they do not say.</param>
    internal async Task<string?> Contradiction(long held, byte[]? root)
    {
        var size = await Size();
        if (held > size)
            return $"it holds a checkpoint of {held} entries, and the log has {size}: from index {size} on they are gone";
        return root is null || (await Root(held)).AsSpan().SequenceEqual(root) ? null : $"its checkpoint of {held} entries is of another log: one of the entries before index {held} was changed";
    }

    /// <summary>The hash over the entries from one index up to another, which begins where RFC 9162 lets a subtree begin.</summary>
    /// <exception cref="BrokenTreeException">Leaves or tiles that it takes are not there.</exception>
    internal async ValueTask<byte[]> Range(long from, long until)
    {
        if (until == from)
            return TreeHash.Empty;
        if (BitOperations.IsPow2(until - from))
            return await Subtree(from, BitOperations.Log2((ulong)(until - from)));
        var middle = from + TreeProofs.Split(until - from);
        var (left, right) = (await Range(from, middle), await Range(middle, until));
        return TreeHash.Node(left, right);
    }

    /// <summary>The growing tree of the first so many entries.</summary>
    /// <exception cref="BrokenTreeException">Leaves or tiles that it takes are not there.</exception>
    internal async Task<GrowingTree> Load(long size)
    {
        var rows = new List<IReadOnlyList<byte[]>>();
        for (var level = 0; size >> (TileLevelBits * level) > 0; level++)
        {
            var until = size >> (TileLevelBits * level);
            rows.Add(await Row(level, until - (until % GrowingTree.TileWidth), until));
        }

        return GrowingTree.Of(size, rows);
    }

    private async Task<byte[]> Subtree(long from, int height)
    {
        var level = height / TileLevelBits;
        var first = from >> (TileLevelBits * level);
        return TreeHash.Perfect((await Row(level, first, first + (1L << (height % TileLevelBits)))).SelectMany(h => h).ToArray());
    }

    // Hashes of one level, within one tile: of leaves, or over full tiles of the level below.
    private async Task<IReadOnlyList<byte[]>> Row(int level, long from, long until)
    {
        var hashes = level == 0
            ? await db.Set<LogLeaf>().Where(l => l.Index >= from && l.Index < until).OrderBy(l => l.Index).Select(l => l.Hash).ToListAsync(cancel)
            : await db.Set<LogTile>().Where(t => t.Level == level - 1 && t.Index >= from && t.Index < until).OrderBy(t => t.Index).Select(t => t.Root).ToListAsync(cancel);
        return hashes.Count == until - from && hashes.TrueForAll(h => h.Length == TreeHash.Size)
            ? hashes
            : throw new BrokenTreeException(from << (TileLevelBits * level));
    }
}

/// <summary>The tree lacks leaves or tiles, or is not the one that was signed.</summary>
internal sealed class BrokenTreeException(long index) : Exception($"The tree over the access log is broken at or after index {index}. Run log verify.");
