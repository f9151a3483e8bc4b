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
    private static readonly string[] InConversation = ["messages", "attachments", "read_receipts"];
    private static readonly string[] InNetwork = ["network_memberships"];
    private static readonly string[] Changes = ["insert", "update", "delete"];

    internal static async Task Ensure(AppDb db, CancellationToken cancel)
    {
        var lite = db is SqliteDb;
        if (!lite)
        {
            await Execute(db, Function("raise_conversation_changes", "and c.id = x.conversation"), cancel);
            await Execute(db, Function("raise_network_changes", ""), cancel);
        }

        foreach (var table in InConversation)
            await Each(table, "raise_conversation_changes", " and id = {0}.conversation");
        foreach (var table in InNetwork)
            await Each(table, "raise_network_changes", "");

        async Task Each(string table, string function, string same)
        {
            // A message is new only once, and then the conversation's number says so.
            foreach (var change in Changes.Where(c => (table, c) != ("messages", "insert")))
            {
                await Execute(db, lite
                    ? $"create trigger if not exists {table}_{change}_changes after {change} on {table} begin update conversations set changes = changes + 1 where compartment = {Row(change)}.compartment{same.Replace("{0}", Row(change), StringComparison.Ordinal)}; end"
                    : $"create or replace trigger {table}_{change}_changes after {change} on {table} referencing {(change == "delete" ? "old" : "new")} table as changed for each statement execute function {function}()", cancel);
            }
        }
    }

    private static string Row(string change) => change == "delete" ? "old" : "new";

    // The count rises for everybody, also where who acts sees no conversation: somebody who takes part from now on, a job.
    private static string Function(string name, string same)
        => $"""
            create or replace function {name}() returns trigger language plpgsql security definer set search_path = public as $$
            declare service text := coalesce(current_setting('kring.service', true), '');
            begin
              perform set_config('kring.service', '{WallServices.Owner}', true);
              update conversations c set changes = c.changes + 1 from (select distinct {(same.Length == 0 ? "compartment" : "compartment, conversation")} from changed) x where c.compartment = x.compartment {same};
              perform set_config('kring.service', service, true);
              return null;
            end $$
            """;

    // Only the constants above become part of the text.
    private static Task<int> Execute(AppDb db, string sql, CancellationToken cancel) => db.Database.ExecuteSqlRawAsync(sql, cancel);
}
