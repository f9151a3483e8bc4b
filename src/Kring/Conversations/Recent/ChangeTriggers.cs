using Kring.Data;
using Kring.Data.Wall;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations.Recent;

/// <summary>
/// The triggers that raise a conversation's count of changes: whatever a page of it shows and by whatever way that changes, nobody can forget it. A new message raises the
/// conversation's own number.
/// </summary>
internal static class ChangeTriggers
{
    private const string OfConversation = "raise_conversation_changes", OfNetwork = "raise_network_changes";
    private static readonly string[] Changes = ["insert", "update", "delete"];

    private static readonly (string Table, string Function)[] Tables =
        [("messages", OfConversation), ("attachments", OfConversation), ("read_receipts", OfConversation), ("network_memberships", OfNetwork)];

    internal static async Task Ensure(AppDb db, CancellationToken cancel)
    {
        if (db is PostgresDb)
        {
            foreach (var function in new[] { OfConversation, OfNetwork })
                await Execute(db, Function(function), cancel);
        }

        foreach (var (table, function) in Tables)
        {
            // A message is new only once, and then the conversation's number says so.
            foreach (var change in Changes.Where(c => (table, c) != ("messages", "insert")))
                await Execute(db, db is SqliteDb ? OnSqlite(table, function, change) : OnPostgres(table, function, change), cancel);
        }
    }

    private static string OnSqlite(string table, string function, string change)
        => $"create trigger if not exists {table}_{change}_changes after {change} on {table} begin "
            + $"update conversations set changes = changes + 1 where compartment = {Row(change)}.compartment{(function == OfConversation ? $" and id = {Row(change)}.conversation" : "")}; end";

    private static string OnPostgres(string table, string function, string change)
        => $"create or replace trigger {table}_{change}_changes after {change} on {table} referencing {Row(change)} table as changed for each statement execute function {function}()";

    private static string Row(string change) => change == "delete" ? "old" : "new";

    // The count rises for everybody, also where who acts sees no conversation: somebody who takes part from now on, a job. Named last, a temporary table of whoever writes cannot stand in for the
    // real one: the function works with the owner's rights.
    private static string Function(string name)
        => $"""
            create or replace function {name}() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
            declare service text := coalesce(current_setting('kring.service', true), '');
            begin
              perform set_config('kring.service', '{WallServices.Owner}', true);
              update conversations c set changes = c.changes + 1 from (select distinct compartment{(name == OfConversation ? ", conversation" : "")} from changed) x where c.compartment = x.compartment{(name == OfConversation ? " and c.id = x.conversation" : "")};
              perform set_config('kring.service', service, true);
              return null;
            end $$
            """;

    // Only the constants above become part of the text.
    private static Task<int> Execute(AppDb db, string sql, CancellationToken cancel) => db.Database.ExecuteSqlRawAsync(sql, cancel);
}
