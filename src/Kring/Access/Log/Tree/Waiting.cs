using Kring.Data;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access.Log.Tree;

/// <summary>An entry whose turn it is to be sealed.</summary>
/// <param name="Entry">Null when it is gone, or cannot be read.</param>
/// <param name="Leaf">The index of the leaf that it has already.</param>
internal sealed record Waiting(AwaitingLeaf Of, AccessEntry? Entry, long? Leaf)
{
    /// <summary>An export gives a leaf two bytes for its length.</summary>
    private const int Longest = 60_000;

    private bool IsUnreadable { get; init; }

    internal byte[] Spelled()
    {
        if (IsUnreadable)
            return LeafBytes.Unreadable(Of.Entry);
        if (Entry is null)
            return LeafBytes.Gone(Of.Entry);
        return LeafBytes.Spell(Entry) is { Length: < Longest } spelled ? spelled : LeafBytes.Unreadable(Of.Entry);
    }

    /// <summary>Those that have waited longest.</summary>
    internal static async Task<List<Waiting>> First(AppDb db, int most, CancellationToken cancel)
    {
        try
        {
            return await Read(db, db.Set<AwaitingLeaf>().OrderBy(a => a.Position).Take(most)).ToListAsync(cancel);
        }
        catch (Exception fault) when (LineIsUnreadable(fault))
        {
            var found = new List<Waiting>();
            foreach (var one in await db.Set<AwaitingLeaf>().AsNoTracking().OrderBy(a => a.Position).Take(most).ToListAsync(cancel))
                found.Add(await One(db, one, cancel));
            return found;
        }
    }

    /// <summary>Somebody altered a line so that no entry can be made of it.</summary>
    internal static bool LineIsUnreadable(Exception fault) => fault is InvalidOperationException or ArgumentException or FormatException or InvalidCastException;

    private static async Task<Waiting> One(AppDb db, AwaitingLeaf one, CancellationToken cancel)
    {
        try
        {
            return await Read(db, db.Set<AwaitingLeaf>().Where(a => a.Position == one.Position)).SingleOrDefaultAsync(cancel) ?? new Waiting(one, null, null);
        }
        catch (Exception fault) when (LineIsUnreadable(fault))
        {
            return new Waiting(one, null, null) { IsUnreadable = true };
        }
    }

    private static IQueryable<Waiting> Read(AppDb db, IQueryable<AwaitingLeaf> awaiting)
        => from one in awaiting.AsNoTracking()
           join entry in db.Set<AccessEntry>().AsNoTracking() on new { one.Compartment, Id = one.Entry } equals new { entry.Compartment, entry.Id } into entries
           from there in entries.DefaultIfEmpty()
           join leaf in db.Set<LogLeaf>() on new { one.Compartment, one.Entry } equals new { leaf.Compartment, leaf.Entry } into leaves
           from sealedBefore in leaves.DefaultIfEmpty()
           orderby one.Position
           select new Waiting(one, there, (long?)sealedBefore.Index);
}
