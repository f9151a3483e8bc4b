using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Kring.Tests.Support;

/// <summary>A PostgreSQL of a test's own, on loopback and as durable as by default, that can be killed and started again on the same data at the same port.</summary>
/// <param name="place">The folder that its data comes in; null for one of its own.</param>
internal sealed class PostgresServer(string? place = null) : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateDirectory(place is null ? Directory.CreateTempSubdirectory("kring-postgres-").FullName : Path.Combine(place, "postgres")).FullName;
    private readonly int _port = Ports.Free();
    private readonly string _programs = Directory.EnumerateDirectories("/usr/lib/postgresql").OrderBy(d => int.Parse(Path.GetFileName(d), CultureInfo.InvariantCulture)).Last() + "/bin";
    private Process? _process;

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Makes its data folder and starts it.</summary>
    internal async Task Begin()
    {
        if (Environment.IsPrivilegedProcess) // PostgreSQL refuses root
            await Run("chown", "postgres:", _folder);
        await Run("setpriv", [.. Account(), Path.Combine(_programs, "initdb"), "-D", Data, "--wal-segsize=1", "-U", "kring", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);
        await Start();
    }

    internal async Task Start()
    {
        // A killed server's processes hold its memory for a moment; it refuses to start beside them.
        await Waits.Until("PostgreSQL answers", async () =>
        {
            if (_process is null or { HasExited: true })
            {
                _process?.Dispose();
                _process = Launch("setpriv", [.. Account(), Path.Combine(_programs, "postgres"), "-D", Data, "-k", "", "-c", "listen_addresses=127.0.0.1",
                    "-c", string.Create(CultureInfo.InvariantCulture, $"port={_port}"), "-c", "timezone=UTC", "-c", "min_wal_size=8MB", "-c", "max_wal_size=32MB"]);
            }

            return await Answers();
        });
    }

    /// <summary>All of it at once, as a power failure does.</summary>
    internal async Task Kill()
    {
        if (_process is null)
            return;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _process = null;
        NpgsqlConnection.ClearAllPools(); // what this process kept of it is dead too
    }

    /// <summary>An empty database.</summary>
    internal async Task<PostgresDatabase> Create(string name)
    {
        await using var connection = new NpgsqlConnection(ConnectionTo("postgres", pooled: false));
        await connection.OpenAsync();
        foreach (var statement in new[] { PostgresDatabases.RolesAsMade, $"create database \"{name}\" owner {PostgresDatabases.Owner}" })
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }

        return new PostgresDatabase(name, ConnectionTo(name, pooled: true), _ => Task.CompletedTask);
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        Directory.Delete(_folder, recursive: true);
    }

    private string ConnectionTo(string name, bool pooled)
        => new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = _port, Username = "kring", Database = name, Pooling = pooled, MaxPoolSize = 20 }.ConnectionString;

    private async Task<bool> Answers()
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionTo("postgres", pooled: false));
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static string[] Account() => Environment.IsPrivilegedProcess ? ["--reuid", "postgres", "--regid", "postgres", "--clear-groups"] : ["--no-new-privs"];

    private async Task Run(string program, params string[] arguments)
    {
        using var process = Launch(program, arguments);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private Process Launch(string program, string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
