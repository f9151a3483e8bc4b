using Kring.Access.Keys;
using Kring.Access.Keys.Tombstones;
using Kring.Data;
using Kring.Law;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Start.Backups;

/// <summary>Backs up the main database, and the key store elsewhere; takes away backups of keys whose term is over. Kring may go on running.</summary>
internal sealed class MakeBackup(KringOptions options, IDatabaseCopies copies, IDbContextFactory<AppDb> databases, IDbContextFactory<KeyDb> stores, TimeProvider time)
{
    /// <returns>What was done, a sentence each.</returns>
    /// <exception cref="StartRefusedException">No backup was made; the message says why.</exception>
    internal async Task<IReadOnlyList<string>> Run(string folder, string? keyFolder, CancellationToken cancel)
    {
        DemandApart(folder, keyFolder);
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var store = await stores.CreateDbContextAsync(cancel);
        if (options.Database == DatabaseKind.Sqlite && !File.Exists(Path.Combine(options.DataFolder, "kring.db")))
            throw new StartRefusedException($"There is no database in {Path.GetFullPath(options.DataFolder)}. Say with --data where it is.");
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        if (applied.Count == 0 || await db.Set<LedgerMark>().AsNoTracking().SingleOrDefaultAsync(cancel) is not { } mark)
            throw new StartRefusedException("Kring has not run on these databases yet. Start it once.");
        var said = new List<string>();
        // The main database first: a key without rows harms nobody, rows without a key are lost.
        said.Add("The main database is in " + await Save(BackupKind.Main, folder, applied, mark, cancel));
        if (keyFolder is null)
        {
            said.Add("The key store was not backed up: name a place apart with --keys. Without keys the main database cannot be read.");
        }
        else
        {
            said.Add("The key store is in " + await Save(BackupKind.Keys, keyFolder, [.. await store.Database.GetAppliedMigrationsAsync(cancel)], mark, cancel));
            said.AddRange(await RemoveOld(db, keyFolder, mark.Ledger, cancel));
        }

        said.Add("The master key and the tombstone ledger are in no backup: copy them to places of their own. Without the master key nothing opens; without the ledger nothing starts.");
        return said;
    }

    private async Task<string> Save(BackupKind kind, string parent, IReadOnlyList<string> migrations, LedgerMark mark, CancellationToken cancel)
    {
        try
        {
            var now = time.Moment();
            var part = BackupFolders.Begin(parent, kind, now);
            var name = kind.ToString().ToLowerInvariant() + copies.Extension;
            var path = Path.Combine(Path.GetFullPath(part), name);
            await copies.Save(kind, path, cancel);
            new Manifest
            {
                Kind = kind,
                Version = typeof(Manifest).Assembly.GetName().Version!.ToString(3),
                Database = options.Database,
                Ledger = mark.Ledger,
                Tombstones = mark.Number,
                MadeAt = now,
                Migrations = migrations,
                Files = new Dictionary<string, string>(StringComparer.Ordinal) { [name] = await Manifest.HashOf(path, cancel) },
            }.Write(part);
            return $"{BackupFolders.Finish(part)} ({Size(new FileInfo(part[..^5] + Path.DirectorySeparatorChar + name).Length)}).";
        }
        catch (Exception disk) when (disk is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"{Path.GetFullPath(parent)} cannot be written: {disk.Message}", disk);
        }
    }

    /// <summary>Erasing by destroying a key holds only once no backup of that key is left.</summary>
    private async Task<IEnumerable<string>> RemoveOld(AppDb db, string keyFolder, string ledger, CancellationToken cancel)
    {
        var terms = await db.Set<LegalTerm>().AsNoTracking().ToListAsync(cancel);
        terms.AddRange(LegalTermKeys.AtFirstStart.Where(t => t.Key == LegalTermKeys.RetentionKeyBackup && terms.TrueForAll(known => known.Key != t.Key)));
        var oldest = new LegalTerms(terms).StartOf(LegalTermKeys.RetentionKeyBackup, time.Moment());
        var over = BackupFolders.Below(keyFolder, BackupKind.Keys).Where(b => b.Manifest is { Kind: BackupKind.Keys } m && m.Ledger == ledger && m.MadeAt < oldest).Select(b => b.Folder).ToList();
        over.ForEach(f => Directory.Delete(f, recursive: true));
        return over.Select(f => $"Removed {f}: backups of keys are kept until {oldest.DutchDay():yyyy-MM-dd} goes by, or what was erased could be read all the same.");
    }

    private void DemandApart(string folder, string? keyFolder)
    {
        if (keyFolder is not null && BackupFolders.Overlap(folder, keyFolder))
            throw new StartRefusedException($"{Path.GetFullPath(folder)} and {Path.GetFullPath(keyFolder)} are the same place, or one lies in the other. Whoever has both reads everything with the master key: keep them apart.");
        foreach (var place in new[] { folder, keyFolder }.OfType<string>().Where(p => BackupFolders.Overlap(p, options.DataFolder)))
            throw new StartRefusedException($"{Path.GetFullPath(place)} is, holds, or lies in the data folder. A backup belongs somewhere else.");
    }

    private static string Size(long bytes) => bytes < 1_000_000 ? $"{bytes / 1000 + 1} kB" : $"{bytes / 1_000_000} MB";
}
