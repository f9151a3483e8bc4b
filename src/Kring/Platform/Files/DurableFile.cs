using System.Runtime.InteropServices;
using System.Text;

namespace Kring.Platform.Files;

/// <summary>A file of the owner alone (0600), whole after a power cut: what is there afterwards is the old one or the new one.</summary>
internal static class DurableFile
{
    internal const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    internal const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;

    /// <summary>Writes beside it, flushes, and puts it in the place of what was there.</summary>
    internal static void Write(string path, ReadOnlySpan<byte> content)
    {
        var temporary = path + ".new";
        File.Delete(temporary);
        using (var file = Open(temporary, FileMode.CreateNew))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>Opens it for this process alone; a new one can be read by its owner only.</summary>
    internal static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows() && mode is not FileMode.Open)
            options.UnixCreateMode = OwnersFile;
        return new FileStream(path, options);
    }

    /// <summary>Makes a folder for its owner alone.</summary>
    internal static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnersFolder);
    }

    /// <summary>A new name in a folder must survive a power cut too; .NET opens no folders.</summary>
    internal static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var handle = Open([.. Encoding.UTF8.GetBytes(folder), 0], 0);
        if (!handle.IsInvalid)
            RandomAccess.FlushToDisk(handle);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern Microsoft.Win32.SafeHandles.SafeFileHandle Open(byte[] path, int flags);
}
