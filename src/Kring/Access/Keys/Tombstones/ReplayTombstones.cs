using Kring.Data;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access.Keys.Tombstones;

/// <summary>
/// Comes before the port opens, at every start: holds the ledger against what the databases know of it, and destroys once more what a backup brought back. Nothing is served that a
/// tombstone stands for.
/// </summary>
internal sealed partial class ReplayTombstones(
    IDbContextFactory<AppDb> databases, IDbContextFactory<KeyDb> stores, LedgerFile file, DestroyCompartment destroy, ILogger<ReplayTombstones> logger)
{
    /// <exception cref="StartRefusedException">The ledger is missing, shorter than what a database knows, changed, or another one's.</exception>
    internal async Task Run(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var store = await stores.CreateDbContextAsync(cancel);
        var (mark, known) = (await db.Set<LedgerMark>().SingleOrDefaultAsync(cancel), await store.Mark(cancel));
        var ledger = await Read(mark, known, cancel);
        await Demand(db, ledger, mark, known, cancel);
        if (mark is null)
            db.Add(mark = new LedgerMark { Ledger = ledger.Id, Hash = ledger.HashAt(0) });
        var back = ledger.Lines.Skip((int)mark.Number).ToList();
        db.AddRange(back.Select(line => Tombstone.Of(line, inLedger: true)));
        if (back.Count > 0)
            (mark.Number, mark.Hash) = (back[^1].Number, back[^1].Hash);
        await db.SaveChangesAsync(cancel);
        await destroy.Finish(db, cancel);
        await Destroy(db, store, mark, back.Count, cancel);
        if (mark.RestoredAt is not null)
        {
            mark.RestoredAt = null;
            await db.SaveChangesAsync(cancel);
        }
    }

    private async Task<Ledger> Read(LedgerMark? mark, KeyStoreMark known, CancellationToken cancel)
    {
        if (file.Exists)
            return await file.Read(cancel);
        if (mark is null && known.Ledger is null)
            return file.Make();
        throw new StartRefusedException((mark?.RestoredAt is null ? "" : "This system was restored from a backup. ")
            + $"The tombstone ledger {file.Path} is missing. It says what was erased for good; without it a backup would bring that back. Put it back from its copy, or say with Kring:Tombstones where it is; nothing was changed.");
    }

    private async Task Demand(AppDb db, Ledger ledger, LedgerMark? mark, KeyStoreMark known, CancellationToken cancel)
    {
        if ((mark?.Ledger ?? ledger.Id) != ledger.Id || (known.Ledger ?? ledger.Id) != ledger.Id)
            throw new StartRefusedException($"The tombstone ledger {file.Path} belongs to another Kring. Put the right one in place; nothing was changed.");
        // What was ordered last may not have reached it: then the database alone knows, and brings it there now.
        var last = await db.Set<Tombstone>().Where(t => t.InLedger).OrderByDescending(t => t.Number).Select(t => new { t.Number, t.Hash }).FirstOrDefaultAsync(cancel);
        var longest = Math.Max(last?.Number ?? 0, known.Number);
        if (ledger.Lines.Count < longest)
            throw new StartRefusedException($"The tombstone ledger {file.Path} ends at tombstone {ledger.Lines.Count}, while the databases know of {longest}. Put the newest copy in place; nothing was changed.");
        var stones = await db.Set<Tombstone>().AsNoTracking().Where(t => t.Number <= ledger.Lines.Count).Select(t => new { t.Number, t.Hash }).ToListAsync(cancel);
        if (stones.Exists(t => ledger.HashAt(t.Number) != t.Hash) || (known.Number > 0 && ledger.HashAt(known.Number) != known.Hash))
            throw new StartRefusedException($"The tombstone ledger {file.Path} says something else than the databases do. Find out who changed it, and put the right one in place; nothing was changed.");
    }

    private async Task Destroy(AppDb db, KeyDb store, LedgerMark mark, int lines, CancellationToken cancel)
    {
        if (mark.Number > 0)
        {
            var rows = await CompartmentRows.Delete(db, cancel);
            var keys = await DestroyedKeys.Delete(store, await db.Set<Tombstone>().AsNoTracking().Select(t => t.Compartment).ToListAsync(cancel), cancel);
            if (lines > 0 || rows > 0 || keys > 0)
                Replayed(logger, lines, keys, rows);
        }

        await DestroyedKeys.Note(store, mark, cancel);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Tombstones were replayed: {Lines} that this database did not know; {Keys} keys and {Rows} rows of what was erased had come back, and are destroyed again.")]
    private static partial void Replayed(ILogger logger, int lines, int keys, int rows);
}
