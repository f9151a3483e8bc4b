using Kring.Data;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access.Keys.Tombstones;

/// <summary>The keys of destroyed compartments: gone from the key store, and from what it leaves behind on disk as far as the database lets.</summary>
internal static class DestroyedKeys
{
    private const int AtOnce = 500;

    /// <returns>How many keys there were.</returns>
    internal static async Task<int> Delete(KeyDb store, IEnumerable<CompartmentId> compartments, CancellationToken cancel)
    {
        var deleted = 0;
        foreach (var some in compartments.Chunk(AtOnce))
            deleted += await store.Keys.Where(k => some.Contains(k.Compartment)).ExecuteDeleteAsync(cancel);
        // What was deleted still stands in the write-ahead log, or in a dead row: neither waits for its turn.
        if (deleted > 0)
            await store.Database.ExecuteSqlRawAsync(store is SqliteKeyDb ? "PRAGMA wal_checkpoint(TRUNCATE)" : "vacuum wrapped_keys", cancel);
        return deleted;
    }

    /// <summary>Notes in the key store how far the ledger goes, so that database and ledger cannot both be put back to an older state unseen.</summary>
    internal static async Task Note(KeyDb store, LedgerMark mark, CancellationToken cancel)
    {
        await store.Mark(cancel);
        await store.SaveChangesAsync(cancel);
        // Of several who finish at once the last may be behind.
        await store.Set<KeyStoreMark>().Where(m => m.Number <= mark.Number)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Ledger, mark.Ledger).SetProperty(m => m.Number, mark.Number).SetProperty(m => m.Hash, mark.Hash), cancel);
    }
}
