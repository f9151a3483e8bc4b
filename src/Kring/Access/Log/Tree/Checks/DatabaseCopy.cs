using Kring.Data;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access.Log.Tree.Checks;

/// <summary>The sealed log as it stands in the database, and what witnesses keep of it.</summary>
internal sealed class DatabaseCopy(IDbContextFactory<AppDb> databases, LogPublicKey key, IReadOnlyList<IAsyncEnumerable<Checkpoint>> witnesses) : ILogCopy
{
    private const int Page = 256;

    public bool KeepsUnfullTiles => false;

    public async IAsyncEnumerable<CopiedLeaf> Leaves()
    {
        await using var db = await databases.CreateDbContextAsync();
        for (var from = 0L; ;)
        {
            var page = await db.Set<LogLeaf>().Where(l => l.Index >= from).OrderBy(l => l.Index).Take(Page).Select(l => new CopiedLeaf(l.Index, l.Bytes, l.Hash)).ToListAsync();
            foreach (var leaf in page)
                yield return leaf;
            if (page.Count < Page)
                yield break;
            from = page[^1].Index + 1;
        }
    }

    public async Task<CopiedTile?> Tile(int level, long index, int width)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Set<LogTile>().Where(t => t.Level == level && t.Index == index).Select(t => new CopiedTile(t.Hashes, t.Root)).SingleOrDefaultAsync();
    }

    public IAsyncEnumerable<Checkpoint> Checkpoints() => CheckpointStreams.Merge([Own(), .. witnesses]);

    private async IAsyncEnumerable<Checkpoint> Own()
    {
        await using var db = await databases.CreateDbContextAsync();
        await foreach (var row in db.Set<LogCheckpoint>().AsNoTracking().OrderBy(c => c.Size).AsAsyncEnumerable())
        {
            yield return Checkpoint.Parse(row.Note, key) is { } signed && signed.Size == row.Size
                ? signed
                : throw LogFaultException.At(Math.Max(0, row.Size - 1), $"the checkpoint of {row.Size} entries is not signed by this log: it was altered.");
        }
    }
}
