using System.Globalization;
using Kring.Data;
using Kring.Data.Wall;
using Kring.Platform;
using Kring.Platform.Files;
using Npgsql;

namespace Kring.Start.Backups;

internal sealed class PostgresCopies(KringOptions options) : IDatabaseCopies
{
    // What a dump would find in its way. Extensions are the server's, and stay.
    private const string Clear = """
        do $$ declare one record; begin
          for one in select format('drop table if exists %I.%I cascade', schemaname, tablename) as text from pg_tables where schemaname = current_schema() loop execute one.text; end loop;
          for one in select format('drop routine if exists %s cascade', p.oid::regprocedure) as text from pg_proc p
            where p.pronamespace = current_schema()::regnamespace and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') loop execute one.text; end loop;
        end $$
        """;

    public string Extension => ".dump";

    public async Task Save(BackupKind kind, string path, CancellationToken cancel)
    {
        var dump = await PostgresProgram.Find("pg_dump", await ServerVersion(kind, cancel), cancel);
        DurableFile.Open(path, FileMode.CreateNew).Dispose();
        await dump.Run(Connection(kind), ["--format=custom", "--no-owner", "--enable-row-security", $"--file={path}"], cancel);
        await using var file = DurableFile.Open(path, FileMode.Open);
        file.Flush(flushToDisk: true);
    }

    public async Task<bool> InUse(BackupKind kind, CancellationToken cancel)
        => await Ask<long>(kind, "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'", cancel) > 0;

    /// <summary>The dump goes in as one transaction: broken off, the database is empty, and the same can be done again.</summary>
    public async Task Put(BackupKind kind, string path, CancellationToken cancel)
    {
        var restore = await PostgresProgram.Find("pg_restore", await ServerVersion(kind, cancel), cancel);
        await restore.Run(null, ["--list", path], cancel);
        await Ask<object>(kind, Clear, cancel);
        var database = new NpgsqlConnectionStringBuilder(Connection(kind)).Database ?? new NpgsqlConnectionStringBuilder(Connection(kind)).Username;
        await restore.Run(Connection(kind), [$"--dbname={database}", "--no-owner", "--single-transaction", "--exit-on-error", path], cancel);
        NpgsqlConnection.ClearAllPools();
    }

    private async Task<int> ServerVersion(BackupKind kind, CancellationToken cancel)
        => int.Parse((await Ask<string>(kind, "show server_version_num", cancel))!, CultureInfo.InvariantCulture) / 10_000;

    // As the owner, whom the wall lets through: a dump that the wall holds back would miss rows.
    private string Connection(BackupKind kind)
    {
        var owner = kind == BackupKind.Main ? options.Postgres.Owner ?? options.Postgres.Main : options.Postgres.KeysOwner ?? options.Postgres.Keys;
        return DataModule.Connection(owner, WallServices.Owner);
    }

    private async Task<T?> Ask<T>(BackupKind kind, string sql, CancellationToken cancel)
    {
        NpgsqlConnection.ClearAllPools();
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Connection(kind)) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancel);
        // Only the constants above become part of the text.
#pragma warning disable CA2100
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(cancel) is T answer ? answer : default;
    }
}
