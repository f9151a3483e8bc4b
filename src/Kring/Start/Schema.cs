using Kring.Access.Keys;
using Kring.Access.Log.Tree;
using Kring.Access.Register;
using Kring.Conversations.Recent;
using Kring.Data;
using Kring.Data.Wall;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Kring.Start;

/// <summary>Brings databases to this version as their owner: tables, triggers, the wall, and what the program's own role may do.</summary>
internal static class Schema
{
    private const string Log = "access_entries, log_leaves, log_tiles, log_checkpoints", History = "\"__EFMigrationsHistory\"";

    /// <summary>The main database as whoever migrates opens it.</summary>
    internal static AppDb MainOf(IServiceProvider services)
        => services.GetRequiredService<KringOptions>() is { Database: DatabaseKind.Postgres, Postgres: var postgres }
            ? new PostgresDb(DataModule.PostgresOptions<PostgresDb>(postgres.Owner ?? postgres.Main, WallServices.Owner))
            : services.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContext();

    /// <summary>The key store as whoever migrates opens it.</summary>
    internal static KeyDb KeysOf(IServiceProvider services)
        => services.GetRequiredService<KringOptions>() is { Database: DatabaseKind.Postgres, Postgres: var postgres }
            ? new PostgresKeyDb(DataModule.PostgresOptions<PostgresKeyDb>(postgres.KeysOwner ?? postgres.Keys, WallServices.Owner))
            : services.GetRequiredService<IDbContextFactory<KeyDb>>().CreateDbContext();

    internal static async Task Bring(AppDb main, string? application, CancellationToken cancel)
    {
        await main.Database.MigrateAsync(cancel);
        await StampTriggers.Ensure(main, cancel);
        await AwaitingTriggers.Ensure(main, cancel);
        await ChangeTriggers.Ensure(main, cancel);
        if (main is not PostgresDb owner)
            return;
        await WallScript.Build(owner, owner.GetService<IDesignTimeModel>().Model, cancel);
        // The log is added to and read: whoever has the program's role rewrites none of it.
        await Grant(owner, application, $"revoke update, delete, truncate on {Log} from", cancel);
    }

    internal static async Task Bring(KeyDb keys, string? reader, CancellationToken cancel)
    {
        await keys.Database.MigrateAsync(cancel);
        if (keys is PostgresKeyDb)
            await Grant(keys, reader, null, cancel);
    }

    /// <summary>Whether the program's own role is one that no row-level security holds back.</summary>
    internal static async Task<bool> PassesWall(IServiceProvider services, CancellationToken cancel)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContextAsync(cancel);
        return db is PostgresDb && await db.Database.SqlQuery<bool>($"select rolsuper or rolbypassrls as \"Value\" from pg_roles where rolname = current_user").SingleAsync(cancel);
    }

    /// <summary>Lets another role than the owner use the tables, and change nothing of how they are.</summary>
    private static async Task Grant(DbContext owner, string? connection, string? less, CancellationToken cancel)
    {
        var role = new NpgsqlConnectionStringBuilder(connection).Username;
        var self = await owner.Database.SqlQuery<string>($"select current_user::text as \"Value\"").SingleAsync(cancel);
        if (role is null || role == self)
            return;
        var to = $"\"{role.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        var tables = owner.GetService<IDesignTimeModel>().Model.GetEntityTypes().Select(e => e.GetTableName()).Distinct(StringComparer.Ordinal);
        string[] grants =
        [
            $"grant usage on schema public to {to}",
            $"grant select, insert, update, delete on {string.Join(", ", tables)} to {to}",
            $"grant select on {History} to {to}",
            .. less is null ? Array.Empty<string>() : [$"{less} {to}"],
        ];
        await using var transaction = await owner.Database.BeginTransactionAsync(cancel);
        await owner.Statements(string.Join(";\n", grants), cancel);
        await transaction.CommitAsync(cancel);
    }
}
