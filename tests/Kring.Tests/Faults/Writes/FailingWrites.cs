using System.Data.Common;
using System.Text.RegularExpressions;
using Kring.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Kring.Tests.Faults.Writes;

/// <summary>Where a write fails.</summary>
public enum Failing
{
    /// <summary>The database does not do it.</summary>
    Before,
    /// <summary>The database does it, and the answer gets lost.</summary>
    After,
}

/// <summary>Counts what a program writes in its databases (each statement that changes something, each commit) and lets one of them fail.</summary>
internal sealed partial class FailingWrites : DbCommandInterceptor, IDbTransactionInterceptor
{
    private Failing _when;
    private int _left;

    /// <summary>Whether the write that had to fail was reached.</summary>
    internal bool Hit { get; private set; }

    /// <summary>From now on the n-th write fails, once.</summary>
    internal void Fail(int nth, Failing when) => (_left, _when, Hit) = (nth, when, false);

    internal void Stop() => _left = 0;

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Reached(command, Failing.Before);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Reached(command, Failing.After);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Reached(command, Failing.Before);
        return ValueTask.FromResult(result);
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (_when == Failing.After && _left == 1 && Changes(command))
            await result.DisposeAsync();
        Reached(command, Failing.After);
        return result;
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Count(Failing.Before);
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Count(Failing.After);
        return Task.CompletedTask;
    }

    private void Reached(DbCommand command, Failing moment)
    {
        if (Changes(command))
            Count(moment);
    }

    private void Count(Failing moment)
    {
        if (_left == 0 || moment != _when || --_left > 0)
            return;
        Hit = true;
        throw Servers.OnPostgres ? new NpgsqlException("Exception while reading from stream", new IOException("the connection is gone")) : new SqliteException("SQLite Error 10: 'disk I/O error'.", 10);
    }

    private static bool Changes(DbCommand command) => Statement().IsMatch(command.CommandText);

    [GeneratedRegex(@"^\s*(insert|update|delete)\b", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Statement();
}
