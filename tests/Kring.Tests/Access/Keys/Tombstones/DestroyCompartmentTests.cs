using Kring.Access;
using Kring.Access.Keys;
using Kring.Access.Keys.Tombstones;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Access.Keys.Tombstones;

public sealed class DestroyCompartmentTests(KringApp app) : IClassFixture<KringApp>
{
    private string LedgerFile => Path.Combine(app.Folder, "tombstones.ledger");

    [Fact]
    public async Task Key_and_rows_go_the_access_log_stays_and_a_line_says_so()
    {
        var person = await new World(app).Person("Annie de Vries");
        Assert.Equal((3, 1, true), await app.Left(person));

        Assert.Equal(DestroyOutcome.Destroyed, await app.Destroy(person));

        Assert.Equal((0, 0, true), await app.Left(person));
        var line = (await File.ReadAllLinesAsync(LedgerFile, TestContext.Current.CancellationToken))[^1];
        Assert.Contains($"{person.Value:D} Person ", line, StringComparison.Ordinal);
        Assert.Contains(" ErasureAsked job:test-eraser ", line, StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(LedgerFile));
        await Assert.ThrowsAsync<KeyMissingException>(() => app.Services.GetRequiredService<Keyring>().Fetch([person.Profile.Id], default));
    }

    [Fact]
    public async Task Nobody_elses_rows_go()
    {
        var world = new World(app);
        var (gone, stays) = (await world.Person("Ans Bakker"), await world.Person("Bea Smit"));

        await app.Destroy(gone);

        Assert.Equal((3, 1, true), await app.Left(stays));
    }

    [Fact]
    public async Task What_is_gone_or_never_was_gets_no_second_tombstone()
    {
        var person = await new World(app).Person("Corrie Mulder");
        await app.Destroy(person);
        var lines = await File.ReadAllLinesAsync(LedgerFile, TestContext.Current.CancellationToken);

        Assert.Equal(DestroyOutcome.DestroyedBefore, await app.Destroy(person));
        Assert.Equal(DestroyOutcome.NoSuchCompartment, await app.Destroy(new CompartmentRef(CompartmentKind.Network, new CompartmentId(Guid.CreateVersion7()))));

        Assert.Equal(lines, await File.ReadAllLinesAsync(LedgerFile, TestContext.Current.CancellationToken));
    }

    [Fact]
    public Task The_programs_own_key_is_not_destroyed()
        => Assert.ThrowsAsync<ArgumentException>(() => app.Destroy(new CompartmentRef(CompartmentKind.Person, Keyring.System)));

    [Fact]
    public async Task What_the_key_store_knows_of_the_ledger_never_goes_back()
    {
        await app.Destroy(await new World(app).Person("Dirk Visser"));
        var before = await app.InStore(store => store.Mark(default));
        Assert.NotEqual(0, before.Number);

        await app.InStore(async store =>
        {
            await DestroyedKeys.Note(store, new LedgerMark { Ledger = before.Ledger!, Number = before.Number - 1, Hash = "older" }, default);
            return true;
        });

        var after = await app.InStore(store => store.Mark(default));
        Assert.Equal((before.Number, before.Hash), (after.Number, after.Hash));
    }

    [Fact]
    public async Task Many_at_once_stand_in_one_chain()
    {
        var world = new World(app);
        var people = new List<PersonId>();
        for (var i = 0; i < 8; i++)
            people.Add(await world.Person($"Persoon {i}"));

        await Task.WhenAll(people.Select(app.Destroy));

        var ledger = Ledger.Parse(LedgerFile, await File.ReadAllBytesAsync(LedgerFile, TestContext.Current.CancellationToken));
        Assert.All(people, p => Assert.Single(ledger.Lines, l => l.Compartment == p.Profile.Id));
        Assert.Equal(await app.InDatabase(db => db.Set<Tombstone>().CountAsync(t => t.InLedger)), ledger.Lines.Count);
        Assert.Equal(ledger.Lines.Count, await app.InStore(async store => (await store.Mark(default)).Number));
    }
}
