using System.Reflection;
using Kring.Access.Log;
using Kring.Data;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access.Keys.Tombstones;

/// <summary>The rows of destroyed compartments, in every table that has such rows. Only the access log stays: the law keeps it, and it holds no content (NEN 7513, AVG art. 17(3)(b)).</summary>
internal static class CompartmentRows
{
    private static readonly MethodInfo OfKind = typeof(CompartmentRows).GetMethod(nameof(DeleteKind), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Deletes the rows of every compartment that has a tombstone.</summary>
    /// <returns>How many there were.</returns>
    internal static async Task<int> Delete(AppDb db, CancellationToken cancel)
    {
        var deleted = 0;
        foreach (var kind in db.Model.GetEntityTypes().Select(e => e.ClrType).Where(t => t.IsAssignableTo(typeof(ICompartmented)) && t != typeof(AccessEntry)))
            deleted += await (Task<int>)OfKind.MakeGenericMethod(kind).Invoke(null, [db, cancel])!;
        return deleted + await db.Set<Compartment>().Where(c => db.Set<Tombstone>().Any(t => t.Compartment == c.Id)).ExecuteDeleteAsync(cancel);
    }

    private static Task<int> DeleteKind<T>(AppDb db, CancellationToken cancel) where T : class, ICompartmented
        => db.Set<T>().Where(row => db.Set<Tombstone>().Any(t => t.Compartment == row.Compartment)).ExecuteDeleteAsync(cancel);
}
