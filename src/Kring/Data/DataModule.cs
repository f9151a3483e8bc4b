using Kring.Access.Keys;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kring.Data;

internal static class DataModule
{
    internal static void Add(IServiceCollection services, KringOptions options)
    {
        if (options.Database == DatabaseKind.Sqlite)
            AddSqlite(services, options);
        else
            AddPostgres(services, options);
        services.TryAddScoped(provider => provider.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContext());
    }

    private static void AddSqlite(IServiceCollection services, KringOptions options)
    {
        services.AddDbContextFactory<SqliteDb>(o => Sqlite(o, Path.Combine(options.DataFolder, "kring.db")));
        services.AddDbContextFactory<SqliteKeyDb>(o => Sqlite(o, Path.Combine(options.DataFolder, "keys.db")));
        services.AddSingleton<IDbContextFactory<AppDb>, Factory<AppDb, SqliteDb>>();
        services.AddSingleton<IDbContextFactory<KeyDb>, Factory<KeyDb, SqliteKeyDb>>();
    }

    private static void AddPostgres(IServiceCollection services, KringOptions options)
    {
        services.AddDbContextFactory<PostgresDb>(o => o.UseNpgsql(options.Postgres.Main).UseSnakeCaseNamingConvention());
        services.AddDbContextFactory<PostgresKeyDb>(o => o.UseNpgsql(options.Postgres.Keys).UseSnakeCaseNamingConvention());
        services.AddSingleton<IDbContextFactory<AppDb>, Factory<AppDb, PostgresDb>>();
        services.AddSingleton<IDbContextFactory<KeyDb>, Factory<KeyDb, PostgresKeyDb>>();
    }

    // Whoever waits longer than five seconds for a lock of another process is told that Kring cannot do it now.
    internal static void Sqlite(DbContextOptionsBuilder options, string path)
        => options.UseSqlite($"Data Source={path};Default Timeout=5").UseSnakeCaseNamingConvention().AddInterceptors(new SqlitePragmas());

    private sealed class Factory<TBase, TDerived>(IDbContextFactory<TDerived> derived) : IDbContextFactory<TBase> where TBase : DbContext where TDerived : TBase
    {
        public TBase CreateDbContext() => derived.CreateDbContext();
    }
}
