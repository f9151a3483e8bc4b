using System.Globalization;
using Kring.Access.Log;
using Kring.Access.Log.Tree;
using Kring.Conversations.Messages;
using Kring.Data;
using Kring.Data.Wall;
using Kring.Platform;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kring.Bench.Growth;

/// <summary>Bytes on disk, indexes included.</summary>
/// <param name="Data">The main database as a whole.</param>
/// <param name="Keys">The key store as a whole.</param>
/// <param name="Messages">The table of messages. Unknown on SQLite, which keeps all tables in one file.</param>
/// <param name="Log">The lines of the access log, without the list of those that await their leaf: that is empty in rest.</param>
/// <param name="Tree">Their leaves, sealed, with tiles and checkpoints.</param>
/// <param name="Said">How many messages there are.</param>
/// <param name="Lines">How many lines the log has.</param>
internal sealed record DiskUse(long Data, long Keys, long? Messages, long? Log, long? Tree, long Said, long Lines)
{
    internal static async Task<DiskUse> Of(IServiceProvider services)
    {
        var options = services.GetRequiredService<KringOptions>();
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContextAsync();
        var (said, lines) = (await db.Set<Message>().LongCountAsync(), await db.Set<AccessEntry>().LongCountAsync());
        if (options.Database == DatabaseKind.Sqlite)
            return new DiskUse(await File(options, "kring.db"), await File(options, "keys.db"), null, null, null, said, lines);
        await using var main = await Open(options.Postgres.Owner ?? options.Postgres.Main!);
        // What a server in use has done by itself after a while.
        await Run(main, "vacuum (analyze)");
        await using var keys = await Open(options.Postgres.KeysOwner ?? options.Postgres.Keys!);
        return new DiskUse(
            await Size(main, "pg_database_size(current_database())"), await Size(keys, "pg_database_size(current_database())"), await Tables(main, "messages"),
            await Tables(main, "access_entries"), await Tables(main, "log_leaves", "log_tiles", "log_checkpoints"), said, lines);
    }

    /// <param name="empty">Before anything was made.</param>
    internal IEnumerable<Row> Rows(DiskUse empty)
    {
        var said = (double)(Said - empty.Said);
        yield return Row.Of("  database", (Data - empty.Data) / 1048576.0, "MiB", "", 0);
        yield return Row.Of("  key store", (Keys - empty.Keys) / 1048576.0, "MiB", "", 0);
        yield return Row.Of("  lines of the log for each message", (Lines - empty.Lines) / said, "", "", 0);
        yield return Row.Of("  bytes of the database for each message, everything in it", (Data - empty.Data) / said, "bytes", "", 0);
        if (Messages is not { } messages)
            yield break;
        var (row, line, leaf) = (messages / (double)Said, Log!.Value / (double)Lines, Tree!.Value / (double)Lines);
        yield return Row.Of("  of a message: row and indexes", row, "bytes", "", 0);
        yield return Row.Of("  of a line of the log: row and indexes", line, "bytes", "", 0);
        yield return Row.Of("  of its leaf in the tree: sealed line, hash and index", leaf, "bytes", "", 0);
        yield return Row.Of("  a message with its line and leaf", row + line + leaf, "bytes", "", 0);
    }

    private static async Task<long> Tables(NpgsqlConnection connection, params string[] names)
    {
        var all = 0L;
        foreach (var name in names)
            all += await Size(connection, $"pg_total_relation_size('{name}')");
        return all;
    }

    private static async Task<NpgsqlConnection> Open(string connection)
    {
        var open = new NpgsqlConnection(DataModule.Connection(connection, WallServices.Owner));
        await open.OpenAsync();
        return open;
    }

    private static async Task<long> Size(NpgsqlConnection connection, string what)
    {
        await using var command = new NpgsqlCommand($"select {what}", connection);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static async Task Run(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> File(KringOptions options, string name)
    {
        var path = Path.Combine(options.DataFolder, name);
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "pragma wal_checkpoint(truncate)";
        await command.ExecuteNonQueryAsync();
        return new FileInfo(path).Length;
    }
}
