using Kring.Data;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access.Log.Tree;

/// <summary>The trigger that puts every new entry of the access log among those that await their leaf: whoever writes an entry, by whatever way, cannot forget it.</summary>
internal static class AwaitingTriggers
{
    private const string OnSqlite = "create trigger if not exists access_entries_await after insert on access_entries begin insert into log_awaiting (compartment, entry) values (new.compartment, new.id); end";

    // Made once: making it anew would hold up whoever logs.
    private const string OnPostgres = """
        do $do$ begin
          if not exists (select 1 from pg_trigger where tgname = 'access_entries_await' and tgrelid = 'access_entries'::regclass) then
            create or replace function await_leaf() returns trigger language plpgsql as $$ begin insert into log_awaiting (compartment, entry) select compartment, id from fresh; return null; end $$;
            create trigger access_entries_await after insert on access_entries referencing new table as fresh for each statement execute function await_leaf();
          end if;
        end $do$
        """;

    internal static Task Ensure(AppDb db, CancellationToken cancel) => db.Database.ExecuteSqlRawAsync(db is SqliteDb ? OnSqlite : OnPostgres, cancel);
}
