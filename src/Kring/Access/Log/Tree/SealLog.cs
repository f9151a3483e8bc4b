using Kring.Access.Keys;
using Kring.Access.Sealing;
using Kring.Data;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access.Log.Tree;

/// <summary>
/// Puts entries that await it into the tree, and signs how far the tree is. Several nodes may: what two of them add at once is added by one. A tree that does not
/// continue what was signed before is not signed.
/// </summary>
internal sealed class SealLog(IDbContextFactory<AppDb> databases, Keyring keys, LogSigner signer, TimeProvider time) : IDisposable
{
    internal const int MostAtOnce = 1024;
    private readonly SemaphoreSlim _turn = new(1);
    private GrowingTree? _tree;

    /// <summary>Adds one batch.</summary>
    /// <returns>Whether more waits: the batch was full, or another node was first. What comes in meanwhile waits for the next round, so that a busy log is signed too.</returns>
    /// <exception cref="BrokenTreeException">The tree does not continue what was signed. Nothing was added.</exception>
    internal async Task<bool> Append(CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var awaiting = await Waiting.First(db, MostAtOnce, cancel);
            if (awaiting.Count == 0)
                return false;
            var tree = await Current(db, cancel);
            _tree = null; // it runs ahead of the database until the commit
            if (!await Save(db, awaiting, await Add(db, tree, awaiting, cancel)))
                return true;
            _tree = tree;
            return awaiting.Count == MostAtOnce;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Signs how far the tree is, unless that was signed already.</summary>
    /// <exception cref="BrokenTreeException">The tree does not continue what was signed. Nothing was signed.</exception>
    internal async Task SignCheckpoint(CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var tree = await Current(db, cancel);
            if (tree.Size == 0 || await db.Set<LogCheckpoint>().AnyAsync(c => c.Size == tree.Size, cancel))
                return;
            db.Add(new LogCheckpoint { Size = tree.Size, Note = signer.Sign(tree.Size, tree.Root).Note, At = time.Moment() });
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException known) when (Conflicts.ExistsAlready(known))
        {
            // Another node signed the same.
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    // Kept from the round before; what another node added meanwhile is read. Otherwise built from what was signed last, if that is what stands there.
    private async Task<GrowingTree> Current(AppDb db, CancellationToken cancel)
    {
        var stored = new StoredTree(db, cancel);
        var size = await stored.Size();
        var last = await db.Set<LogCheckpoint>().AsNoTracking().OrderByDescending(c => c.Size).FirstOrDefaultAsync(cancel);
        if (last is not null && last.Size > size)
            throw new BrokenTreeException(size);
        if (_tree is null || _tree.Size > size)
        {
            _tree = await stored.Load(last?.Size ?? 0);
            Demand(last);
        }

        while (_tree.Size < size)
        {
            var from = _tree.Size;
            var hashes = await db.Set<LogLeaf>().Where(l => l.Index >= from).OrderBy(l => l.Index).Take(MostAtOnce).Select(l => new { l.Index, l.Hash }).ToListAsync(cancel);
            if (hashes.Count == 0)
                throw new BrokenTreeException(from);
            foreach (var leaf in hashes)
            {
                if (leaf.Index != _tree.Size)
                    throw new BrokenTreeException(_tree.Size);
                _tree.Add(leaf.Hash);
                Demand(last);
            }
        }

        return _tree;
    }

    // At the size that was signed last, the tree is the one that was signed.
    private void Demand(LogCheckpoint? last)
    {
        if (last is null || last.Size != _tree!.Size)
            return;
        if (Checkpoint.Parse(last.Note, signer.PublicKey) is { } signed && signed.Size == last.Size && signed.Root.AsSpan().SequenceEqual(_tree.Root))
            return;
        _tree = null;
        throw new BrokenTreeException(0);
    }

    private async Task<List<LogLeaf>> Add(AppDb db, GrowingTree tree, List<Waiting> awaiting, CancellationToken cancel)
    {
        var leaves = new List<LogLeaf>();
        var known = await Known([.. awaiting.Select(a => a.Of.Compartment).Distinct()], cancel);
        // Somebody deleted a line and put it back: it has its leaf, which tells whether it is the same.
        foreach (var one in awaiting.Where(w => w.Leaf is null))
        {
            var bytes = LeafBytes.Seal(one.Of.Entry, one.Spelled(), known.GetValueOrDefault(one.Of.Compartment), keys.ProgramKey);
            var hash = TreeHash.Leaf(bytes);
            leaves.Add(new LogLeaf { Index = tree.Size, Compartment = one.Of.Compartment, Entry = one.Of.Entry, Bytes = bytes, Hash = hash });
            foreach (var tile in tree.Add(hash))
                db.Add(new LogTile { Level = tile.Level, Index = tile.Index, Hashes = tile.Hashes, Root = tile.Root });
        }

        return leaves;
    }

    // One key that does not open must not hold up the others: what is about it is sealed as if it had none.
    private async Task<IReadOnlyDictionary<CompartmentId, CompartmentKey>> Known(IReadOnlyList<CompartmentId> compartments, CancellationToken cancel)
    {
        try
        {
            return await keys.FetchKnown(compartments, cancel);
        }
        catch (MasterKeyMismatchException) when (compartments.Count > 1)
        {
            var known = new Dictionary<CompartmentId, CompartmentKey>();
            foreach (var one in compartments)
            {
                foreach (var (id, key) in await Known([one], cancel))
                    known[id] = key;
            }

            return known;
        }
        catch (MasterKeyMismatchException)
        {
            return new Dictionary<CompartmentId, CompartmentKey>();
        }
    }

    // Entries leave the waiting list in the transaction in which they become leaves, so each does so once.
    private static async Task<bool> Save(AppDb db, List<Waiting> awaiting, List<LogLeaf> leaves)
    {
        var positions = awaiting.ConvertAll(a => a.Of.Position);
        try
        {
            await using var transaction = await db.BeginAlone(CancellationToken.None);
            if (await db.Set<AwaitingLeaf>().Where(a => positions.Contains(a.Position)).ExecuteDeleteAsync(CancellationToken.None) != positions.Count)
                return false;
            await BulkRows.Insert(db, db.Model.FindEntityType(typeof(LogLeaf))!, leaves, CancellationToken.None);
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.Commit(CancellationToken.None);
            return true;
        }
        catch (Exception conflict) when (Conflicts.IsConflict(conflict))
        {
            return false;
        }
    }
}
