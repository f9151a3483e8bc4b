using Kring.Data;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access;

/// <summary>The door for many people at once: what each of them changes is decided, logged and saved in one transaction.</summary>
internal sealed partial class Door
{
    /// <summary>
    /// As <see cref="CommitHeld(Grant, Func{Task{bool}}, CancellationToken)"/>, for the visits of many persons. The relations of all are held, the gate answers for each, and only those it opens for come to
    /// the work. Nobody is refused here, and nothing logged for who is left out: they ask alone, and get their answer then.
    /// </summary>
    /// <param name="work">Adds rows by the grants, and says for which of them it did. It enters no door.</param>
    /// <returns>The places in <paramref name="visits"/> of what is saved; none when somebody else was first.</returns>
    internal async Task<IReadOnlyList<int>> CommitTogether(IReadOnlyList<Visit> visits, Func<IReadOnlyDictionary<int, Grant>, Task<IReadOnlyCollection<int>>> work)
    {
        ObjectDisposedException.ThrowIf(Closed, this);
        await using var transaction = await db.BeginAlone(CancellationToken.None);
        await gate.Hold(visits);
        var opened = visits.Zip(await gate.Decide(visits, CancellationToken.None)).Index().Where(v => v.Item.Second.Opened).ToDictionary(v => v.Index, v => v.Item);
        var unwrapped = await keys.Fetch([.. opened.Values.Select(v => v.First.Compartment.Id).Distinct()], CancellationToken.None);
        var saved = false;
        try
        {
            var done = await work(opened.ToDictionary(v => v.Key, v => new Grant(this, db, unwrapped[v.Value.First.Compartment.Id], v.Value.First, v.Value.Second.Standing!)));
            foreach (var place in done)
                owed.Add(Entry(opened[place].First, opened[place].Second));
            if (done.Count == 0 || !await SaveRows())
                return [];
            await transaction.Commit(CancellationToken.None);
            saved = true;
            Committed();
            return [.. done];
        }
        finally
        {
            // They come again alone, and are in the log then.
            if (!saved)
                owed.Clear();
        }
    }

    // New rows only, a statement for each kind; the log comes last.
    private async Task<bool> SaveRows()
    {
        try
        {
            var entries = Log.Changes.EntriesFor(db, owed);
            foreach (var rows in db.ChangeTracker.Entries().GroupBy(e => e.Metadata))
                await BulkRows.Insert(db, rows.Key, [.. rows.Select(r => r.State == EntityState.Added ? r.Entity : throw new InvalidOperationException("Together only adds."))], CancellationToken.None);
            await BulkRows.Insert(db, db.Model.FindEntityType(typeof(Log.AccessEntry))!, entries, CancellationToken.None);
            return true;
        }
        catch (Exception conflict) when (Conflicts.IsConflict(conflict))
        {
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
