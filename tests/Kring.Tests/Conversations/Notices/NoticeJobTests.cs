using Kring.Access;
using Kring.Conversations;
using Kring.Conversations.Messages;
using Kring.Conversations.Notices;
using Kring.Delivery;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Conversations.Notices;

/// <summary>What somebody says in a row is one word to those who have to be told. The job itself stands still here: each test says when it comes round.</summary>
public sealed class NoticeJobTests : IAsyncLifetime
{
    private readonly KringApp _app = new() { Adjust = builder => builder.Services.Remove(builder.Services.Single(s => s.ImplementationType == typeof(NoticeJob))) };

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Three_messages_in_a_row_are_told_at_once_also_when_the_last_is_removed(bool removed)
    {
        var stage = await TalkStage.Set(_app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);
        await TalkStage.Says(joke, path, "Nog iets");
        await TalkStage.Says(joke, path, "En dit");
        if (removed)
            await _app.In(services => services.GetRequiredService<RemoveMessage>().Run(Actor.Arriving(stage.Joke), stage.Network, new ConversationId(Guid.Parse(path.Split('/')[^1])), 3, default));

        var due = await _app.In(services => services.GetRequiredService<ConversationsAccess>().Due(50, default));
        Assert.Equal(3, due.Count);
        await _app.In(async services =>
        {
            await services.GetRequiredService<TellReaders>().Run(due[0], default);
            return true;
        });

        Assert.Empty(await _app.In(services => services.GetRequiredService<ConversationsAccess>().Due(50, default)));
        Assert.Equal(1, await _app.InDatabase(db => db.Set<OutboxItem>().CountAsync(o => o.Compartment == stage.Ahmed.Profile.Id)));
    }

    [Fact]
    public async Task When_all_of_them_are_removed_nobody_is_told()
    {
        var stage = await TalkStage.Set(_app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);
        var id = new ConversationId(Guid.Parse(path.Split('/')[^1]));
        await _app.In(services => services.GetRequiredService<RemoveMessage>().Run(Actor.Arriving(stage.Joke), stage.Network, id, 1, default));

        var due = await _app.In(services => services.GetRequiredService<ConversationsAccess>().Due(50, default));
        await _app.In(async services =>
        {
            await services.GetRequiredService<TellReaders>().Run(Assert.Single(due), default);
            return true;
        });

        Assert.Equal(0, await _app.InDatabase(db => db.Set<OutboxItem>().CountAsync(o => o.Compartment == stage.Ahmed.Profile.Id)));
    }
}
