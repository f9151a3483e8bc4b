using System.Data.Common;
using System.Globalization;
using Kring.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Kring.Bench;

/// <summary>The limit to judge by: Kestrel and one statement, on the same database, without signing in, sealing, rules or log.</summary>
internal sealed class Bare : IAsyncDisposable
{
    private const string Text = "Morgen om half tien kom ik langs. Zorg dat de deur open is, dan neem ik de boodschappen en de medicijnen mee. Ze heeft vannacht goed geslapen en vanmorgen ontbeten met haar zus, en daarna gewandeld.";
    private readonly SemaphoreSlim _turn = new(1);
    private readonly KringOptions _options;
    private readonly WebApplication _app;

    private Bare(KringOptions options)
    {
        _options = options;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapGet("/rows/{place:int}", async (int place) => Results.Text(await Query(place)));
        _app.MapPost("/rows/{place:int}", async (int place) => Results.Text(await Insert(place)));
    }

    internal Uri Address => new(_app.Urls.First());

    internal static async Task<Bare> Start(KringOptions options, int places)
    {
        var bare = new Bare(options);
        await bare.Fill(places);
        await bare._app.StartAsync();
        return bare;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _turn.Dispose();
    }

    private async Task<string> Query(int place)
    {
        await using var connection = await Open();
        await using var command = Command(connection, "select body from bench_rows where place = @place order by id desc limit 50", place);
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>(50);
        while (await reader.ReadAsync())
            texts.Add(reader.GetString(0));
        return string.Join('\n', texts);
    }

    private async Task<string> Insert(int place)
    {
        // One writer at a time, as the program does: SQLite's own waiting is slower and unfair.
        if (_options.Database == DatabaseKind.Sqlite)
            await _turn.WaitAsync();
        try
        {
            await using var connection = await Open();
            await using var command = Command(connection, "insert into bench_rows (place, body) values (@place, @body)", place);
            return (await command.ExecuteNonQueryAsync()).ToString(CultureInfo.InvariantCulture);
        }
        finally
        {
            if (_options.Database == DatabaseKind.Sqlite)
                _turn.Release();
        }
    }

    private async Task Fill(int places)
    {
        await using var connection = await Open();
        var id = _options.Database == DatabaseKind.Sqlite ? "id integer primary key autoincrement" : "id bigint generated always as identity primary key";
        await Run(connection, $"drop table if exists bench_rows; create table bench_rows ({id}, place int not null, body text not null); create index bench_place on bench_rows (place, id)");
        await using var transaction = await connection.BeginTransactionAsync();
        for (var row = 0; row < places * 50; row++)
        {
            await using var command = Command(connection, "insert into bench_rows (place, body) values (@place, @body)", row % places);
            command.Transaction = transaction;
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    private static DbCommand Command(DbConnection connection, string sql, int place)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in new (string, object)[] { ("place", place), ("body", Text) }.Where(p => sql.Contains("@" + p.Item1, StringComparison.Ordinal)))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private async Task<DbConnection> Open()
    {
        DbConnection connection = _options.Database == DatabaseKind.Sqlite
            ? new SqliteConnection($"Data Source={Path.Combine(_options.DataFolder, "kring.db")}")
            : new NpgsqlConnection(_options.Postgres.Owner ?? _options.Postgres.Main);
        await connection.OpenAsync();
        if (_options.Database == DatabaseKind.Sqlite)
            await Run(connection, "pragma synchronous=FULL");
        return connection;
    }

    private static async Task Run(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
