using Kring.Platform;

namespace Kring.Start;

/// <summary>Whoever works on a data folder shares it; putting a backup back needs it alone.</summary>
internal sealed class RunningLock(KringOptions options) : IDisposable
{
    private FileStream? _held;

    private string Path => System.IO.Path.Combine(options.DataFolder, "kring.lock");

    /// <summary>Held until the program ends. A folder that cannot be written is one in which nothing is restored either.</summary>
    /// <exception cref="StartRefusedException">A backup is being put back.</exception>
    internal void Share()
    {
        try
        {
            _held ??= Open(FileAccess.Read, FileShare.ReadWrite);
        }
        catch (UnauthorizedAccessException)
        {
        }
        catch (IOException taken) when (File.Exists(Path))
        {
            throw new StartRefusedException($"A backup is being restored in {options.DataFolder}, or its folder cannot be reached ({taken.Message}).", taken);
        }
    }

    /// <exception cref="StartRefusedException">Kring is running.</exception>
    internal void Take()
    {
        try
        {
            _held ??= Open(FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken)
        {
            throw new StartRefusedException($"Kring is running on {options.DataFolder}. Stop it first; nothing was changed.", taken);
        }
    }

    public void Dispose() => _held?.Dispose();

    private FileStream Open(FileAccess access, FileShare share)
    {
        var how = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = access, Share = share };
        if (!OperatingSystem.IsWindows())
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path, how);
    }
}
