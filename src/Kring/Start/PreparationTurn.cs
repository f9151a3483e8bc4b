using Kring.Platform;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kring.Start;

/// <summary>Whoever prepares the databases does so alone: of two that migrate or start at once, one waits for the other and then finds the work done.</summary>
internal sealed class PreparationTurn : IAsyncDisposable
{
    // Any number will do, as long as every version of Kring takes the same.
    private const long Number = 0x4B72696E67;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);
    private readonly IAsyncDisposable[] _held;

    private PreparationTurn(params IAsyncDisposable[] held) => _held = held;

    internal static Task<PreparationTurn> Take(KringOptions options, CancellationToken cancel)
        => options.Database == DatabaseKind.Postgres ? OnServer(options.Postgres.Main!, cancel) : InFolder(options.DataFolder, cancel);

    public async ValueTask DisposeAsync()
    {
        foreach (var held in _held)
            await held.DisposeAsync();
    }

    // For a transaction and not for a session: a pooler may hand the session on.
    private static async Task<PreparationTurn> OnServer(string main, CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(main) { Pooling = false, CommandTimeout = 0, MaxAutoPrepare = 0 }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancel);
            var transaction = await connection.BeginTransactionAsync(cancel);
            await using var command = new NpgsqlCommand($"set local idle_in_transaction_session_timeout = 0; select pg_advisory_xact_lock({Number})", connection, transaction);
            await command.ExecuteNonQueryAsync(cancel);
            return new PreparationTurn(transaction, connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<PreparationTurn> InFolder(string folder, CancellationToken cancel)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        while (true)
        {
            try
            {
                var file = new FileStream(Path.Combine(folder, "migrate.lock"), options);
                Forget(folder, "kring.db");
                Forget(folder, "keys.db");
                return new PreparationTurn(file);
            }
            catch (IOException taken) when (taken is not (DirectoryNotFoundException or FileNotFoundException))
            {
                await Task.Delay(LookAgain, cancel);
            }
        }
    }

    // EF Core's own lock is a row, which stays when whoever migrated was killed: everybody after it would wait for ever.
    private static void Forget(string folder, string database)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, database)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "drop table if exists \"__EFMigrationsLock\"";
        command.ExecuteNonQuery();
    }
}
