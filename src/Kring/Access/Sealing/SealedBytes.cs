using System.Runtime.InteropServices;

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

    /// <summary>As an array, which a large one is already: it is not copied.</summary>
    internal byte[] Whole() => MemoryMarshal.TryGetArray(Bytes, out var part) && part.Array is { } array && part.Count == array.Length ? array : Bytes.ToArray();

    public override string ToString() => "(sealed)";
}

/// <summary>The place of sealed bytes: table and column.</summary>
internal sealed record SealedBytesField(string Table, string Column);
