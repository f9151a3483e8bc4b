using System.Buffers.Binary;
using Kring.Access.Log.Tree.Checks;

namespace Kring.Access.Log.Tree.Exports;

/// <summary>The sealed log in an export, with checkpoints that somebody else kept. Takes no database and no key but the public one.</summary>
internal sealed class ExportedCopy : ILogCopy
{
    private readonly string _folder;
    private readonly Checkpoint _newest;
    private readonly IReadOnlyList<IAsyncEnumerable<Checkpoint>> _checkpoints;

    /// <param name="kept">Files with checkpoints from elsewhere.</param>
    /// <param name="tell">Hears of a write that was broken off in one of those.</param>
    /// <exception cref="LogFaultException">Its newest checkpoint is not there, or is not signed by this key.</exception>
    internal ExportedCopy(string folder, LogPublicKey key, IReadOnlyList<string> kept, Action<string> tell)
    {
        _folder = folder;
        _newest = File.Exists(At(TilePath.Checkpoint)) && Checkpoint.Parse(File.ReadAllText(At(TilePath.Checkpoint)), key) is { } signed
            ? signed
            : throw new LogFaultException($"The checkpoint in {folder} is missing, was altered, or is not signed by {key.Name}.");
        if (!File.Exists(At(TilePath.Checkpoints)))
            throw new LogFaultException($"The file {TilePath.Checkpoints} is missing in {folder}.");
        var own = new[] { At(TilePath.Checkpoints), At(TilePath.Witnessed) }.Where(File.Exists);
        _checkpoints = [.. own.Select(file => CheckpointStreams.Of(file, key, null)), .. kept.Select(file => CheckpointStreams.Of(file, key, tell)), One(_newest)];
    }

    public bool KeepsUnfullTiles => true;

    public async IAsyncEnumerable<CopiedLeaf> Leaves()
    {
        for (var from = 0L; from < _newest.Size; from += GrowingTree.TileWidth)
        {
            var width = (int)Math.Min(GrowingTree.TileWidth, _newest.Size - from);
            var (entries, hashes) = (TilePath.OfEntries(from / GrowingTree.TileWidth, width), TilePath.OfTile(0, from / GrowingTree.TileWidth, width));
            var bundle = await Read(entries, from);
            var tile = await Read(hashes, from);
            if (tile.Length != width * TreeHash.Size)
                throw LogFaultException.At(from + Math.Min(width, tile.Length / TreeHash.Size), $"{hashes} holds {tile.Length} bytes instead of {width * TreeHash.Size}.");
            var at = 0;
            for (var i = 0; i < width; i++)
            {
                var end = at + 2 <= bundle.Length ? at + 2 + BinaryPrimitives.ReadUInt16BigEndian(bundle.AsSpan(at)) : int.MaxValue;
                if (end > bundle.Length)
                    throw LogFaultException.At(from + i, $"{entries} ends before this entry does: it was truncated.");
                yield return new CopiedLeaf(from + i, bundle[(at + 2)..end], tile[(i * TreeHash.Size)..((i + 1) * TreeHash.Size)]);
                at = end;
            }

            if (at < bundle.Length)
                throw LogFaultException.At(from + width, $"{entries} holds more than the {width} entries that were signed.");
        }
    }

    public async Task<CopiedTile?> Tile(int level, long index, int width)
    {
        var path = At(TilePath.OfTile(level, index, width));
        return File.Exists(path) ? new CopiedTile(await File.ReadAllBytesAsync(path), null) : null;
    }

    public IAsyncEnumerable<Checkpoint> Checkpoints() => CheckpointStreams.Merge(_checkpoints);

    private string At(string path) => Path.Combine(_folder, path);

    private async Task<byte[]> Read(string path, long index)
        => File.Exists(At(path)) ? await File.ReadAllBytesAsync(At(path)) : throw LogFaultException.At(index, $"{path} is missing.");

    private static async IAsyncEnumerable<Checkpoint> One(Checkpoint checkpoint)
    {
        await Task.CompletedTask;
        yield return checkpoint;
    }
}
