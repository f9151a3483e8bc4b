using Kring.Platform;
using Npgsql;

namespace Kring.Bench;

/// <summary>What PostgreSQL wrote to its log since it began to count.</summary>
/// <param name="Flushes">How often it waited for the disk.</param>
/// <param name="FullPages">Pages that were written whole, because they changed for the first time after a checkpoint. In <paramref name="Bytes"/>.</param>
internal sealed record WalUse(long Flushes, long Bytes, long FullPages)
{
    // A server process that falls quiet tells what it wrote within ten seconds.
    private static readonly TimeSpan Told = TimeSpan.FromSeconds(11);

    /// <returns>Null on SQLite.</returns>
    internal static async Task<WalUse?> Of(KringOptions options, KringProgram program)
    {
        if (options.Database == DatabaseKind.Sqlite)
            return null;
        await program.Settle();
        await Task.Delay(Told);
        await using var connection = new NpgsqlConnection(options.Postgres.Owner ?? options.Postgres.Main);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select wal_sync, wal_bytes::bigint, wal_fpi from pg_stat_wal", connection);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new WalUse(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
    }

    /// <param name="times">How often something was done meanwhile.</param>
    internal IEnumerable<Row> Since(WalUse before, int times) =>
    [
        Row.Of("  WAL for each, with what follows from it", (Bytes - before.Bytes) / (double)times, "bytes", "full pages for each", (FullPages - before.FullPages) / (double)times),
        Row.Of("  WAL flushes for each", (Flushes - before.Flushes) / (double)times, "", "", 0),
    ];
}
