using System.Globalization;
using Kring.Access.Log;
using Microsoft.EntityFrameworkCore;

namespace Kring.Privacy.Traces;

/// <summary>A place in the log, newest first: what comes after it is older. Stays right while entries are added on top.</summary>
internal readonly record struct TraceCursor(DateTimeOffset At, Guid Id)
{
    internal static TraceCursor Of(AccessEntry entry) => new(entry.At, entry.Id);

    /// <summary>Null when it is no place at all; the list then starts at the top.</summary>
    internal static TraceCursor? Parse(string? text)
        => text?.Split('-') is [var micros, var id] && long.TryParse(micros, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && at < 253_402_300_799_000_000 && Guid.TryParseExact(id, "N", out var entry)
            ? new TraceCursor(DateTimeOffset.UnixEpoch.AddTicks(at * TimeSpan.TicksPerMicrosecond), entry)
            : null;

    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{(At.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond}-{Id:N}");
}

internal static class TraceOrder
{
    /// <summary>Newest first, from a place on. Follows the index on compartment and instant, however long the log is.</summary>
    internal static IQueryable<AccessEntry> NewestFirst(this IQueryable<AccessEntry> entries, TraceCursor? after)
    {
        if (after is { } place)
            entries = entries.Where(e => e.At <= place.At && (e.At < place.At || e.Id < place.Id));
        return entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id);
    }
}
