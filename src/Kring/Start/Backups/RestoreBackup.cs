using Kring.Access;
using Kring.Access.Keys;
using Kring.Access.Keys.Tombstones;
using Kring.Data;
using Kring.Platform;
using Kring.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Kring.Start.Backups;

/// <summary>What to put back, and from where.</summary>
internal sealed record WantedRestore(string Folder, string? KeyFolder, string? Tombstones, bool Replace);

/// <summary>
/// Puts backups back. Everything is looked at before anything is changed. The system is marked as restored, and does not start without a ledger that goes at least as far as the backup:
/// what was erased since is destroyed again then.
/// </summary>
internal sealed class RestoreBackup(KringOptions options, IDatabaseCopies copies, RunningLock running, IDbContextFactory<AppDb> databases, IDbContextFactory<KeyDb> stores, TimeProvider time)
{
    /// <returns>What was done, a sentence each.</returns>
    /// <exception cref="StartRefusedException">Nothing was changed; the message says why.</exception>
    internal async Task<IReadOnlyList<string>> Run(WantedRestore wanted, CancellationToken cancel)
    {
        var main = BackupFolders.Find(wanted.Folder, BackupKind.Main);
        var keys = wanted.KeyFolder is null ? default((string Folder, Manifest Manifest)?) : BackupFolders.Find(wanted.KeyFolder, BackupKind.Keys);
        await Demand(main, databases.CreateDbContext, cancel);
        if (keys is { } store)
            await DemandKeys(store, main.Manifest, cancel);
        var ledger = await DemandLedger(wanted.Tombstones, main.Manifest, cancel);
        DurableFile.MakeFolder(options.DataFolder);
        running.Take();
        await DemandRoom(BackupKind.Main, wanted.Replace, async stop => await HasData(databases, db => db.Set<Compartment>().AnyAsync(stop), stop), cancel);
        if (keys is not null)
            await DemandRoom(BackupKind.Keys, wanted.Replace, async stop => await HasData(stores, db => db.Keys.AnyAsync(stop), stop), cancel);

        if (ledger is not null)
            DurableFile.Write(options.TombstonesPath, ledger);
        if (keys is { } k)
            await copies.Put(BackupKind.Keys, FileOf(k), cancel);
        await copies.Put(BackupKind.Main, FileOf(main), cancel);
        await using (var db = await databases.CreateDbContextAsync(cancel))
        {
            var now = time.Moment();
            await db.Set<LedgerMark>().ExecuteUpdateAsync(set => set.SetProperty(m => m.RestoredAt, now), cancel);
        }

        return
        [
            $"The main database is restored from {Path.GetFullPath(main.Folder)}, made at {main.Manifest.MadeAt:yyyy-MM-dd HH:mm:ss} UTC.",
            keys is { } used ? $"The key store is restored from {Path.GetFullPath(used.Folder)}." : "The key store was left as it is.",
            "The master key is in no backup: put it in place if it is not. The next start destroys again what the tombstone ledger names, before the port opens.",
            "What happened since the backup is forgotten: consents that were withdrawn and people who were removed are back. Go through that with the organisations before others can reach Kring.",
        ];
    }

    private async Task Demand<T>((string Folder, Manifest Manifest) backup, Func<T> make, CancellationToken cancel) where T : DbContext
    {
        if (backup.Manifest.Database != options.Database)
            throw new StartRefusedException($"The backup {backup.Folder} is of {backup.Manifest.Database}, while Kring:Database is {options.Database}. Nothing was changed.");
        if (await backup.Manifest.Broken(backup.Folder, cancel) is { } broken)
            throw new StartRefusedException($"{broken} is missing, or is not what the manifest says it was. Use another backup, and find out who changed this one; nothing was changed.");
        await using var db = make();
        if (backup.Manifest.Migrations.Except(db.Database.GetMigrations()).ToList() is [var newer, ..])
            throw new StartRefusedException($"The backup {backup.Folder} was made by a newer version of Kring ({backup.Manifest.Version}): this one does not know {newer}. Install that version; nothing was changed.");
    }

    private async Task DemandKeys((string Folder, Manifest Manifest) keys, Manifest main, CancellationToken cancel)
    {
        await Demand(keys, stores.CreateDbContext, cancel);
        if (keys.Manifest.Ledger != main.Ledger)
            throw new StartRefusedException("The backup of the key store is of another Kring than that of the main database. Nothing was changed.");
        if (keys.Manifest.MadeAt < main.MadeAt)
            throw new StartRefusedException("The backup of the key store is older than that of the main database: what was made in between could not be read. Take an older main database, or newer keys; nothing was changed.");
    }

    /// <returns>The ledger to put in place, or null when it is there.</returns>
    private async Task<byte[]?> DemandLedger(string? given, Manifest main, CancellationToken cancel)
    {
        var (place, path) = (options.TombstonesPath, given ?? options.TombstonesPath);
        if (!File.Exists(path))
            throw new StartRefusedException($"There is no tombstone ledger {Path.GetFullPath(path)}. It says what was erased since the backup; name the newest copy with --tombstones. Nothing was changed.");
        var content = await File.ReadAllBytesAsync(path, cancel);
        var ledger = Ledger.Parse(path, content);
        if (ledger.Id != main.Ledger)
            throw new StartRefusedException($"The tombstone ledger {path} belongs to another Kring than the backup. Nothing was changed.");
        if (ledger.Lines.Count < main.Tombstones)
            throw new StartRefusedException($"The tombstone ledger {path} ends at tombstone {ledger.Lines.Count}, while the backup knows of {main.Tombstones}. Take a newer copy; nothing was changed.");
        if (given is null || Path.GetFullPath(given) == Path.GetFullPath(place))
            return null;
        if (File.Exists(place) && Ledger.Parse(place, await File.ReadAllBytesAsync(place, cancel)) is var there && there.Id == ledger.Id && there.Lines.Count > ledger.Lines.Count)
            throw new StartRefusedException($"The ledger that is in place, {place}, goes further than {given}. Leave --tombstones out; nothing was changed.");
        return content[..(int)ledger.WholeLength];
    }

    private async Task DemandRoom(BackupKind kind, bool replace, Func<CancellationToken, Task<bool>> hasData, CancellationToken cancel)
    {
        if (await copies.InUse(kind, cancel))
            throw new StartRefusedException($"Somebody else is connected to the {BackupFolders.Name(kind)}. Stop every node of Kring first; nothing was changed.");
        if (!replace && await hasData(cancel))
            throw new StartRefusedException($"The {BackupFolders.Name(kind)} holds data already. Say --replace if that is to go for good; nothing was changed.");
    }

    private static async Task<bool> HasData<T>(IDbContextFactory<T> factory, Func<T, Task<bool>> asks, CancellationToken cancel) where T : DbContext
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Database.CanConnectAsync(cancel) && (await db.Database.GetAppliedMigrationsAsync(cancel)).Any() && await asks(db);
    }

    private static string FileOf((string Folder, Manifest Manifest) backup) => Path.GetFullPath(Path.Combine(backup.Folder, backup.Manifest.Files.Keys.Single()));
}
