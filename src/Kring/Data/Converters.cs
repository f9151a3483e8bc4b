using Kring.Platform;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kring.Data;

internal sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Ids.Make<TId>(value)) where TId : struct, ITypedId<TId>;

/// <summary>Instants on SQLite: whole microseconds since 1970 in UTC, which it can order and compare.</summary>
internal sealed class UnixMicrosecondsConverter() : ValueConverter<DateTimeOffset, long>(
    instant => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
    micros => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond));

/// <summary>Instants on PostgreSQL: timestamptz, which Npgsql takes in UTC only.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(instant => instant.ToUniversalTime(), instant => instant);

/// <summary>Ids on SQLite: 16 bytes in network order, so that UUIDv7 sorts by time.</summary>
internal sealed class GuidBytesConverter() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));

internal sealed class IdBytesConverter<TId>() : ValueConverter<TId, byte[]>(id => id.Value.ToByteArray(true), bytes => Ids.Make<TId>(new Guid(bytes, true))) where TId : struct, ITypedId<TId>;

internal static class Ids
{
    // An expression tree cannot call a static interface member itself.
    internal static TId Make<TId>(Guid value) where TId : struct, ITypedId<TId> => TId.From(value);
}
