using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace Kring.Data.Wall;

/// <summary>
/// Tells the wall who acts, in the same round trip as the command itself and for its transaction only: nothing of it is left when the connection goes to somebody else. Only a
/// save that nothing was asked before in its transaction takes a trip more: EF Core counts the statements of a save.
/// </summary>
internal sealed class TellWall : DbCommandInterceptor
{
    private const string Words = "select set_config('kring.actor', @kring_actor, true), set_config('kring.link', @kring_link, true), set_config('kring.glass', @kring_glass, true), set_config('kring.let', @kring_let, true), set_config('kring.since', @kring_since, true)";

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (ActingIn(eventData) is not { } acting)
            return result;
        if (eventData.CommandSource != CommandSource.SaveChanges)
            Before(command, acting, eventData);
        else if (Untold(acting, eventData))
            await Telling(command, acting).ExecuteNonQueryAsync(cancellationToken);
        return result;
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (ActingIn(eventData) is not null && eventData.CommandSource != CommandSource.SaveChanges)
            await result.NextResultAsync(cancellationToken);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (ActingIn(eventData) is { } acting)
            Before(command, acting, eventData);
        return new(result);
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        if (ActingIn(eventData) is { } acting)
            await Telling(command, acting).ExecuteNonQueryAsync(cancellationToken);
        return result;
    }

    // What is asked without waiting would pass untold, and the wall would show nothing.
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => throw Synchronous();

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => throw Synchronous();

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) => throw Synchronous();

    private static InvalidOperationException Synchronous() => new("Whoever acts asks the database asynchronously.");

    private static Acting? ActingIn(CommandEventData said) => (said.Context as PostgresDb)?.Acting;

    private static void Before(DbCommand command, Acting acting, CommandEventData said)
    {
        command.CommandText = $"{Words};\n{command.CommandText}";
        Say(command, acting);
        Note(acting, said);
    }

    private static DbCommand Telling(DbCommand command, Acting acting)
    {
        var telling = command.Connection!.CreateCommand();
        (telling.CommandText, telling.Transaction) = (Words, command.Transaction);
        Say(telling, acting);
        return telling;
    }

    private static void Say(DbCommand command, Acting acting)
    {
        Add("kring_actor", acting.Person?.ToString());
        Add("kring_link", acting.Links);
        Add("kring_glass", acting.Glass?.ToString());
        Add("kring_let", acting.LetIn);
        Add("kring_since", acting.Since);

        void Add(string name, string? value) => command.Parameters.Add(new NpgsqlParameter(name, NpgsqlDbType.Text) { Value = value ?? "" });
    }

    private static bool Untold(Acting acting, CommandEventData said)
    {
        var told = Transaction(said) is { } transaction && acting.Told == (transaction, acting.Version);
        Note(acting, said);
        return !told;
    }

    private static void Note(Acting acting, CommandEventData said) => acting.Told = (Transaction(said), acting.Version);

    private static Guid? Transaction(CommandEventData said) => said.Context?.Database.CurrentTransaction?.TransactionId;
}
