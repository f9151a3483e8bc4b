using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kring.Platform;
using Kring.Platform.Files;

namespace Kring.Start.Backups;

/// <summary>Which of the two databases a backup is of: they are never kept together.</summary>
internal enum BackupKind
{
    Main,
    Keys,
}

/// <summary>What stands beside the file of a backup: what it is, how old it is, and what it must be held against before it is put back.</summary>
internal sealed record Manifest
{
    internal const string FileName = "manifest.json";
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    public required BackupKind Kind { get; init; }

    /// <summary>The version of Kring that made it.</summary>
    public required string Version { get; init; }

    public required DatabaseKind Database { get; init; }

    /// <summary>The id of the tombstone ledger: which Kring this is of.</summary>
    public required string Ledger { get; init; }

    /// <summary>How far that ledger went.</summary>
    public required long Tombstones { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required IReadOnlyList<string> Migrations { get; init; }

    /// <summary>File name and SHA-256 in hexadecimal.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    internal void Write(string folder) => DurableFile.Write(Path.Combine(folder, FileName), JsonSerializer.SerializeToUtf8Bytes(this, Json));

    /// <returns>Null when there is none, or it cannot be read.</returns>
    internal static Manifest? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<Manifest>(File.ReadAllBytes(path), Json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>The first file that is missing or was changed, or null.</returns>
    internal async Task<string?> Broken(string folder, CancellationToken cancel)
    {
        foreach (var (name, hash) in Files)
        {
            var path = Path.Combine(folder, name);
            if (Path.GetFileName(name) != name || !File.Exists(path) || await HashOf(path, cancel) != hash)
                return path;
        }

        return null;
    }

    internal static async Task<string> HashOf(string path, CancellationToken cancel)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel));
    }
}
