using Kring.Platform;
using Kring.Platform.Files;
using Microsoft.Data.Sqlite;

namespace Kring.Start.Backups;

internal sealed class SqliteCopies(KringOptions options) : IDatabaseCopies
{
    private static readonly string[] Beside = ["-wal", "-shm", "-journal"];

    public string Extension => ".db";

    /// <summary>One read transaction for the whole copy: who writes meanwhile neither waits nor is in it. What was deleted is not in it either.</summary>
    public async Task Save(BackupKind kind, string path, CancellationToken cancel)
    {
        DurableFile.Open(path, FileMode.CreateNew).Dispose();
        await using (var connection = new SqliteConnection($"Data Source={PathOf(kind)};Mode=ReadOnly;Pooling=False"))
        {
            await connection.OpenAsync(cancel);
            await using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $path";
            command.Parameters.AddWithValue("$path", path);
            await command.ExecuteNonQueryAsync(cancel);
        }

        await using var file = DurableFile.Open(path, FileMode.Open);
        file.Flush(flushToDisk: true);
    }

    // The lock on the data folder tells.
    public Task<bool> InUse(BackupKind kind, CancellationToken cancel) => Task.FromResult(false);

    public async Task Put(BackupKind kind, string path, CancellationToken cancel)
    {
        SqliteConnection.ClearAllPools();
        var (target, copy) = (PathOf(kind), PathOf(kind) + ".restoring");
        File.Delete(copy);
        await using (var from = File.OpenRead(path))
        await using (var to = DurableFile.Open(copy, FileMode.CreateNew))
        {
            await from.CopyToAsync(to, cancel);
            to.Flush(flushToDisk: true);
        }

        await MakeWal(copy, cancel);
        foreach (var end in Beside)
            File.Delete(target + end);
        File.Move(copy, target, overwrite: true);
        DurableFile.FlushFolder(Path.GetFullPath(options.DataFolder));
    }

    // A copy that was vacuumed has another journal mode, and what only looks at a database cannot change that.
    private static async Task MakeWal(string path, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL";
        await command.ExecuteNonQueryAsync(cancel);
    }

    private string PathOf(BackupKind kind) => Path.Combine(options.DataFolder, kind == BackupKind.Main ? "kring.db" : "keys.db");
}
