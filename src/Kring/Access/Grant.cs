using Kring.Access.Sealing;
using Kring.Data;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access;

/// <summary>
/// What a passed gate hands back, for this request only: afterwards it opens nothing. It carries the compartment's key and the way to its rows: without a grant nothing can be
/// opened, sealed, read or written. The log entry of a read is committed before the grant exists.
/// </summary>
internal sealed class Grant(Door door, AppDb db, CompartmentKey key, Visit visit, Standing standing)
{
    internal Visit Visit => visit;

    internal CompartmentRef Compartment => visit.Compartment;

    internal Actor Actor => visit.Actor;

    internal Standing Standing => standing;

    /// <summary>The person who acts. For use cases that only persons reach.</summary>
    internal PersonId Person => visit.Actor.Person ?? throw new InvalidOperationException("A job is not a person.");

    /// <summary>The compartment's rows of one kind; tracked when the visit may change something.</summary>
    internal IQueryable<T> Rows<T>() where T : class, ICompartmented
    {
        var compartment = Key.Compartment;
        var rows = db.Set<T>().Where(row => row.Compartment == compartment);
        return visit.IsRead ? rows.AsNoTracking() : rows;
    }

    /// <exception cref="InvalidOperationException">The row is of another compartment, or the visit may only read or only end.</exception>
    internal T Add<T>(T row) where T : class, ICompartmented
    {
        Guard(row);
        db.Add(row);
        return row;
    }

    internal void Remove<T>(T row) where T : class, ICompartmented
    {
        Guard(row);
        db.Remove(row);
    }

    internal Sealed<T> Seal<T>(SealedField<T> field, Guid row, T value) where T : IParsable<T>
        => visit.IsRead ? throw new InvalidOperationException("This visit may only read.") : Key.Seal(field, row, value);

    /// <exception cref="SealBrokenException">The value was altered or moved.</exception>
    internal T Open<T>(SealedField<T> field, Guid row, Sealed<T> value) where T : IParsable<T> => Key.Open(field, row, value);

    internal SealedBytes Seal(SealedBytesField field, Guid row, ReadOnlySpan<byte> plain)
        => visit.IsRead ? throw new InvalidOperationException("This visit may only read.") : Key.Seal(field, row, plain);

    /// <exception cref="SealBrokenException">The bytes were altered or moved.</exception>
    internal byte[] Open(SealedBytesField field, Guid row, SealedBytes value) => Key.Open(field, row, value);

    internal string? OpenOrNull(SealedField<string> field, Guid row, Sealed<string>? value) => value is { } there ? Key.Open(field, row, there) : null;

    internal Sealed<string>? SealOrNull(SealedField<string> field, Guid row, string? value)
        => string.IsNullOrWhiteSpace(value) ? null : Seal(field, row, value);

    private CompartmentKey Key => door.Closed ? throw new ObjectDisposedException(nameof(Grant), "This grant was for a request that is over.") : key;

    private void Guard<T>(T row) where T : ICompartmented
    {
        if (visit.IsRead)
            throw new InvalidOperationException("This visit may only read.");
        if (visit.OnlyEnds)
            throw new InvalidOperationException("This visit may only end what is there.");
        if (row is Log.AccessEntry)
            throw new InvalidOperationException("The access log is written by the door alone, and never changed.");
        if (row.Compartment != Key.Compartment)
            throw new InvalidOperationException("The row is of another compartment.");
    }
}
