using Kring.Data;
using Kring.Data.Wall;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Support;

/// <summary>What somebody with the database in their hands can do, beside the program.</summary>
internal static class Sql
{
    internal static Task<T> InDatabase<T>(this KringApp app, Func<AppDb, Task<T>> work) => app.In(async services =>
    {
        await using var db = app.Superuser is { } superuser
            ? new PostgresDb(DataModule.PostgresOptions<PostgresDb>(superuser, WallServices.Owner))
            : await services.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContextAsync();
        return await work(db);
    });

    internal static Task<int> Execute(this KringApp app, string sql) => app.InDatabase(db => db.Database.ExecuteSqlRawAsync(sql));

    /// <summary>From now on no line can be added to the access log.</summary>
    internal static async Task ShutLog(this KringApp app)
    {
        if (!Servers.OnPostgres)
        {
            await app.Execute("create trigger shut_log before insert on access_entries begin select raise(abort, 'shut'); end");
            return;
        }

        await app.Execute("create or replace function shut_log() returns trigger language plpgsql as $$ begin raise exception 'shut'; end $$");
        await app.Execute("create trigger shut_log before insert on access_entries for each row execute function shut_log()");
    }

    internal static Task OpenLog(this KringApp app) => app.Execute(Servers.OnPostgres ? "drop trigger shut_log on access_entries" : "drop trigger shut_log");
}
