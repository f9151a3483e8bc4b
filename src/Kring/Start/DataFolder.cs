using System.Runtime.Versioning;
using Kring.Platform;
using Microsoft.Data.Sqlite;

namespace Kring.Start;

/// <summary>The data folder and the databases in it can be read by their owner alone, whatever the umask is and whatever was there already.</summary>
internal static partial class DataFolder
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;
    private static readonly string[] Databases = ["kring.db", "keys.db"];
    private static readonly string[] Beside = ["-wal", "-shm", "-journal"];

    /// <exception cref="StartRefusedException">Others can read it, and it is not Kring's to close.</exception>
    internal static void Close(KringOptions options, ILogger logger)
    {
        var folder = options.DataFolder;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(folder, OwnersFolder);
        if (options.Database != DatabaseKind.Sqlite && options.MasterKeyFile is not null)
            return;
        if (IsOpen(folder))
        {
            DemandOwn(folder);
            Close(folder, OwnersFolder, Directory.EnumerateFileSystemEntries(folder).Any() ? logger : null);
        }

        if (options.Database == DatabaseKind.Sqlite)
            CloseDatabases(folder, logger);
    }

    // SQLite gives the files beside a database the mode of the database itself.
    [UnsupportedOSPlatform("windows")]
    private static void CloseDatabases(string folder, ILogger logger)
    {
        foreach (var path in Databases.Select(name => Path.Combine(folder, name)))
        {
            if (!File.Exists(path))
                new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnersFile }).Dispose();
            if (new FileInfo(path).Length == 0)
                Begin(path);
            foreach (var file in Beside.Select(end => path + end).Prepend(path).Where(f => File.Exists(f) && IsOpen(f)))
                Close(file, OwnersFile, logger);
        }
    }

    // What looks whether there is a database opens it to read only, and cannot read an empty file.
    private static void Begin(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL";
        command.ExecuteNonQuery();
    }

    // A folder that others use too, such as /tmp or somebody's home, would be shut for them.
    private static void DemandOwn(string folder)
    {
        var names = Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Where(name => name != "lost+found").ToList();
        if (names.Count > 0 && !names.Exists(name => name == "master.key" || Databases.Contains(name)))
            throw new StartRefusedException($"The data folder {Path.GetFullPath(folder)} can be read by others and holds other things than Kring's. Give Kring a folder of its own with --data.");
    }

    [UnsupportedOSPlatform("windows")]
    private static void Close(string path, UnixFileMode mode, ILogger? logger)
    {
        try
        {
            File.SetUnixFileMode(path, mode);
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw new StartRefusedException($"{Path.GetFullPath(path)} can be read by others, and is not owned by the user that runs Kring. Let that user own it, or choose another folder with --data.", refused);
        }

        // An empty folder had nothing to read.
        if (logger is not null)
            WasOpen(logger, Path.GetFullPath(path));
    }

    [UnsupportedOSPlatform("windows")]
    private static bool IsOpen(string path)
        => (File.GetUnixFileMode(path) & ~(OwnersFolder | UnixFileMode.SetGroup | UnixFileMode.SetUser | UnixFileMode.StickyBit)) != UnixFileMode.None;

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path} could be read by others. It can be read by its owner alone now; find out who read it before.")]
    private static partial void WasOpen(ILogger logger, string path);
}
