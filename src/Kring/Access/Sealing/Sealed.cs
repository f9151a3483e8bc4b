namespace Kring.Access.Sealing;

/// <summary>
/// A value that only a grant can open: AES-256-GCM ciphertext, bound to the place where it stands. A column of this type is all the
/// database ever sees of the value.
/// </summary>
internal readonly record struct Sealed<T>(ReadOnlyMemory<byte> Bytes) where T : IParsable<T>
{
    public bool Equals(Sealed<T> other) => Bytes.Span.SequenceEqual(other.Bytes.Span);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Bytes.Span);
        return hash.ToHashCode();
    }

    public override string ToString() => "(sealed)";
}

/// <summary>The place of a sealed value: table and column. With compartment and row it is the associated data of the cipher.</summary>
internal sealed record SealedField<T>(string Table, string Column) where T : IParsable<T>;
