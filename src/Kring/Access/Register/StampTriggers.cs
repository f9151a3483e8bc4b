using Kring.Data;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access.Register;

/// <summary>The triggers that raise the policy's stamp: whoever changes register or matrix, by whatever way, cannot forget it.</summary>
internal static class StampTriggers
{
    private static readonly string[] Tables = ["processing_activities", "matrix_rules"];
    private static readonly string[] Changes = ["insert", "update", "delete"];

    internal static async Task Ensure(AppDb db, CancellationToken cancel)
    {
        var lite = db is SqliteDb;
        if (!lite)
            await Execute(db, "create or replace function raise_policy_stamp() returns trigger language plpgsql as $$ begin update policy_stamps set value = value + 1; return null; end $$", cancel);
        foreach (var table in Tables)
        {
            foreach (var change in Changes)
                await Execute(db, lite ? OnSqlite(table, change) : OnPostgres(table, change), cancel);
        }
    }

    private static string OnSqlite(string table, string change)
        => $"create trigger if not exists {table}_{change}_stamp after {change} on {table} begin update policy_stamps set value = value + 1; end";

    private static string OnPostgres(string table, string change)
        => $"create or replace trigger {table}_{change}_stamp after {change} on {table} for each statement execute function raise_policy_stamp()";

    // Only the constants above become part of the text.
    private static Task<int> Execute(AppDb db, string sql, CancellationToken cancel) => db.Database.ExecuteSqlRawAsync(sql, cancel);
}
