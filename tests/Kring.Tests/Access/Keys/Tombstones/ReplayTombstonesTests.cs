using Kring.Access;
using Kring.Access.Keys;
using Kring.Access.Keys.Tombstones;
using Kring.Platform;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Kring.Tests.Access.Keys.Tombstones;

/// <summary>What a start does about what was erased: it destroys again what came back, and does not open the port when it cannot know.</summary>
public sealed class ReplayTombstonesTests : IAsyncLifetime
{
    private readonly KringApp _app = new();
    private PersonId _annie, _bea;

    private string LedgerFile => Path.Combine(_app.Folder, "tombstones.ledger");

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        var world = new World(_app);
        (_annie, _bea) = (await world.Person("Annie de Vries"), await world.Person("Bea Smit"));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task What_an_older_backup_brings_back_is_destroyed_before_the_port_opens()
    {
        var restore = await _app.Backup(_annie);
        await _app.Destroy(_annie);
        await restore();
        Assert.Equal((2, 1, true), await _app.Left(_annie));

        await _app.Restart();

        Assert.Equal((0, 0, true), await _app.Left(_annie));
        Assert.Equal((3, 1, true), await _app.Left(_bea));
        Assert.Contains(_app.Log.All, l => l.Line.Contains("1 keys and 2 rows", StringComparison.Ordinal));
        Assert.Equal(DestroyOutcome.Destroyed, await _app.Destroy(_bea));
        await _app.Restart();
    }

    [Fact]
    public async Task Without_its_ledger_nothing_starts()
    {
        await _app.Stop();
        File.Delete(LedgerFile);

        await using var start = _app.Process("run", "--urls", "http://127.0.0.1:0");
        Assert.Equal(1, await start.ExitCode());
        Assert.Contains("Kring did not start. The tombstone ledger", start.Output, StringComparison.Ordinal);
        Assert.Contains("is missing. It says what was erased for good", start.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", start.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(LedgerFile));
    }

    [Fact]
    public async Task A_ledger_that_is_shorter_than_what_the_database_knows_stops_the_start()
    {
        await _app.Destroy(_annie);
        var older = await File.ReadAllBytesAsync(LedgerFile, TestContext.Current.CancellationToken);
        await _app.Destroy(_bea);
        await _app.Stop();
        await File.WriteAllBytesAsync(LedgerFile, older, TestContext.Current.CancellationToken);

        await Refuses("ends at tombstone 1, while the databases know of 2");
    }

    [Fact]
    public async Task An_older_database_beside_an_older_ledger_is_noticed_by_the_key_store()
    {
        var older = await File.ReadAllBytesAsync(LedgerFile, TestContext.Current.CancellationToken);
        await _app.Destroy(_annie);
        await _app.InDatabase(async db =>
        {
            await db.Set<Tombstone>().ExecuteDeleteAsync();
            return await db.Set<LedgerMark>().ExecuteUpdateAsync(set => set.SetProperty(m => m.Number, 0));
        });
        await _app.Stop();
        await File.WriteAllBytesAsync(LedgerFile, older, TestContext.Current.CancellationToken);

        await Refuses("ends at tombstone 0, while the databases know of 1");
    }

    [Fact]
    public async Task A_line_that_was_changed_left_out_or_put_elsewhere_stops_the_start()
    {
        await _app.Destroy(_annie);
        await _app.Destroy(_bea);
        await _app.Stop();
        var lines = await File.ReadAllLinesAsync(LedgerFile, TestContext.Current.CancellationToken);
        foreach (var other in new[] { [lines[0], lines[2]], [lines[0], lines[2], lines[1]], [lines[0], lines[1].Replace("ErasureAsked", "TermOver", StringComparison.Ordinal), lines[2]], new[] { lines[0], "nonsense", lines[2] } })
        {
            await File.WriteAllLinesAsync(LedgerFile, other, TestContext.Current.CancellationToken);
            await Refuses("was changed or damaged at line");
        }

        await File.WriteAllLinesAsync(LedgerFile, [lines[0], lines[1], lines[2].Replace("test-eraser", "test-other", StringComparison.Ordinal)], TestContext.Current.CancellationToken);
        await Refuses("says something else than the databases do");
    }

    [Fact]
    public async Task The_ledger_of_another_Kring_stops_the_start()
    {
        await _app.Stop();
        await File.WriteAllTextAsync(LedgerFile, Ledger.FirstLine("0123456789abcdef0123456789abcdef") + "\n", TestContext.Current.CancellationToken);

        await Refuses("belongs to another Kring");
    }

    [Fact]
    public async Task A_last_line_that_was_never_finished_is_cut_off_told_and_written_again()
    {
        await _app.Destroy(_annie);
        await Unfinish(_annie);
        var whole = await File.ReadAllBytesAsync(LedgerFile, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(LedgerFile, whole[..^20], TestContext.Current.CancellationToken);

        await _app.Restart();

        Assert.Equal(whole, await File.ReadAllBytesAsync(LedgerFile, TestContext.Current.CancellationToken));
        Assert.Contains(_app.Log.All, l => l.Line.Contains("was never finished, and was cut off", StringComparison.Ordinal));
        Assert.Equal((0, 0, true), await _app.Left(_annie));
    }

    [Fact]
    public async Task What_was_ordered_and_not_finished_is_finished_by_the_next_start()
    {
        var compartment = _annie.Profile.Id;
        var key = await _app.InStore(store => store.Keys.AsNoTracking().SingleAsync(k => k.Compartment == compartment));
        await _app.Destroy(_annie);
        await Unfinish(_annie);
        await _app.InStore(store =>
        {
            store.Add(key);
            return store.SaveChangesAsync();
        });
        var lines = await File.ReadAllLinesAsync(LedgerFile, TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(LedgerFile, lines[..1], TestContext.Current.CancellationToken);

        await _app.Restart();

        Assert.Equal(2, (await File.ReadAllLinesAsync(LedgerFile, TestContext.Current.CancellationToken)).Length);
        Assert.Equal((0, 0, true), await _app.Left(_annie));
    }

    [Fact]
    public async Task A_lost_ledger_is_written_anew_from_the_newest_database_and_from_no_other()
    {
        await _app.Destroy(_annie);
        var whole = await File.ReadAllTextAsync(LedgerFile, TestContext.Current.CancellationToken);
        await Write(1, "already");
        File.Delete(LedgerFile);
        await _app.InDatabase(db => db.Set<LedgerMark>().ExecuteUpdateAsync(set => set.SetProperty(m => m.RestoredAt, _app.Clock.GetUtcNow())));
        await Write(1, "came from a backup");
        await _app.InDatabase(db => db.Set<LedgerMark>().ExecuteUpdateAsync(set => set.SetProperty(m => m.RestoredAt, (DateTimeOffset?)null)));
        await _app.InStore(store => store.Set<KeyStoreMark>().ExecuteUpdateAsync(set => set.SetProperty(m => m.Number, 2)));
        await Write(1, "an older one");
        await _app.InStore(store => store.Set<KeyStoreMark>().ExecuteUpdateAsync(set => set.SetProperty(m => m.Number, 1)));

        await Write(0, "written anew");

        Assert.Equal(whole, await File.ReadAllTextAsync(LedgerFile, TestContext.Current.CancellationToken));
        await _app.Restart();
    }

    private async Task Write(int code, string says)
    {
        await using var write = _app.Process("tombstones", "write");
        Assert.Equal(code, await write.ExitCode());
        Assert.Contains(says, write.Output, StringComparison.Ordinal);
    }

    // As after a power cut between the order in the database and the rest.
    private async Task Unfinish(PersonId person)
    {
        var compartment = person.Profile.Id;
        await _app.InDatabase(db => db.Set<Tombstone>().Where(t => t.Compartment == compartment).ExecuteUpdateAsync(set => set.SetProperty(t => t.InLedger, false)));
        await _app.InStore(store => store.Set<KeyStoreMark>().ExecuteUpdateAsync(set => set.SetProperty(m => m.Number, 0)));
    }

    private async Task Refuses(string reason)
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(_app.Restart);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }
}
