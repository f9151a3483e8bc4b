using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kring.Access.Sealing;

/// <summary>How sealed values and lookup indexes stand in a column: as the bytes and the text they are, never opened.</summary>
internal static class SealedColumns
{
    internal static void Apply(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Sealed<string>>().HaveConversion<SealedConverter<string>>();
        conventions.Properties<Sealed<DateOnly>>().HaveConversion<SealedConverter<DateOnly>>();
        conventions.Properties<SealedBytes>().HaveConversion<SealedBytesConverter>();
        conventions.Properties<LookupIndex>().HaveConversion<LookupIndexConverter>().HaveMaxLength(44);
    }

    private sealed class SealedConverter<T>() : ValueConverter<Sealed<T>, byte[]>(value => value.Bytes.ToArray(), bytes => new Sealed<T>(bytes)) where T : IParsable<T>;

    private sealed class SealedBytesConverter() : ValueConverter<SealedBytes, byte[]>(value => value.Whole(), bytes => new SealedBytes(bytes));

    private sealed class LookupIndexConverter() : ValueConverter<LookupIndex, string>(index => index.Value, value => new LookupIndex(value));
}
