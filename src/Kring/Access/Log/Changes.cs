using Kring.Data;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access.Log;

/// <summary>Holds what is about to be saved against what the gate let through.</summary>
internal static class Changes
{
    /// <exception cref="InvalidOperationException">A row changed without a grant for its compartment, or a line of the log itself.</exception>
    internal static IReadOnlyList<AccessEntry> EntriesFor(AppDb db, OwedEntries owed)
    {
        var changed = new HashSet<CompartmentId>();
        var beyond = false;
        foreach (var row in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).Select(e => e.Entity))
        {
            if (row is AccessEntry)
                throw new InvalidOperationException("The access log is written by the door alone, and never changed.");
            if (row is ICompartmented lives)
                changed.Add(lives.Compartment);
            else if (row is Compartment founded)
                changed.Add(founded.Id);
            else
                beyond = true;
        }

        return owed.For(changed, beyond);
    }

    /// <summary>It was a line of the log that could not be saved.</summary>
    internal static bool ConcernsLog(Exception fault) => fault is DbUpdateException save && save.Entries.Any(e => e.Entity is AccessEntry);
}
