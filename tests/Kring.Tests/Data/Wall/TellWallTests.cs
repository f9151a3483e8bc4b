using Kring.Access;
using Kring.Conversations.Messages;
using Kring.Data;
using Kring.Data.Wall;
using Kring.People;
using Kring.Tests.Conversations;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kring.Tests.Data.Wall;

/// <summary>Telling the wall who acts, over one pooled connection that is never reset: the worst there is.</summary>
[Trait("database", "postgres")]
public sealed class TellWallTests : IAsyncLifetime
{
    private readonly KringApp _app = new();
    private TalkStage _stage = null!;
    private DbContextOptions<PostgresDb> _pool = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Servers.OnPostgres, "SQLite has no row-level security.");
        await _app.InitializeAsync();
        _stage = await TalkStage.Set(_app);
        using var joke = await _stage.World.SignedIn(_stage.Joke);
        await TalkStage.Says(joke, await _stage.Starts(joke), "Ik kom om zes uur.");
        _pool = DataModule.PostgresOptions<PostgresDb>(new NpgsqlConnectionStringBuilder(_app.Application) { MaxPoolSize = 1, NoResetOnClose = true }.ConnectionString, service: null);
    }

    [Fact]
    public async Task What_was_told_is_gone_when_the_connection_goes_to_the_next()
    {
        var joke = For(_stage.Joke);
        Assert.True(await Count(joke) > 0);
        Assert.Equal(0, await Count(For(null)));
        Assert.Equal("", await Left());

        // Saved, in a transaction and in a save of its own; and broken off.
        await using (var db = Db(joke))
        {
            await db.Set<Person>().Where(p => p.Id == _stage.Joke).ExecuteUpdateAsync(set => set.SetProperty(p => p.MadeAt, p => p.MadeAt), Cancel);
            var person = await db.Set<Person>().SingleAsync(Cancel);
            db.Entry(person).Property(p => p.MadeAt).IsModified = true;
            Assert.Equal(1, await db.SaveChangesAsync(Cancel));
        }

        Assert.Equal("", await Left());
        await using (var db = Db(joke))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            Assert.True(await db.Set<Message>().AnyAsync(Cancel));
            await transaction.RollbackAsync(Cancel);
        }

        Assert.Equal("", await Left());
        Assert.Equal(0, await Count(For(null)));
    }

    [Fact]
    public async Task A_save_that_touches_a_row_behind_the_wall_finds_nothing()
    {
        Person person;
        await using (var db = Db(For(_stage.Joke)))
            person = await db.Set<Person>().SingleAsync(Cancel);

        await using var others = Db(For(_stage.Ahmed));
        others.Attach(person).Property(p => p.MadeAt).IsModified = true;
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => others.SaveChangesAsync(Cancel));
    }

    [Fact]
    public async Task It_is_told_with_the_command_and_both_stay_prepared()
    {
        var joke = For(_stage.Joke);
        for (var i = 0; i < 8; i++)
            await Count(joke);

        await using var db = Db(joke);
        await db.Database.OpenConnectionAsync(Cancel);
        var prepared = await db.Database.SqlQuery<string>($"select statement as \"Value\" from pg_prepared_statements").ToListAsync(Cancel);

        Assert.Contains(prepared, statement => statement.StartsWith("select set_config('kring.actor'", StringComparison.Ordinal));
        Assert.Contains(prepared, statement => statement.Contains("FROM messages", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_acts_asks_asynchronously()
    {
        await using var db = Db(For(_stage.Joke));

        Assert.Throws<InvalidOperationException>(() => db.Set<Message>().Any());
    }

    public ValueTask DisposeAsync() => Servers.OnPostgres ? _app.DisposeAsync() : ValueTask.CompletedTask;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Acting For(PersonId? person)
    {
        var acting = new Acting(_app.Clock);
        acting.As(person?.Value);
        return acting;
    }

    private PostgresDb Db(Acting acting) => new(_pool) { Acting = acting };

    private async Task<int> Count(Acting acting)
    {
        await using var db = Db(acting);
        return await db.Set<Message>().CountAsync(Cancel);
    }

    // Asked by whoever gets the same connection next and tells nothing.
    private async Task<string> Left()
    {
        await using var db = Db(null!);
        return await db.Database.SqlQuery<string>($"select coalesce(current_setting('kring.actor', true), '') || coalesce(current_setting('kring.let', true), '') as \"Value\"").SingleAsync(Cancel);
    }
}
