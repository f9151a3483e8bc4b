using Npgsql;

namespace Kring.Tests.Data.Wall;

/// <summary>Statements as somebody types them, after settings, on a connection of their own.</summary>
internal static class Raw
{
    internal static async Task<long> One(string connection, string sql, IReadOnlyList<(string, string)>? settings = null, long? otherwise = null)
    {
        try
        {
            return await In(connection, settings, sql, async command => (long)(await command.ExecuteScalarAsync())!);
        }
        catch (PostgresException absent) when (otherwise is not null && absent.SqlState == PostgresErrorCodes.UndefinedColumn)
        {
            return otherwise.Value;
        }
    }

    internal static Task<List<string>> List(string connection, string sql) => In(connection, [], sql, async command =>
    {
        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        return rows;
    });

    internal static Task<int> Changes(string connection, string sql, IReadOnlyList<(string, string)> settings) => In(connection, settings, sql, command => command.ExecuteNonQueryAsync());

    /// <summary>What is done stays.</summary>
    internal static async Task<int> Kept(string connection, string sql)
    {
        await using var own = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString);
        await own.OpenAsync();
        await using var command = new NpgsqlCommand(sql, own);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>The code of the fault; null when there was none.</summary>
    internal static async Task<string?> Fault(string connection, string sql, IReadOnlyList<(string, string)> settings)
    {
        try
        {
            await Changes(connection, sql, settings);
            return null;
        }
        catch (PostgresException fault)
        {
            return fault.SqlState;
        }
    }

    // What was done is undone.
    private static async Task<T> In<T>(string connection, IReadOnlyList<(string Name, string Value)>? settings, string sql, Func<NpgsqlCommand, Task<T>> run)
    {
        await using var own = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString);
        await own.OpenAsync();
        await using var transaction = await own.BeginTransactionAsync();
        foreach (var (name, value) in settings ?? [])
        {
            await using var set = new NpgsqlCommand("select set_config($1, $2, true)", own, transaction) { Parameters = { new() { Value = name }, new() { Value = value } } };
            await set.ExecuteNonQueryAsync();
        }

        await using var command = new NpgsqlCommand(sql, own, transaction);
        return await run(command);
    }
}
