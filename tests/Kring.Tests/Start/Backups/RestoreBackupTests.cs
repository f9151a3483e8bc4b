using System.Text.Json.Nodes;
using Kring.Access.Keys.Tombstones;
using Kring.Data;
using Kring.Platform;
using Kring.Start;
using Kring.Start.Backups;
using Kring.Tests.Access.Keys.Tombstones;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Start.Backups;

public sealed class RestoreBackupTests : IAsyncLifetime
{
    private readonly BackupStage _stage = new();

    public async ValueTask InitializeAsync()
    {
        await _stage.Begin();
        await _stage.Backup();
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task What_was_erased_since_the_backup_stays_unreadable_and_the_rest_is_as_it_was()
    {
        var later = await new World(_stage.App).Person("Dirk Later");
        Assert.Equal(DestroyOutcome.Destroyed, await _stage.App.Destroy(_stage.Annie));
        await _stage.Stop();

        var says = await _stage.Restore(0, "--replace");
        Assert.Contains("master key is in no backup", says, StringComparison.Ordinal);
        await _stage.App.Restart();

        Assert.Equal((0, 0, true), await _stage.App.Left(_stage.Annie));
        Assert.Null(await _stage.Name(_stage.Annie));
        Assert.Null(await _stage.Name(later));
        Assert.Equal("Bea Smit", await _stage.Name(_stage.Bea));
        Assert.Null(await _stage.App.InDatabase(db => db.Set<LedgerMark>().Select(m => m.RestoredAt).SingleAsync()));
    }

    [Fact]
    public async Task A_restored_system_does_not_start_without_its_ledger()
    {
        await _stage.App.Destroy(_stage.Annie);
        await _stage.Stop();
        await _stage.Restore(0, "--replace");
        File.Move(_stage.Ledger, _stage.At("ledger"));

        Assert.Contains("This system was restored from a backup. The tombstone ledger", await _stage.Does(1, "migrate"), StringComparison.Ordinal);
        Assert.Contains("came from a backup", await _stage.Does(1, "tombstones", "write"), StringComparison.Ordinal);

        File.Move(_stage.At("ledger"), _stage.Ledger);
        await _stage.App.Restart();
        Assert.Equal((0, 0, true), await _stage.App.Left(_stage.Annie));
    }

    [Fact]
    public async Task The_main_database_goes_back_under_the_keys_that_are_there()
    {
        await _stage.App.Destroy(_stage.Annie);
        await _stage.Stop();

        Assert.Contains("The key store was left as it is", await _stage.Does(0, "restore", BackupStage.Newest(_stage.Main), "--replace"), StringComparison.Ordinal);
        await _stage.App.Restart();

        Assert.Equal((0, 0, true), await _stage.App.Left(_stage.Annie));
        Assert.Equal("Bea Smit", await _stage.Name(_stage.Bea));
    }

    [Fact]
    public async Task A_copy_of_the_ledger_can_be_named_and_is_never_older_than_the_one_in_place()
    {
        var older = _stage.At("older");
        File.Copy(_stage.Ledger, older);
        await _stage.App.Destroy(_stage.Annie);
        var newest = _stage.At("newest");
        File.Copy(_stage.Ledger, newest);
        await _stage.Stop();

        Assert.Contains("goes further than", await _stage.Restore(1, "--replace", "--tombstones", older), StringComparison.Ordinal);
        File.Delete(_stage.Ledger);
        await _stage.Restore(0, "--replace", "--tombstones", newest);
        await _stage.App.Restart();

        Assert.Equal((0, 0, true), await _stage.App.Left(_stage.Annie));
        Assert.Equal(await File.ReadAllTextAsync(newest, TestContext.Current.CancellationToken), await File.ReadAllTextAsync(_stage.Ledger, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task While_Kring_runs_nothing_is_restored()
    {
        Assert.Contains("Stop it first", await _stage.Restore(1, "--replace"), StringComparison.Ordinal);
        Assert.Equal("Annie de Vries", await _stage.Name(_stage.Annie));
    }

    [Fact]
    public async Task What_does_not_hold_changes_nothing()
    {
        await new World(_stage.App).Person("Dirk Later");
        await _stage.Stop();
        var (main, keys) = (BackupStage.Newest(_stage.Main), BackupStage.Newest(_stage.Keys));

        var said = await _stage.Restore(1);
        Assert.Contains("Nothing was restored.", said, StringComparison.Ordinal);
        Assert.Contains("holds data already", said, StringComparison.Ordinal);
        await Refuses("is missing, or is not what the manifest says", () => File.AppendAllText(Directory.GetFiles(main).Single(f => !f.EndsWith(".json", StringComparison.Ordinal)), "x"));
        await Refuses("made by a newer version", () => BackupStage.Rewrite(main, m => m["Migrations"]!.AsArray().Add("20991231000000_Later")));
        await Refuses("is older than that of the main database", () => BackupStage.Age(keys, TimeSpan.FromHours(1)));
        await Refuses("of another Kring than that of the main", () => BackupStage.Rewrite(keys, m => m["Ledger"] = "other"));
        await Refuses("belongs to another Kring than the backup", () => Array.ForEach([main, keys], f => BackupStage.Rewrite(f, m => m["Ledger"] = "other")));
        await Refuses("while the backup knows of 5", () => BackupStage.Rewrite(main, m => m["Tombstones"] = 5));
        await Refuses("There is no backup of the main database", () => File.Delete(Path.Combine(main, "manifest.json")));
        await Refuses("There is no backup of the key store", () => File.WriteAllText(Path.Combine(keys, "manifest.json"), "{}"));
        await Refuses("while Kring:Database is", () => BackupStage.Rewrite(main, m => m["Database"] = Servers.OnPostgres ? "Sqlite" : "Postgres"));
        await Refuses("There is no tombstone ledger", null, _stage.At("nowhere"));

        await _stage.App.Restart();
        Assert.Equal(3, await _stage.App.InDatabase(db => db.Set<Kring.People.Person>().CountAsync()));
    }

    // Each time on a fresh copy of both backups, and in this process: a program for each would take a minute.
    private async Task Refuses(string says, Action? spoil = null, string? tombstones = null)
    {
        var whole = _stage.At("whole");
        foreach (var place in new[] { "main", "keys" })
            Copy(_stage.At(place), Path.Combine(whole, place));
        spoil?.Invoke();
        await using (var kring = KringHost.Build(new RunOptions { DataFolder = _stage.App.Folder }, null, _stage.App.Settings()))
        {
            var wanted = new WantedRestore(_stage.Main, _stage.Keys, tombstones, Replace: true);
            var refused = await Assert.ThrowsAsync<StartRefusedException>(() => kring.Services.GetRequiredService<RestoreBackup>().Run(wanted, TestContext.Current.CancellationToken));
            Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        }

        foreach (var place in new[] { "main", "keys" })
        {
            Directory.Delete(_stage.At(place), recursive: true);
            Directory.Move(Path.Combine(whole, place), _stage.At(place));
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
