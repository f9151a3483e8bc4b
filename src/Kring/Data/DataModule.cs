using Kring.Data.Wall;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Kring.Data;

internal static class DataModule
{
    private const string MaxAutoPrepare = "Max Auto Prepare", MaxPoolSize = "Maximum Pool Size";
    private const int Prepared = 200;

    internal static void Add(IServiceCollection services, KringOptions options)
    {
        AddDatabase<AppDb, SqliteDb, PostgresDb>(services, options, "kring.db", options.Postgres.Main);
        services.AddScoped<Acting>();
        services.AddScoped<FindingDb>();
        if (options.Database == DatabaseKind.Postgres)
            services.AddSingleton(new WallPools(Pool(null), Pool(WallServices.Find), Pool(WallServices.Lane)));
        services.TryAddScoped(provider => provider.GetService<WallPools>() is { } pools && provider.GetRequiredService<Acting>() is { Service: not WallServices.Program } acting
            ? acting.Service == WallServices.Lane ? new PostgresDb(pools.Lane) : new PostgresDb(pools.ForActing) { Acting = acting }
            : provider.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContext());

        DbContextOptions<PostgresDb> Pool(string? service) => PostgresOptions<PostgresDb>(options.Postgres.Main, service);
    }

    /// <summary>Registers one database in its two kinds: which one is opened is the operator's choice.</summary>
    /// <param name="file">The file in the data folder when it is SQLite.</param>
    /// <param name="connection">Where it is when it is PostgreSQL.</param>
    internal static void AddDatabase<TBase, TSqlite, TPostgres>(IServiceCollection services, KringOptions options, string file, string? connection)
        where TBase : DbContext where TSqlite : TBase where TPostgres : TBase
    {
        if (options.Database == DatabaseKind.Sqlite)
        {
            services.AddPooledDbContextFactory<TSqlite>(o => Sqlite(o, Path.Combine(options.DataFolder, file)));
            services.AddSingleton<IDbContextFactory<TBase>, Factory<TBase, TSqlite>>();
        }
        else
        {
            services.AddPooledDbContextFactory<TPostgres>(o => Postgres(o, connection, WallServices.Program));
            services.AddSingleton<IDbContextFactory<TBase>, Factory<TBase, TPostgres>>();
        }
    }

    /// <param name="service">As which service it passes the wall; null for whoever acts.</param>
    internal static DbContextOptions<T> PostgresOptions<T>(string? connection, string? service) where T : DbContext
    {
        var options = new DbContextOptionsBuilder<T>();
        Postgres(options, connection, service);
        return (service is null ? options.AddInterceptors(new TellWall()) : options).Options;
    }

    // Contexts are used again and again: what one of them knew of who listens to its statements would be old.
    private static void Postgres(DbContextOptionsBuilder options, string? connection, string? service)
        => options.UseNpgsql(Connection(connection, service)).UseSnakeCaseNamingConvention().ConfigureWarnings(Quiet).ConfigureLoggingCacheTime(TimeSpan.Zero);

    internal static string Connection(string? connection, string? service = null)
    {
        // The detail of a refusal holds the values of the row. What Kring sets on a connection holds for one transaction, so there is nothing to undo when the next has it.
        var settings = new NpgsqlConnectionStringBuilder(connection) { IncludeErrorDetail = false, NoResetOnClose = true };
        // The same few dozen statements over and over: planning them each time costs more than running them. An operator whose pooler cannot keep them sets it to 0.
        if (!settings.ShouldSerialize(MaxAutoPrepare))
            settings.MaxAutoPrepare = Prepared;
        // Few connections are quicker than many, and a server has a hundred: whoever finds none free waits. An operator who says how many says it for each pool.
        if (!settings.ShouldSerialize(MaxPoolSize))
            settings.MaxPoolSize = service switch { null => 24, WallServices.Lane => 4, WallServices.Find => 8, _ => 12 };
        if (service is not null)
            settings.Options = $"{settings.Options} -c kring.service={service}".Trim();
        return settings.ConnectionString;
    }

    /// <summary>
    /// What fails is told once, by whoever it stops: the page with its reference, the access log, a job. Here it cannot be known yet whether somebody else was first, which is
    /// expected (<see cref="Conflicts"/>), or something is wrong.
    /// </summary>
    private static void Quiet(WarningsConfigurationBuilder events) => events.Log(
        (RelationalEventId.CommandError, LogLevel.Debug),
        (RelationalEventId.TransactionError, LogLevel.Debug),
        (CoreEventId.SaveChangesFailed, LogLevel.Debug),
        (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug),
        (CoreEventId.QueryIterationFailed, LogLevel.Debug));

    // Whoever waits longer than five seconds for a lock of another process is told that Kring cannot do it now. A list goes to the database as one value, as on PostgreSQL: otherwise every
    // length of it is another statement to build.
    internal static void Sqlite(DbContextOptionsBuilder options, string path)
        => options.UseSqlite($"Data Source={path};Default Timeout=5", lite => lite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)).UseSnakeCaseNamingConvention().AddInterceptors(new SqlitePragmas()).ConfigureWarnings(Quiet).ConfigureLoggingCacheTime(TimeSpan.Zero);

    private sealed class Factory<TBase, TDerived>(IDbContextFactory<TDerived> derived) : IDbContextFactory<TBase> where TBase : DbContext where TDerived : TBase
    {
        public TBase CreateDbContext() => derived.CreateDbContext();
    }
}
