namespace Kring.Platform;

/// <summary>An id that cannot be mistaken for the id of something else. Values are UUIDv7, so they sort by the moment they were made.</summary>
public interface ITypedId<TSelf> where TSelf : struct, ITypedId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

internal static class NewIds
{
    /// <summary>A fresh id made at the clock's present moment.</summary>
    internal static TId NewId<TId>(this TimeProvider time) where TId : struct, ITypedId<TId>
        => TId.From(Guid.CreateVersion7(time.GetUtcNow()));
}
