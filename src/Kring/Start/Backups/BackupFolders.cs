using System.Globalization;
using Kring.Platform;
using Kring.Platform.Files;

namespace Kring.Start.Backups;

/// <summary>Where backups lie: in a folder for each, named by kind and time, below the folder that the operator gave.</summary>
internal static class BackupFolders
{
    /// <summary>A new folder for its owner alone. It gets its name once the backup in it is whole.</summary>
    internal static string Begin(string parent, BackupKind kind, DateTimeOffset now)
    {
        DurableFile.MakeFolder(parent);
        var folder = Path.Combine(parent, string.Create(CultureInfo.InvariantCulture, $"kring-{kind.ToString().ToLowerInvariant()}-{now.UtcDateTime:yyyyMMdd'T'HHmmssfff'Z'}"));
        if (Directory.Exists(folder))
            throw new StartRefusedException($"There is a backup {folder} already. Try again.");
        var part = folder + ".part";
        if (Directory.Exists(part))
            Directory.Delete(part, recursive: true);
        DurableFile.MakeFolder(part);
        return part;
    }

    internal static string Finish(string part)
    {
        var folder = part[..^".part".Length];
        DurableFile.FlushFolder(part);
        Directory.Move(part, folder);
        DurableFile.FlushFolder(Path.GetDirectoryName(folder)!);
        return folder;
    }

    /// <summary>A backup by its own folder, or the newest of the folder that holds them.</summary>
    /// <exception cref="StartRefusedException">There is none.</exception>
    internal static (string Folder, Manifest Manifest) Find(string given, BackupKind kind)
    {
        var found = Below(given, kind).Append((Folder: given, Manifest: Manifest.Read(given))).Where(b => b.Manifest?.Kind == kind).OrderByDescending(b => b.Manifest!.MadeAt).ToList();
        return found.Count > 0 ? (found[0].Folder, found[0].Manifest!) : throw new StartRefusedException($"There is no backup of the {Name(kind)} in {Path.GetFullPath(given)}, or its manifest cannot be read.");
    }

    internal static IEnumerable<(string Folder, Manifest? Manifest)> Below(string parent, BackupKind kind)
        => Directory.Exists(parent) ? Directory.EnumerateDirectories(parent, $"kring-{kind.ToString().ToLowerInvariant()}-*Z").Select(f => (f, Manifest.Read(f))) : [];

    internal static string Name(BackupKind kind) => kind == BackupKind.Main ? "main database" : "key store";

    /// <summary>Whether one of the two is the other, or lies within it.</summary>
    internal static bool Overlap(string one, string other)
    {
        var (a, b) = (Real(one), Real(other));
        return a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal);
    }

    private static string Real(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Directory.Exists(full))
            full = new DirectoryInfo(full).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full;
        return full + Path.DirectorySeparatorChar;
    }
}
