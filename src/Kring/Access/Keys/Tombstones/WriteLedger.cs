using System.Text;
using Kring.Data;
using Kring.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access.Keys.Tombstones;

internal enum WriteLedgerOutcome
{
    Written,
    /// <summary>There is a file already; it is not written over.</summary>
    ThereAlready,
    /// <summary>The database came from a backup: it does not know what was erased since.</summary>
    Restored,
    /// <summary>The key store knows of more tombstones than the database.</summary>
    DatabaseIsOlder,
    /// <summary>There never was a ledger.</summary>
    NeverStarted,
}

/// <summary>Writes a lost ledger anew from a database that is still the newest: for a node that has none yet, or a disk that died.</summary>
internal sealed class WriteLedger(IDbContextFactory<AppDb> databases, IDbContextFactory<KeyDb> stores, LedgerFile file)
{
    internal async Task<WriteLedgerOutcome> Run(CancellationToken cancel)
    {
        if (file.Exists)
            return WriteLedgerOutcome.ThereAlready;
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var store = await stores.CreateDbContextAsync(cancel);
        if (await db.Set<LedgerMark>().AsNoTracking().SingleOrDefaultAsync(cancel) is not { } mark)
            return WriteLedgerOutcome.NeverStarted;
        if (mark.RestoredAt is not null)
            return WriteLedgerOutcome.Restored;
        var stones = await db.Set<Tombstone>().AsNoTracking().OrderBy(t => t.Number).ToListAsync(cancel);
        if ((await store.Mark(cancel)).Number > stones.Count)
            return WriteLedgerOutcome.DatabaseIsOlder;
        var text = new StringBuilder(Ledger.FirstLine(mark.Ledger)).Append('\n');
        var before = LedgerLine.HashOf(Ledger.FirstLine(mark.Ledger));
        foreach (var line in stones.Select(stone => LedgerLine.Of(stone, before)))
        {
            text.Append(line.Text).Append('\n');
            before = line.Hash;
        }

        if (before != mark.Hash)
            return WriteLedgerOutcome.DatabaseIsOlder;
        DurableFile.Write(file.Path, Encoding.UTF8.GetBytes(text.ToString()));
        return WriteLedgerOutcome.Written;
    }
}
