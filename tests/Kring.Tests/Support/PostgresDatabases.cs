using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;

namespace Kring.Tests.Support;

/// <summary>Databases on the private PostgreSQL server: a template is filled once per run, each test gets its own copy.</summary>
public sealed class PostgresDatabases : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> templates = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PostgresDatabase> open = new(StringComparer.Ordinal);
    private int made;
    private static readonly Lazy<Task> Roles = new(() => Execute(RolesAsMade));

    /// <summary>The role that owns the databases and migrates them; the program's own; the reader of keys. None of them is a superuser.</summary>
    public const string Owner = "kring_owner", Application = "kring_app", KeyReader = "kring_keys";

    /// <summary>Makes the template the first time it is named; <paramref name="fill"/> gets its connection string and migrates it.</summary>
    public Task<string> Template(string name, Func<string, Task> fill) =>
        templates.GetOrAdd(name, _ => new(() => Make(name, fill))).Value;

    /// <summary>A copy of the template, dropped when disposed, or else when the run ends.</summary>
    public async Task<PostgresDatabase> CreateFrom(string template)
    {
        if (!templates.TryGetValue(template, out var source))
        {
            throw new InvalidOperationException($"There is no template '{template}': fill it with Template(\"{template}\", ...) first.");
        }

        var from = await source.Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{template}_{Interlocked.Increment(ref made)}");
        await Execute($"create database \"{name}\" template \"{from}\" owner {Owner}");
        return open[name] = new(name, ConnectionTo(name, pooled: true), Drop);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var name in open.Keys)
        {
            await Drop(name);
        }

        foreach (var template in templates.Values)
        {
            await Execute($"drop database if exists \"{await template.Value}\" with (force)");
        }
    }

    /// <summary>Makes the roles where they are not there.</summary>
    internal const string RolesAsMade = $"""
        do $$ declare r text; begin
          perform pg_advisory_xact_lock(1);
          foreach r in array array['{Owner}', '{Application}', '{KeyReader}'] loop
            if not exists (select from pg_roles where rolname = r) then execute format('create role %I login', r); end if;
          end loop;
        end $$
        """;

    private static string Prefix => string.Create(CultureInfo.InvariantCulture, $"kring_{Environment.ProcessId}_");

    private static async Task<string> Make(string template, Func<string, Task> fill)
    {
        var name = $"{Prefix}{template}";
        await Roles.Value;
        await Execute($"create database \"{name}\" owner {Owner}");
        // A template is copied only while nobody is connected to it, so it keeps no pool.
        await fill(PostgresDatabase.As(Owner, ConnectionTo(name, pooled: false)));
        return name;
    }

    private async Task Drop(string name)
    {
        if (open.TryRemove(name, out var database))
        {
            await using (var pool = new NpgsqlConnection(database.ConnectionString))
            {
                NpgsqlConnection.ClearPool(pool);
            }

            await Execute($"drop database if exists \"{name}\" with (force)");
        }
    }

    private static string ConnectionTo(string name, bool pooled) =>
        new NpgsqlConnectionStringBuilder(Servers.Postgres) { Database = name, Pooling = pooled, MaxPoolSize = 20 }.ConnectionString;

    private static async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Servers.Postgres) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>One database of one test.</summary>
public sealed class PostgresDatabase(string name, string connectionString, Func<string, Task> drop) : IAsyncDisposable
{
    public string Name => name;

    /// <summary>As the server's superuser: whoever has the database in their hands.</summary>
    public string ConnectionString => connectionString;

    public string As(string role) => As(role, connectionString);

    internal static string As(string role, string connection) => new NpgsqlConnectionStringBuilder(connection) { Username = role }.ConnectionString;

    public async ValueTask DisposeAsync() => await drop(name);
}
