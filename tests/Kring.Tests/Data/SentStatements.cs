using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Kring.Tests.Data;

/// <summary>Hears the statements that are sent to one database, with what their parameters are.</summary>
internal sealed class SentStatements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentDictionary<string, SentStatement> _heard = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<IDisposable> _subscriptions = [];
    private readonly string _database;

    internal SentStatements(string connection)
    {
        _database = $"Database={new NpgsqlConnectionStringBuilder(connection).Database};";
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>Each once. A save is planned row by row, by its key.</summary>
    internal IReadOnlyCollection<SentStatement> All => [.. _heard.Values];

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            _subscriptions.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData { CommandSource: not CommandSource.SaveChanges, Command: { Connection: { } connection } command } && connection.ConnectionString.Contains(_database, StringComparison.Ordinal))
            _heard.TryAdd(command.CommandText, new SentStatement(Asks(command.CommandText), [.. command.Parameters.Cast<NpgsqlParameter>().Select(p => p.Clone())]));
    }

    // Without what tells the wall who acts: explained together, only that would be.
    private static string Asks(string sql) => sql.StartsWith("select set_config(", StringComparison.Ordinal) ? sql[(sql.IndexOf(";\n", StringComparison.Ordinal) + 2)..] : sql;

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
            subscription.Dispose();
    }
}

internal sealed record SentStatement(string Text, IReadOnlyList<DbParameter> Parameters)
{
    /// <summary>How PostgreSQL would answer it to the program, acting for somebody.</summary>
    internal async Task<string> Plan(NpgsqlConnection connection, string person)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var acts = new NpgsqlCommand("select set_config('kring.actor', $1, true)", connection, transaction) { Parameters = { new() { Value = person } } })
            await acts.ExecuteNonQueryAsync();
        await using var explain = new NpgsqlCommand("explain " + Text, connection, transaction);
        foreach (var parameter in Parameters)
            explain.Parameters.Add(((NpgsqlParameter)parameter).Clone());
        var lines = new List<string>();
        await using (var reader = await explain.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                lines.Add(reader.GetString(0));
        }

        return string.Join('\n', lines);
    }
}
