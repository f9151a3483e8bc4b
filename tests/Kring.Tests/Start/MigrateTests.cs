using System.Net;
using Kring.Data;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Kring.Tests.Start;

/// <summary>Bringing databases to this version, on the command line, as an operator does it before a roll-out.</summary>
public sealed class MigrateTests : IAsyncLifetime
{
    private static readonly PostgresDatabases Databases = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("kring-migrate-").FullName;
    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal);
    private PostgresDatabase? _main, _keys;

    public async ValueTask InitializeAsync()
    {
        if (!Servers.OnPostgres)
            return;
        await Databases.Template("bare", _ => Task.CompletedTask);
        (_main, _keys) = (await Databases.CreateFrom("bare"), await Databases.CreateFrom("bare"));
        (_settings["Kring__Database"], _settings["Kring__Postgres__Main"], _settings["Kring__Postgres__Keys"]) = ("postgres", _main.ConnectionString, _keys.ConnectionString);
    }

    [Fact]
    public async Task The_plan_says_what_would_be_made_and_changes_nothing()
    {
        var first = await Kring("migrate", "--plan");
        var second = await Kring("migrate", "--plan");

        Assert.Equal((0, 0), (first.Code, second.Code));
        Assert.Contains("The main database would get 20261101000000_Initial", first.Out, StringComparison.Ordinal);
        Assert.Contains("makes table messages", first.Out, StringComparison.Ordinal);
        Assert.Contains("The key store would get", first.Out, StringComparison.Ordinal);
        Assert.Equal(first.Out, second.Out);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));

        Assert.Equal(0, (await Kring("migrate")).Code);
        Assert.Contains("The main database lacks nothing of this version.", (await Kring("migrate", "--plan")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_that_migrate_at_once_one_waits_and_finds_the_work_done()
    {
        var both = await Task.WhenAll(Kring("migrate"), Kring("migrate"));

        Assert.All(both, run => Assert.True(run.Code == 0, run.Error));
        Assert.Single(both, run => run.Out.Contains("The main database is at this version now", StringComparison.Ordinal));
        Assert.Single(both, run => run.Out.Contains("The main database was at this version already", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("database", "sqlite")]
    public async Task A_migration_that_was_killed_does_not_hold_up_the_next()
    {
        Assert.Equal(0, (await Kring("migrate")).Code);
        await using (var db = Sqlite())
            await db.Database.ExecuteSqlRawAsync("create table if not exists \"__EFMigrationsLock\" (\"Id\" integer primary key, \"Timestamp\" text not null); insert into \"__EFMigrationsLock\" values (1, '2026-11-01')", TestContext.Current.CancellationToken);

        Assert.Equal(0, (await Kring("migrate")).Code);
    }

    [Fact]
    [Trait("database", "postgres")]
    public async Task In_production_a_start_waits_for_whoever_runs_it_to_migrate()
    {
        Assert.SkipUnless(Servers.OnPostgres, "SQLite has one node, which migrates when it starts.");
        var refused = await Kring("run", "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, refused.Code);
        Assert.Contains("20261101000000_Initial", refused.Error, StringComparison.Ordinal);
        Assert.Contains("Kring migrate", refused.Error, StringComparison.Ordinal);
        Assert.Contains("would get", (await Kring("migrate", "--plan")).Out, StringComparison.Ordinal);

        Assert.Equal(0, (await Kring("migrate")).Code);
        Assert.Equal(0, (await Kring("log", "verify")).Code);
    }

    [Fact]
    public async Task A_program_goes_on_with_the_databases_of_the_version_after_it()
    {
        await using var app = new KringApp();
        await app.InitializeAsync();
        var world = new World(app);
        await world.Person("Voor De Stap");
        await app.Execute("insert into \"__EFMigrationsHistory\" (migration_id, product_version) values ('29991231000000_Later', '11.0.0')");
        await app.Execute("alter table persons add column later text");
        await app.Execute("create table later (id integer primary key)");

        await app.Restart();

        using var browser = app.NewBrowser();
        await browser.Get("/health/ready");
        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
        await world.Person("Na De Stap");
        Assert.Contains(app.Log.All, said => said.Line.Contains("29991231000000_Later", StringComparison.Ordinal));
        await using var migrate = app.Process("migrate");
        Assert.Equal(0, await migrate.ExitCode());
        Assert.Contains("at a later version already", migrate.Output, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        if (_main is not null)
            await _main.DisposeAsync();
        if (_keys is not null)
            await _keys.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<(int Code, string Out, string Error)> Kring(params string[] arguments) => KringCommand.Run(_settings, [.. arguments, "--data", _folder]);

    private SqliteDb Sqlite() => new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite($"Data Source={Path.Combine(_folder, "kring.db")}").UseSnakeCaseNamingConvention().Options);
}
