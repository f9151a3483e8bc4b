using Kring.Access.Keys;
using Kring.Access.Sealing;
using Kring.Data;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access.Log.Tree.Checks;

/// <param name="Compared">Lines that are what was sealed.</param>
/// <param name="Erased">Leaves that nobody can read any more, since the key of their compartment was destroyed.</param>
/// <param name="Gone">Lines that were deleted before they were sealed.</param>
/// <param name="Awaiting">Lines that are not sealed yet.</param>
internal sealed record CheckedRows(long Compared, long Erased, long Gone, long Awaiting);

/// <summary>Holds the lines of the access log against the leaves that were sealed of them.</summary>
internal sealed class CheckRows(IDbContextFactory<AppDb> databases, Keyring keys)
{
    private const int Page = 256;
    private long _compared, _erased, _gone;

    /// <exception cref="LogFaultException">The first line that is not what was sealed, with its index.</exception>
    internal async Task<CheckedRows> Run(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        for (var from = 0L; ;)
        {
            var page = await Read(db, from, cancel);
            var known = await Known(page, cancel);
            foreach (var (leaf, line) in page)
                await Compare(db, leaf, line, known.GetValueOrDefault(leaf.Compartment), cancel);
            if (page.Count < Page)
                break;
            from = page[^1].Leaf.Index + 1;
        }

        await DemandTurn(db, cancel);
        return new CheckedRows(_compared, _erased, _gone, await db.Set<AwaitingLeaf>().LongCountAsync(cancel));
    }

    private async Task<IReadOnlyDictionary<CompartmentId, CompartmentKey>> Known(List<Sealed> page, CancellationToken cancel)
    {
        try
        {
            return await keys.FetchKnown([.. page.Select(p => p.Leaf.Compartment).Distinct()], cancel);
        }
        catch (MasterKeyMismatchException fault)
        {
            throw new LogFaultException($"A key in the key store, of a compartment that the entries from index {page[0].Leaf.Index} on are about, does not open: it was altered. {fault.Message}");
        }
    }

    private static async Task<List<Sealed>> Read(AppDb db, long from, CancellationToken cancel)
    {
        try
        {
            return await Pairs(db, from, Page).ToListAsync(cancel);
        }
        catch (Exception fault) when (Waiting.LineIsUnreadable(fault))
        {
            var page = new List<Sealed>();
            for (var index = from; index < from + Page; index++)
                page.AddRange(await One(db, index, cancel));
            return page;
        }
    }

    private static async Task<List<Sealed>> One(AppDb db, long index, CancellationToken cancel)
    {
        try
        {
            return await Pairs(db, index, 1).ToListAsync(cancel);
        }
        catch (Exception fault) when (Waiting.LineIsUnreadable(fault))
        {
            throw LogFaultException.At(index, $"the line of the access log cannot be read; it was altered. {fault.Message}");
        }
    }

    private static IQueryable<Sealed> Pairs(AppDb db, long first, int most)
        => from leaf in db.Set<LogLeaf>().AsNoTracking().Where(l => l.Index >= first).OrderBy(l => l.Index).Take(most)
           join entry in db.Set<AccessEntry>().AsNoTracking() on new { leaf.Compartment, Id = leaf.Entry } equals new { entry.Compartment, entry.Id } into entries
           from line in entries.DefaultIfEmpty()
           orderby leaf.Index
           select new Sealed(leaf, line);

    private async Task Compare(AppDb db, LogLeaf leaf, AccessEntry? line, CompartmentKey? compartment, CancellationToken cancel)
    {
        var needs = LeafBytes.NeedsCompartment(leaf.Bytes);
        if (needs && compartment is null)
        {
            _erased++;
            return;
        }

        var spelled = Open(leaf, needs ? compartment! : keys.ProgramKey);
        if (spelled.AsSpan().SequenceEqual(LeafBytes.Gone(leaf.Entry)) && line is null)
            _gone++;
        else if (line is null && compartment is null && await WasErased(db, leaf, cancel))
            _erased++;
        else if (line is null)
            throw LogFaultException.At(leaf.Index, $"line {leaf.Entry} of compartment {leaf.Compartment} was removed from the access log.");
        else if (!spelled.AsSpan().SequenceEqual(LeafBytes.Spell(line)))
            throw LogFaultException.At(leaf.Index, $"line {leaf.Entry} of compartment {leaf.Compartment} is not what was sealed: it was altered, or swapped with another.");
        else
            _compared++;
    }

    private static byte[] Open(LogLeaf leaf, CompartmentKey key)
    {
        try
        {
            return LeafBytes.Open(leaf.Entry, leaf.Bytes, key);
        }
        catch (SealBrokenException)
        {
            throw LogFaultException.At(leaf.Index, $"the leaf does not open as line {leaf.Entry} of compartment {leaf.Compartment}: it was altered or swapped.");
        }
    }

    // The first leaf of a compartment that ever was took its key.
    private static async Task<bool> WasErased(AppDb db, LogLeaf leaf, CancellationToken cancel)
        => LeafBytes.NeedsCompartment(await db.Set<LogLeaf>().Where(l => l.Compartment == leaf.Compartment).OrderBy(l => l.Entry).Select(l => l.Bytes).FirstAsync(cancel));

    // In one statement: a line and its turn come together, and so do its leaf and the end of its turn.
    private static async Task DemandTurn(AppDb db, CancellationToken cancel)
    {
        var stray = await db.Set<AccessEntry>()
            .Where(e => !db.Set<LogLeaf>().Any(l => l.Compartment == e.Compartment && l.Entry == e.Id) && !db.Set<AwaitingLeaf>().Any(a => a.Compartment == e.Compartment && a.Entry == e.Id))
            .Select(e => new { e.Compartment, e.Id }).FirstOrDefaultAsync(cancel);
        if (stray is not null)
            throw new LogFaultException($"Line {stray.Id} of compartment {stray.Compartment} is in the access log, is not sealed and does not wait for it: its leaf was removed, or it was added by another way than the program's.");
    }

    private sealed record Sealed(LogLeaf Leaf, AccessEntry? Line);
}
