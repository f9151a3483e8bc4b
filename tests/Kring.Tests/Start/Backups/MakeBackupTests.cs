using Kring.Data;
using Kring.People;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Kring.Tests.Start.Backups;

public sealed class MakeBackupTests : IAsyncLifetime
{
    private readonly BackupStage _stage = new();

    public async ValueTask InitializeAsync() => await _stage.Begin();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task Each_database_goes_to_a_closed_folder_of_its_own_and_the_master_key_to_none()
    {
        var says = await _stage.Backup();

        Assert.Contains("The master key and the tombstone ledger are in no backup", says, StringComparison.Ordinal);
        foreach (var place in new[] { _stage.Main, _stage.Keys })
        {
            var folder = Assert.Single(Directory.GetDirectories(place));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
            Assert.Equal(2, Directory.GetFiles(folder).Length);
            Assert.All(Directory.GetFiles(folder), f => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(f)));
        }

        var secret = (await File.ReadAllTextAsync(Path.Combine(_stage.App.Folder, "master.key"), TestContext.Current.CancellationToken)).Split(' ')[2].Trim();
        Assert.All(Directory.GetFiles(_stage.At("."), "*", SearchOption.AllDirectories), f => Assert.DoesNotContain(secret, File.ReadAllText(f), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_written_meanwhile_is_whole_in_it_or_not_in_it()
    {
        using var enough = new CancellationTokenSource();
        var world = new World(_stage.App);
        var writers = Enumerable.Range(0, 3).Select(async n =>
        {
            for (var i = 0; i < 40 && !enough.IsCancellationRequested; i++)
                await world.Person($"Persoon {n} {i}");
        }).ToList();
        await _stage.Backup();
        await enough.CancelAsync();
        await Task.WhenAll(writers);
        await _stage.Stop();

        await _stage.Restore(0, "--replace");
        await _stage.App.Restart();

        var people = await _stage.App.InDatabase(db => db.Set<Person>().AsNoTracking().Select(p => p.Id).ToListAsync());
        Assert.Equal(people.Count, await _stage.App.InDatabase(db => db.Set<Account>().CountAsync()));
        foreach (var person in people)
            Assert.NotNull(await _stage.Name(person));
    }

    [Fact]
    public async Task Keys_are_never_kept_with_the_data()
    {
        var link = _stage.At("link");
        Directory.CreateDirectory(_stage.Main);
        Directory.CreateSymbolicLink(link, _stage.Main);
        foreach (var keys in new[] { _stage.Main, _stage.Main + "/", Path.Combine(_stage.Main, "keys"), _stage.At("."), link })
            Assert.Contains("No backup was made.", await _stage.Does(1, "backup", _stage.Main, "--keys", keys), StringComparison.Ordinal);
        Assert.Contains("data folder", await _stage.Does(1, "backup", Path.Combine(_stage.App.Folder, "backups")), StringComparison.Ordinal);

        Assert.Empty(Directory.GetFileSystemEntries(_stage.Main));
    }

    [Fact]
    public async Task Without_a_place_for_the_keys_it_says_that_they_are_not_there()
        => Assert.Contains("The key store was not backed up", await _stage.Does(0, "backup", _stage.Main), StringComparison.Ordinal);

    [Fact]
    public async Task Backups_of_keys_go_when_their_term_is_over_and_no_others_do()
    {
        await _stage.Backup();
        var made = BackupStage.Newest(_stage.Keys);
        var kept = Copied(made, "kring-keys-20260102T000000000Z", TimeSpan.FromDays(29));
        var over = Copied(made, "kring-keys-20260101T000000000Z", TimeSpan.FromDays(31));
        var others = Copied(made, "kring-keys-20250101T000000000Z", TimeSpan.FromDays(100));
        BackupStage.Rewrite(others, m => m["Ledger"] = "of another Kring");

        var says = await _stage.Backup();

        Assert.Contains($"Removed {over}", says, StringComparison.Ordinal);
        Assert.False(Directory.Exists(over));
        Assert.True(Directory.Exists(made) && Directory.Exists(kept) && Directory.Exists(others));
        Assert.Equal(2, Directory.GetDirectories(_stage.Main).Length);
    }

    [Fact]
    public async Task A_folder_without_a_database_is_said_in_one_sentence()
    {
        var empty = _stage.At("empty");
        Directory.CreateDirectory(empty);
        var (code, _, error) = await KringCommand.Run(null, "backup", _stage.Main, "--data", empty);

        Assert.Equal(1, code);
        Assert.Contains("There is no database in", error, StringComparison.Ordinal);
    }

    private string Copied(string folder, string name, TimeSpan age)
    {
        var to = Path.Combine(_stage.Keys, name);
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(folder))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        BackupStage.Age(to, age);
        return to;
    }
}
