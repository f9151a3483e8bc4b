using Kring.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kring.Data;

internal static class DataModule
{
    internal static void Add(IServiceCollection services, KringOptions options)
    {
        AddDatabase<AppDb, SqliteDb, PostgresDb>(services, options, "kring.db", options.Postgres.Main);
        services.TryAddScoped(provider => provider.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContext());
    }

    /// <summary>Registers one database in its two kinds: which one is opened is the operator's choice.</summary>
    /// <param name="file">The file in the data folder when it is SQLite.</param>
    /// <param name="connection">Where it is when it is PostgreSQL.</param>
    internal static void AddDatabase<TBase, TSqlite, TPostgres>(IServiceCollection services, KringOptions options, string file, string? connection)
        where TBase : DbContext where TSqlite : TBase where TPostgres : TBase
    {
        if (options.Database == DatabaseKind.Sqlite)
        {
            services.AddDbContextFactory<TSqlite>(o => Sqlite(o, Path.Combine(options.DataFolder, file)));
            services.AddSingleton<IDbContextFactory<TBase>, Factory<TBase, TSqlite>>();
        }
        else
        {
            services.AddDbContextFactory<TPostgres>(o => o.UseNpgsql(connection).UseSnakeCaseNamingConvention());
            services.AddSingleton<IDbContextFactory<TBase>, Factory<TBase, TPostgres>>();
        }
    }

    // Whoever waits longer than five seconds for a lock of another process is told that Kring cannot do it now.
    internal static void Sqlite(DbContextOptionsBuilder options, string path)
        => options.UseSqlite($"Data Source={path};Default Timeout=5").UseSnakeCaseNamingConvention().AddInterceptors(new SqlitePragmas());

    private sealed class Factory<TBase, TDerived>(IDbContextFactory<TDerived> derived) : IDbContextFactory<TBase> where TBase : DbContext where TDerived : TBase
    {
        public TBase CreateDbContext() => derived.CreateDbContext();
    }
}
