using Kring.Access.Keys;
using Kring.Data;
using Kring.Data.Wall;
using Kring.Platform;
using Kring.Start;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Kring.Tests.Support;

/// <summary>The real program on a real database and a real port, with a clock of its own. One per test class; each has its own data.</summary>
public sealed class KringApp : IAsyncLifetime
{
    private static readonly PostgresDatabases Databases = new();
    private readonly string _own = Directory.CreateTempSubdirectory("kring-test-").FullName;
    private PostgresDatabase? _main, _keys;
    private WebApplication? _app;

    /// <summary>Whether this program, while empty, leads to its set-up; most tests begin elsewhere.</summary>
    public bool AsksSetUp { get; init; }

    /// <summary>Settings of this program, "Kring:…", beside those of its database.</summary>
    public IReadOnlyDictionary<string, string?> More { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>"Production" as an operator runs it: nothing catches mail and SMS, and no mail server is set.</summary>
    public string Environment { get; init; } = "Development";

    public TestClock Clock { get; private init; } = new();

    /// <summary>The program that this one is another node of: same databases, same master key, same clock. It is disposed after this one.</summary>
    public KringApp? NodeOf
    {
        get;
        init
        {
            field = value;
            Clock = value?.Clock ?? Clock;
        }
    }

    /// <summary>A PostgreSQL server of this program's own, which may be killed; null shares the one of the run.</summary>
    internal PostgresServer? Server { get; init; }

    /// <summary>Databases that are there already, and stay.</summary>
    internal (string Main, string Keys)? Connections { get; init; }

    /// <summary>What else a test puts in the place of the program's own parts.</summary>
    internal Action<WebApplicationBuilder>? Adjust { get; init; }

    /// <summary>A data folder that the test made and clears away itself.</summary>
    internal string? Place { get; init; }

    /// <summary>The data folder of this program: databases on SQLite, and the master key.</summary>
    public string Folder => NodeOf?.Folder ?? Place ?? _own;

    public Uri Address => new(App.Urls.First());

    internal IServiceProvider Services => App.Services;

    private WebApplication App => _app ?? throw new InvalidOperationException("The program is not started.");

    public async ValueTask InitializeAsync()
    {
        if (NodeOf is { } first)
        {
            (_main, _keys) = (first._main, first._keys);
        }
        else if (Server is not null)
        {
            (_main, _keys) = (await Server.Create("main"), await Server.Create("keys"));
        }
        else if (Connections is { } there)
        {
            (_main, _keys) = (new PostgresDatabase("main", there.Main, _ => Task.CompletedTask), new PostgresDatabase("keys", there.Keys, _ => Task.CompletedTask));
        }
        else if (Servers.OnPostgres)
        {
            await Databases.Template("main", async s =>
            {
                await using var main = new PostgresDb(DataModule.PostgresOptions<PostgresDb>(s, WallServices.Owner));
                await Schema.Bring(main, PostgresDatabase.As(PostgresDatabases.Application, s), CancellationToken.None);
            });
            await Databases.Template("keys", async s =>
            {
                await using var keys = new PostgresKeyDb(DataModule.PostgresOptions<PostgresKeyDb>(s, WallServices.Owner));
                await Schema.Bring(keys, PostgresDatabase.As(PostgresDatabases.KeyReader, s), CancellationToken.None);
            });
            _main = await Databases.CreateFrom("main");
            _keys = await Databases.CreateFrom("keys");
        }

        await Start();
    }

    /// <summary>What the program wrote for its operator.</summary>
    internal LogLines Log { get; } = new();

    /// <summary>Stops the program and starts it again on the same data.</summary>
    public async Task Restart()
    {
        if (_app is not null)
            await Stop();
        await Start();
    }

    /// <summary>Stops the program; its data stays.</summary>
    public async Task Stop()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        _app = null;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    /// <summary>Another process of the program on the same data.</summary>
    internal KringProcess Process(params string[] arguments) => KringProcess.Begin([.. arguments, "--data", Folder], Settings());

    /// <summary>Everything this program asks of its databases from now on.</summary>
    internal Queries Listen() => Servers.OnPostgres ? new Queries($"Database={_main!.Name};", $"Database={_keys!.Name};") : new Queries(Folder);

    /// <summary>A browser without scripts: keeps cookies, follows nothing by itself.</summary>
    internal HttpBrowser NewBrowser() => new(() => Address);

    /// <summary>The main database on PostgreSQL, past every wall: as the server's superuser.</summary>
    internal string? Superuser => _main?.ConnectionString;

    /// <summary>The main database on PostgreSQL, as the program itself opens it.</summary>
    internal string? Application => _main?.As(PostgresDatabases.Application);

    /// <summary>Work on the program's own services, in a scope of the program itself.</summary>
    internal async Task<T> In<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.Serving();
        return await work(scope.ServiceProvider);
    }

    /// <summary>A use case as a request runs it: for whoever it acts for, and before the wall.</summary>
    internal async Task<T> Acts<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        if (_main is not null && NodeOf is null)
            await _main.DisposeAsync();
        if (_keys is not null && NodeOf is null)
            await _keys.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_own, recursive: true);
    }

    private async Task Start()
    {
        var run = new RunOptions { Urls = "http://127.0.0.1:0", DataFolder = Folder, Environment = Environment, AsksSetUp = AsksSetUp };
        _app = KringHost.Build(run, builder =>
        {
            builder.Logging.SetMinimumLevel(LogLevel.Warning).AddProvider(Log);
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            builder.Services.Configure<Microsoft.AspNetCore.Identity.PasswordHasherOptions>(hashing => hashing.IterationCount = 1_000);
            Adjust?.Invoke(builder);
        }, Settings());
        await Preparation.Run(_app.Services, CancellationToken.None);
        KringHost.Map(_app);
        await _app.StartAsync();
    }

    internal Dictionary<string, string?> Settings() => new(More, StringComparer.Ordinal)
    {
        ["Kring:Database"] = Servers.Database,
        ["Kring:Postgres:Main"] = _main?.As(PostgresDatabases.Application),
        ["Kring:Postgres:Keys"] = _keys?.As(PostgresDatabases.KeyReader),
        ["Kring:Postgres:Owner"] = _main?.As(PostgresDatabases.Owner),
        ["Kring:Postgres:KeysOwner"] = _keys?.As(PostgresDatabases.Owner),
    };
}
