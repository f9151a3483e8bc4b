using System.Numerics;

namespace Kring.Access.Log.Tree;

/// <summary>A full tile: 256 hashes that stand beside each other, and the hash over them. Level 0 holds hashes of entries, level 1 those over tiles of level 0. It never changes.</summary>
internal sealed record FullTile(int Level, long Index, byte[] Hashes, byte[] Root);

/// <summary>
/// A Merkle tree (RFC 9162, section 2.1) that only grows. It keeps its right edge and the tiles that are not full yet: some kilobytes, however many entries there are.
/// </summary>
internal sealed class GrowingTree
{
    internal const int TileWidth = 256;
    private const int LevelsInTile = 8;
    private readonly List<byte[]> _edge = [];
    private readonly List<List<byte[]>> _tiles = [];

    internal long Size { get; private set; }

    internal byte[] Root
    {
        get
        {
            if (Size == 0)
                return TreeHash.Empty;
            var root = _edge[^1];
            for (var i = _edge.Count - 2; i >= 0; i--)
                root = TreeHash.Node(_edge[i], root);
            return root;
        }
    }

    /// <returns>The tiles that this entry filled, lowest first.</returns>
    internal IReadOnlyList<FullTile> Add(byte[] leaf)
    {
        List<FullTile>? full = null;
        var node = leaf;
        Put(0, node);
        var level = 0;
        for (; (Size >> level & 1) == 1; level++)
        {
            node = TreeHash.Node(_edge[^1], node);
            _edge.RemoveAt(_edge.Count - 1);
            if ((level + 1) % LevelsInTile != 0)
                continue;
            var tile = level / LevelsInTile;
            (full ??= []).Add(new FullTile(tile, Size / Width(tile + 1), [.. _tiles[tile].SelectMany(h => h)], node));
            _tiles[tile].Clear();
            Put(tile + 1, node);
        }

        _edge.Add(node);
        Size++;
        return full ?? [];
    }

    /// <summary>The hashes of the tile of this level that is not full, one after the other.</summary>
    internal byte[] Unfull(int level) => level < _tiles.Count ? [.. _tiles[level].SelectMany(h => h)] : [];

    /// <summary>The tree of so many entries, from the tiles of it that are not full.</summary>
    /// <param name="rows">The hashes of the tile that is not full, for each level from 0 on.</param>
    internal static GrowingTree Of(long size, IReadOnlyList<IReadOnlyList<byte[]>> rows)
    {
        var tree = new GrowingTree { Size = size };
        for (var level = 0; level < rows.Count; level++)
        {
            foreach (var hash in rows[level])
                tree.Put(level, hash);
        }

        foreach (var row in rows.Reverse())
        {
            var from = 0;
            for (var left = row.Count; left > 0; left = row.Count - from)
            {
                var width = 1 << BitOperations.Log2((uint)left);
                tree._edge.Add(TreeHash.Perfect(row.Skip(from).Take(width).SelectMany(h => h).ToArray()));
                from += width;
            }
        }

        return tree;
    }

    /// <summary>How many entries one hash in a tile of this level stands for.</summary>
    internal static long Width(int level) => 1L << (LevelsInTile * level);

    private void Put(int level, byte[] hash)
    {
        while (_tiles.Count <= level)
            _tiles.Add([]);
        _tiles[level].Add(hash);
    }
}
