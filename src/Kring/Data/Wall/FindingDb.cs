using Microsoft.EntityFrameworkCore;

namespace Kring.Data.Wall;

/// <summary>
/// The database for finding by what somebody brings, and for ids of others that a rule needs. On PostgreSQL it is a connection of its own that the wall shows a few tables to, outside the transaction of
/// the use case; on SQLite, and where the program itself works, the database at hand.
/// </summary>
internal sealed class FindingDb(AppDb db, Acting acting, WallPools? pools = null) : IAsyncDisposable, IDisposable
{
    private PostgresDb? _own;

    internal AppDb Db => pools is null || acting.Service is not null ? db : _own ??= new PostgresDb(pools.Finding);

    internal IQueryable<T> Set<T>() where T : class => Db.Set<T>();

    public ValueTask DisposeAsync() => _own?.DisposeAsync() ?? ValueTask.CompletedTask;

    public void Dispose() => _own?.Dispose();
}

/// <summary>How the databases behind the wall are reached: for somebody who acts, to find, and in a lane.</summary>
internal sealed record WallPools(DbContextOptions<PostgresDb> ForActing, DbContextOptions<PostgresDb> Finding, DbContextOptions<PostgresDb> Lane);
