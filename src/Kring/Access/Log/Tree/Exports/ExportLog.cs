using System.Buffers.Binary;
using System.Text;
using Kring.Access.Log.Tree.Checks;
using Kring.Access.Log.Tree.Witnesses;
using Kring.Data;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access.Log.Tree.Exports;

/// <summary>
/// Writes the sealed log up to its newest checkpoint to a folder, as C2SP tlog-tiles has it: entries as they are encrypted, tiles, checkpoints and the public key. What is added
/// meanwhile does not matter, since nothing that was signed changes.
/// </summary>
internal sealed class ExportLog(IDbContextFactory<AppDb> databases, LogSigner signer)
{
    /// <returns>How many entries were written; null when nothing was signed yet.</returns>
    internal async Task<long?> Run(string folder, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var newest = await db.Set<LogCheckpoint>().AsNoTracking().OrderByDescending(c => c.Size).FirstOrDefaultAsync(cancel);
        if (newest is null)
            return null;
        Directory.CreateDirectory(folder);
        await Write(folder, TilePath.Key, Encoding.UTF8.GetBytes(signer.PublicKey + "\n"), cancel);
        await WriteEntries(folder, newest.Size, cancel);
        await WriteCheckpoints(db, folder, newest.Size, cancel);
        await Write(folder, TilePath.Checkpoint, Encoding.UTF8.GetBytes(newest.Note), cancel);
        return newest.Size;
    }

    private async Task WriteEntries(string folder, long size, CancellationToken cancel)
    {
        var tree = new GrowingTree();
        using var bundle = new MemoryStream();
        var length = new byte[2];
        await foreach (var leaf in new DatabaseCopy(databases, signer.PublicKey, []).Leaves().WithCancellation(cancel))
        {
            if (tree.Size == size)
                break;
            BinaryPrimitives.WriteUInt16BigEndian(length, checked((ushort)leaf.Bytes.Length));
            bundle.Write(length);
            bundle.Write(leaf.Bytes);
            // What stands as the hash, not what it should be: an export shows what is there.
            foreach (var tile in tree.Add(leaf.Hash))
                await Write(folder, TilePath.OfTile(tile.Level, tile.Index, GrowingTree.TileWidth), tile.Hashes, cancel);
            if (tree.Size % GrowingTree.TileWidth != 0)
                continue;
            await Write(folder, TilePath.OfEntries((tree.Size / GrowingTree.TileWidth) - 1, GrowingTree.TileWidth), bundle.ToArray(), cancel);
            bundle.SetLength(0);
        }

        if (bundle.Length > 0)
            await Write(folder, TilePath.OfEntries(tree.Size / GrowingTree.TileWidth, (int)(tree.Size % GrowingTree.TileWidth)), bundle.ToArray(), cancel);
        for (var level = 0; tree.Size >= GrowingTree.Width(level); level++)
        {
            if (tree.Unfull(level) is { Length: > 0 } row)
                await Write(folder, TilePath.OfTile(level, tree.Size / GrowingTree.Width(level) / GrowingTree.TileWidth, row.Length / TreeHash.Size), row, cancel);
        }
    }

    private static async Task WriteCheckpoints(AppDb db, string folder, long size, CancellationToken cancel)
    {
        await using (var all = new StreamWriter(Path.Combine(folder, TilePath.Checkpoints), append: false, new UTF8Encoding(false)))
        {
            await foreach (var note in db.Set<LogCheckpoint>().Where(c => c.Size <= size).OrderBy(c => c.Size).Select(c => c.Note).AsAsyncEnumerable().WithCancellation(cancel))
                await all.WriteAsync(CheckpointFile.Record(note));
        }

        await using var witnessed = new StreamWriter(Path.Combine(folder, TilePath.Witnessed), append: false, new UTF8Encoding(false));
        foreach (var note in await db.Set<LogWitness>().Where(w => w.Size > 0 && w.Size <= size).OrderBy(w => w.Size).Select(w => w.Note).ToListAsync(cancel))
            await witnessed.WriteAsync(CheckpointFile.Record(note));
    }

    private static async Task Write(string folder, string path, byte[] bytes, CancellationToken cancel)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file, bytes, cancel);
    }
}
