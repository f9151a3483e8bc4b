using Kring.Data;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access.Keys.Tombstones;

internal enum DestroyOutcome
{
    Destroyed,
    /// <summary>It has a tombstone already.</summary>
    DestroyedBefore,
    NoSuchCompartment,
}

/// <summary>
/// Destroys a compartment for good: its key, its rows but for the access log, and a tombstone that every backup put back later has to answer to. Whoever orders it has entered the
/// door and is in the log. In order: the tombstone and the rows in one transaction, the ledger, the key. Broken off in between, the next start finishes it.
/// </summary>
internal sealed class DestroyCompartment(IDbContextFactory<AppDb> databases, IDbContextFactory<KeyDb> stores, Keyring keys, LedgerFile ledger, TimeProvider time)
{
    internal async Task<DestroyOutcome> Run(CompartmentRef compartment, DestructionReason reason, Actor by, CancellationToken cancel)
    {
        if (compartment.Kind == CompartmentKind.System || compartment.Id == Keyring.System)
            throw new ArgumentException("The program's own key is not destroyed: nothing could be found any more.", nameof(compartment));
        await using var db = await databases.CreateDbContextAsync(cancel);
        var outcome = await Order(db, compartment, reason, by, cancel);
        if (outcome != DestroyOutcome.NoSuchCompartment)
            await Finish(db, CancellationToken.None);
        keys.Forget(compartment.Id);
        return outcome;
    }

    /// <summary>Brings what was ordered into the ledger, and takes the keys.</summary>
    internal async Task Finish(AppDb db, CancellationToken cancel)
    {
        var waiting = await db.Set<Tombstone>().Where(t => !t.InLedger).OrderBy(t => t.Number).ToListAsync(cancel);
        if (waiting.Count == 0)
            return;
        await ledger.Append(waiting, cancel);
        await using var store = await stores.CreateDbContextAsync(cancel);
        await DestroyedKeys.Delete(store, waiting.Select(t => t.Compartment), cancel);
        await DestroyedKeys.Note(store, new LedgerMark { Ledger = (await db.Set<LedgerMark>().AsNoTracking().SingleAsync(cancel)).Ledger, Number = waiting[^1].Number, Hash = waiting[^1].Hash }, cancel);
        waiting.ForEach(t => t.InLedger = true);
        await db.SaveChangesAsync(cancel);
    }

    private async Task<DestroyOutcome> Order(AppDb db, CompartmentRef compartment, DestructionReason reason, Actor by, CancellationToken cancel)
    {
        await using var transaction = await db.BeginAlone(cancel);
        // The row that all tombstones are numbered by: whoever comes at the same moment waits for it.
        await db.Set<LedgerMark>().ExecuteUpdateAsync(set => set.SetProperty(m => m.Number, m => m.Number + 1), cancel);
        if (await db.Set<Tombstone>().AnyAsync(t => t.Compartment == compartment.Id, cancel))
            return DestroyOutcome.DestroyedBefore;
        if (!await db.Set<Compartment>().AnyAsync(c => c.Id == compartment.Id && c.Kind == compartment.Kind, cancel))
            return DestroyOutcome.NoSuchCompartment;
        var mark = await db.Set<LedgerMark>().SingleAsync(cancel);
        var line = new LedgerLine(mark.Number, compartment.Id, compartment.Kind, time.Moment(), reason, by.Person is { } person ? $"person:{person.Value:D}" : $"job:{by.Job}", mark.Hash);
        mark.Hash = line.Hash;
        db.Add(Tombstone.Of(line, inLedger: false));
        await db.SaveChangesAsync(cancel);
        await CompartmentRows.Delete(db, cancel);
        await transaction.Commit(CancellationToken.None);
        return DestroyOutcome.Destroyed;
    }
}
