using Kring.Access;
using Kring.Access.Keys;
using Kring.Access.Log;
using Kring.Access.Sealing;
using Kring.Data;
using Kring.Networks;
using Kring.People;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kring.Tests.Access;

public sealed class DoorTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly World _world = new(app);

    [Fact]
    public async Task A_participant_gets_a_grant_and_a_stranger_does_not()
    {
        var linde = await _world.Organisation();
        var marieke = await _world.Person("Marieke Visser");
        await _world.Works(marieke, linde, Role.Coordinator, "Marieke Visser");
        var annie = await _world.Person("Annie de Vries");
        var stranger = await _world.Person("Een Vreemde");
        var network = await _world.Network(annie, "Annie de Vries", marieke, linde);

        var inside = await Enter(annie, network);
        var coordinator = await Enter(marieke, network);
        var outside = await Enter(stranger, network);

        Assert.Equal(GateRefusal.None, inside);
        Assert.Equal(GateRefusal.None, coordinator);
        Assert.Equal(GateRefusal.NoRelation, outside);
    }

    [Fact]
    public async Task A_read_is_in_the_log_before_the_grant_exists()
    {
        var annie = await _world.Person("Annie de Vries");
        await Using(annie, Operations.Read, async (_, _) =>
        {
            Assert.Equal(Outcome.Done, (await Lines(annie)).Single(l => l.Operation == Operations.Read).Outcome);
            return true;
        });
    }

    [Fact]
    public async Task A_grant_opens_nothing_after_its_request()
    {
        var annie = await _world.Person("Annie de Vries");
        var (grant, name) = await Using(annie, Operations.Read, async (_, grant) => (grant, (await grant.Rows<Person>().SingleAsync()).Name));

        Assert.Throws<ObjectDisposedException>(() => grant.Open(Person.NameField, annie.Value, name));
        Assert.Throws<ObjectDisposedException>(() => grant.Rows<Person>());
    }

    [Fact]
    public async Task The_grant_of_a_read_changes_nothing_even_when_its_rows_are_tracked()
    {
        var annie = await _world.Person("Annie de Vries");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Using(annie, Operations.Read, async (door, grant) =>
        {
            (await grant.Rows<Person>().AsTracking().SingleAsync()).Mail = null;
            return await door.Commit(default);
        }));
        Assert.NotNull(await Using(annie, Operations.Read, async (_, grant) => (await grant.Rows<Person>().SingleAsync()).Mail));
    }

    [Fact]
    public async Task What_was_let_through_and_changed_nothing_is_in_the_log_as_that()
    {
        var annie = await _world.Person("Annie de Vries");
        await Using(annie, Operations.Update, (_, _) => Task.FromResult(true));
        Assert.Equal(Outcome.NothingChanged, (await Lines(annie)).Single(l => l.Operation == Operations.Update).Outcome);
    }

    [Fact]
    public async Task A_change_is_in_the_log_once_and_a_second_commit_on_the_same_grant_again()
    {
        var annie = await _world.Person("Annie de Vries");
        await Using(annie, Operations.Update, async (door, grant) =>
        {
            var person = await grant.Rows<Person>().SingleAsync();
            person.Phone = grant.Seal(Person.PhoneField, annie.Value, "+31612345678");
            Assert.True(await door.Commit(default));
            person.Phone = null;
            return await door.Commit(default);
        });
        Assert.Equal([Outcome.Done, Outcome.Done], (await Lines(annie)).Where(l => l.Operation == Operations.Update).Select(l => l.Outcome));
    }

    [Fact]
    public async Task Who_comes_second_saves_nothing_and_may_try_again_in_the_same_unit_of_work()
    {
        var annie = await _world.Person("Annie de Vries", "annie@kring.example");
        var bep = await _world.Person("Bep de Boer", account: false);
        var saved = await Using(bep, Operations.Create, async (door, grant) =>
        {
            var profiles = app.Services.GetRequiredService<LookupIndexes>();
            grant.Add(AccountOf(bep, profiles.OfMail("annie@kring.example")));
            Assert.False(await door.Commit(default));
            grant.Add(AccountOf(bep, profiles.OfMail("bep@kring.example")));
            return await door.Commit(default);
        });

        Assert.True(saved);
        var outcomes = (await Lines(bep)).Where(l => l.Purpose == PeoplePurposes.OwnProfile.Key).Select(l => l.Outcome).Order();
        Assert.Equal([Outcome.Done, Outcome.NothingChanged], outcomes);
    }

    [Theory]
    [InlineData(PostgresErrorCodes.DeadlockDetected)]
    [InlineData(PostgresErrorCodes.SerializationFailure)]
    public async Task Who_is_broken_off_so_that_another_can_go_on_changes_nothing_and_may_try_again(string state)
    {
        var annie = await _world.Person("Annie de Vries");
        var second = await Using(annie, Operations.Update, async (door, grant) =>
        {
            (await grant.Rows<Person>().SingleAsync()).Phone = grant.Seal(Person.PhoneField, annie.Value, "+31612345678");
            Assert.Equal(HeldCommit.NothingChanged, await door.CommitHeld(grant, () => throw new InvalidOperationException("Passing.", new PostgresException("deadlock detected", "ERROR", "ERROR", state)), default));
            return await door.CommitHeld(grant, default);
        });

        Assert.Equal(HeldCommit.Saved, second);
        Assert.Null(await Using(annie, Operations.Read, async (_, grant) => (await grant.Rows<Person>().SingleAsync()).Phone));
    }

    [Fact]
    public async Task The_log_itself_is_never_changed_through_a_grant()
    {
        var annie = await _world.Person("Annie de Vries");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Using(annie, Operations.Update, async (_, grant) =>
        {
            grant.Remove(await grant.Rows<AccessEntry>().FirstAsync());
            return true;
        }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Using(annie, Operations.Update, async (door, grant) =>
        {
            _ = (await grant.Rows<AccessEntry>().AsTracking().ToListAsync()).TrueForAll(line => Forget(line, grant));
            return await door.Commit(default);
        }));
    }

    [Fact]
    public async Task A_destroyed_key_ends_in_a_clear_fault_once_it_is_out_of_memory()
    {
        var annie = await _world.Person("Annie de Vries");
        await app.In(async services =>
        {
            await using var store = await services.GetRequiredService<IDbContextFactory<KeyDb>>().CreateDbContextAsync();
            return await store.Keys.Where(k => k.Compartment == annie.Profile.Id).ExecuteDeleteAsync();
        });
        app.Clock.Advance(TimeSpan.FromMinutes(5));

        var fault = await Assert.ThrowsAsync<KeyMissingException>(() => Using(annie, Operations.Read, (_, _) => Task.FromResult(true)));
        Assert.Contains(annie.Value.ToString(), fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Founding_is_decided_by_the_matrix_too()
    {
        var annie = await _world.Person("Annie de Vries");
        await Assert.ThrowsAsync<GateShutException>(() => Using(annie, Operations.Create, (door, grant) =>
            door.Found(grant, new PersonId(Guid.CreateVersion7()).Profile, PeoplePurposes.Register, new LoggedObject("profile"), default)));
    }

    [Fact]
    public async Task Nobody_may_do_nothing_in_particular()
    {
        var annie = await _world.Person("Annie de Vries");
        var refusal = await app.In(async services => (await services.GetRequiredService<Door>().Enter(
            new Visit(Actor.Arriving(annie), annie.Profile, PeoplePurposes.OwnProfile, Operations.None, new LoggedObject("profile")), default)).Refusal);
        Assert.Equal(GateRefusal.NotAuthorised, refusal);
    }

    private Task<GateRefusal> Enter(PersonId person, NetworkId network) => app.In(async services =>
        (await services.GetRequiredService<Door>().Enter(
            new Visit(Actor.Arriving(person), network.Compartment, NetworksPurposes.TakePart, Operations.Read, new LoggedObject("network")), default)).Refusal);

    private Task<T> Using<T>(PersonId person, Operations operation, Func<Door, Grant, Task<T>> work) => app.In(async services =>
    {
        var door = services.GetRequiredService<Door>();
        var entrance = await door.Enter(new Visit(Actor.Arriving(person), person.Profile, PeoplePurposes.OwnProfile, operation, new LoggedObject("profile")), default);
        return await work(door, entrance.Grant!);
    });

    private Task<List<AccessEntry>> Lines(PersonId person) => app.InDatabase(db => db.Set<AccessEntry>().AsNoTracking().Where(l => l.Compartment == person.Profile.Id).ToListAsync());

    private static Account AccountOf(PersonId person, LookupIndex mail) => new()
    {
        Person = person,
        Compartment = person.Profile.Id,
        MailIndex = mail,
        PasswordHash = "-",
        PasswordSetAt = DateTimeOffset.UnixEpoch,
        MadeAt = DateTimeOffset.UnixEpoch,
    };

    private static bool Forget(AccessEntry line, Grant grant)
    {
        grant.Remove<ICompartmented>(line);
        return true;
    }
}
