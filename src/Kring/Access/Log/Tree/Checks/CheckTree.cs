namespace Kring.Access.Log.Tree.Checks;

/// <param name="Size">How many entries there are.</param>
/// <param name="Signed">How many of them the newest checkpoint covers.</param>
/// <param name="Checkpoints">How many checkpoints were held against the entries.</param>
internal sealed record CheckedTree(long Size, long Signed, int Checkpoints);

/// <summary>
/// Makes the tree anew from the entries and holds it against every hash, tile and checkpoint. That every checkpoint is a root of this one growing tree is inclusion of each entry and
/// consistency of all checkpoints at once. It takes the memory of a few tiles, however long the log is.
/// </summary>
internal sealed class CheckTree(ILogCopy copy)
{
    private readonly GrowingTree _tree = new();
    private long _signed;
    private int _checkpoints;

    /// <exception cref="LogFaultException">The first thing that is wrong, with its index.</exception>
    internal async Task<CheckedTree> Run(CancellationToken cancel)
    {
        await using var checkpoints = copy.Checkpoints().GetAsyncEnumerator(cancel);
        var more = await checkpoints.MoveNextAsync();
        await foreach (var leaf in copy.Leaves().WithCancellation(cancel))
        {
            await Grow(leaf);
            while (more && checkpoints.Current.Size <= _tree.Size)
            {
                await Hold(checkpoints.Current);
                more = await checkpoints.MoveNextAsync();
            }
        }

        if (more)
            throw LogFaultException.At(_tree.Size, $"the log ends here, while a checkpoint of {checkpoints.Current.Size} entries was signed. It was truncated, or is older than that checkpoint.");
        if (copy.KeepsUnfullTiles)
            await HoldUnfull();
        return new CheckedTree(_tree.Size, _signed, _checkpoints);
    }

    private async Task Grow(CopiedLeaf leaf)
    {
        if (leaf.Index != _tree.Size)
            throw LogFaultException.At(_tree.Size, "the entry that was sealed here was removed.");
        var hash = TreeHash.Leaf(leaf.Bytes);
        if (!hash.AsSpan().SequenceEqual(leaf.Hash))
            throw LogFaultException.At(leaf.Index, "the entry is not the one that was hashed here. It, or its hash, was altered, or swapped with another.");
        foreach (var tile in _tree.Add(hash))
            Compare(tile, await copy.Tile(tile.Level, tile.Index, GrowingTree.TileWidth));
    }

    private async Task Hold(Checkpoint signed)
    {
        _checkpoints++;
        if (signed.Size == _tree.Size && signed.Root.AsSpan().SequenceEqual(_tree.Root))
        {
            _signed = signed.Size;
            return;
        }

        // The tile was full later, and may still know the entry that is another now.
        var (row, tile) = (_tree.Unfull(0), _tree.Size / GrowingTree.TileWidth);
        if (row.Length > 0 && await copy.Tile(0, tile, GrowingTree.TileWidth) is { } full && full.Hashes.Length > row.Length)
            Compare(0, tile, row, full.Hashes[..row.Length]);
        throw LogFaultException.Among(Math.Min(_signed, signed.Size - 1), signed.Size - 1, $"at least one is not what was signed, or the checkpoint of {signed.Size} entries is of another log.");
    }

    private async Task HoldUnfull()
    {
        for (var level = 0; _tree.Unfull(level) is var row && _tree.Size >= GrowingTree.Width(level); level++)
        {
            var index = (_tree.Size / GrowingTree.Width(level)) / GrowingTree.TileWidth;
            if (row.Length > 0)
                Compare(level, index, row, (await copy.Tile(level, index, row.Length / TreeHash.Size))?.Hashes);
        }
    }

    private static void Compare(FullTile made, CopiedTile? there)
    {
        Compare(made.Level, made.Index, made.Hashes, there?.Hashes);
        if (there?.Root is { } root && !root.AsSpan().SequenceEqual(made.Root))
            throw LogFaultException.At(First(made.Level, made.Index), $"the hash over tile {made.Index} of level {made.Level} is not that of its hashes: it was altered.");
    }

    private static long First(int level, long tile) => tile * GrowingTree.TileWidth * GrowingTree.Width(level);

    private static void Compare(int level, long tile, byte[] hashes, byte[]? there)
    {
        var first = First(level, tile);
        if (there is null)
            throw LogFaultException.At(first, $"tile {tile} of level {level} is not there.");
        if (there.AsSpan().SequenceEqual(hashes))
            return;
        var same = hashes.AsSpan().CommonPrefixLength(there) / TreeHash.Size;
        throw LogFaultException.At(first + (same * GrowingTree.Width(level)), $"tile {tile} of level {level} holds another hash than the entry makes. One of them was altered.");
    }
}
