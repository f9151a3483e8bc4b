namespace Kring.Access.Sealing;

/// <summary>As <see cref="Sealed{T}"/>, for what is no text: a picture, a file.</summary>
internal readonly record struct SealedBytes(ReadOnlyMemory<byte> Bytes)
{
    public bool Equals(SealedBytes other) => Bytes.Span.SequenceEqual(other.Bytes.Span);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Bytes.Span);
        return hash.ToHashCode();
    }

    public override string ToString() => "(sealed)";
}

/// <summary>The place of sealed bytes: table and column.</summary>
internal sealed record SealedBytesField(string Table, string Column);
