using Kring.Access;
using Kring.Access.Log;
using Kring.Conversations;
using Kring.Conversations.Messages;
using Kring.Networks;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Conversations.Messages;

/// <summary>Messages that share a transaction: each has all its own rules, and one that may not be takes none of the others with it.</summary>
public sealed class PostTogetherTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task What_may_not_be_is_left_out_and_changes_nothing_and_the_others_are_said()
    {
        var (stage, id) = await Talk();
        var (other, elsewhere) = await Talk();
        await stage.Leaves(stage.Ahmed);
        var stranger = await stage.World.Person("Vreemde");
        var twice = new NewMessage(Guid.CreateVersion7(), "Twee keer");
        PlainPost[] posts =
        [
            Post(stage.Joke, stage.Network, id, "Een"),
            Post(stage.Ahmed, stage.Network, id, "Ik ben weg"),
            Post(stranger, stage.Network, id, "Vreemd"),
            Post(stage.Joke, stage.Network, elsewhere, "In het verkeerde netwerk"),
            Post(stage.Joke, other.Network, elsewhere, "In een netwerk van een ander"),
            new(Actor.Arriving(stage.Annie), stage.Network, id, twice, "Twee keer"),
            new(Actor.Arriving(stage.Annie), stage.Network, id, twice, "Twee keer"),
            Post(other.Joke, other.Network, elsewhere, "Elders"),
        ];

        var numbers = await Say(posts);

        Assert.Equal([2, null, null, null, null, 3, null, 2], numbers);
        Assert.Equal([1, 2, 3], await Numbers(stage, id));
        Assert.Equal([1, 2], await Numbers(other, elsewhere));
        Assert.Empty(await stage.Log(stage.Ahmed));
        Assert.Empty(await stage.Log(stranger));
    }

    [Fact]
    public async Task Each_has_its_own_line_in_the_log_and_its_own_receipt()
    {
        var (stage, id) = await Talk();
        var before = await stage.Rows(db => db.Set<AccessEntry>().CountAsync(e => e.ObjectId == id.Value && e.Operation == Operations.Create && e.Outcome == Outcome.Done));

        await Say([Post(stage.Joke, stage.Network, id, "Een", seen: 1), Post(stage.Ahmed, stage.Network, id, "Twee", seen: 1), Post(stage.Joke, stage.Network, id, "Drie", seen: 1)]);

        var lines = await stage.Rows(db => db.Set<AccessEntry>().Where(e => e.ObjectId == id.Value && e.Operation == Operations.Create && e.Outcome == Outcome.Done).OrderBy(e => e.At).ToListAsync());
        Assert.Equal(before + 3, lines.Count);
        Assert.All(lines.TakeLast(3), line => Assert.True(line is { Authorised: true, Related: true, Consented: true, ObjectType: "message" }));
        var read = await stage.Rows(db => db.Set<Kring.Conversations.Reading.ReadReceipt>().Where(r => r.Conversation == id && r.Person == stage.Joke).MaxAsync(r => r.UpTo));
        Assert.Equal(2, read);
    }

    [Fact]
    public async Task What_was_being_written_is_over_for_who_said_it_and_for_nobody_else()
    {
        var (stage, id) = await Talk();
        foreach (var person in new[] { stage.Joke, stage.Ahmed })
            await app.In(async services => { await services.GetRequiredService<Kring.Conversations.Drafts.KeepDraft>().Run(Actor.Arriving(person), stage.Network, id, Guid.CreateVersion7(), "Half", default); return true; });

        await Say([Post(stage.Joke, stage.Network, id, "Heel")]);

        Assert.Equal([stage.Ahmed], await stage.Rows(db => db.Set<Kring.Conversations.Drafts.Draft>().Where(d => d.Conversation == id).Select(d => d.Person).ToListAsync()));
    }

    [Fact]
    public async Task An_earlier_try_is_not_said_again()
    {
        var (stage, id) = await Talk();
        var message = new NewMessage(Guid.CreateVersion7(), "Een keer");

        Assert.Equal([2], await Say([new(Actor.Arriving(stage.Joke), stage.Network, id, message, "Een keer")]));
        Assert.Equal([null], await Say([new(Actor.Arriving(stage.Joke), stage.Network, id, message, "Een keer")]));

        Assert.Equal([1, 2], await Numbers(stage, id));
    }

    private Task<IReadOnlyList<long?>> Say(PlainPost[] posts) => app.In(services => services.GetRequiredService<PostTogether>().Run(posts));

    private static PlainPost Post(PersonId by, NetworkId network, ConversationId id, string text, long seen = 0)
        => new(Actor.Arriving(by), network, id, new NewMessage(Guid.CreateVersion7(), text, Seen: seen), text);

    private static Task<List<long>> Numbers(TalkStage stage, ConversationId id) => stage.Rows(db => db.Set<Message>().Where(m => m.Conversation == id).OrderBy(m => m.Number).Select(m => m.Number).ToListAsync());

    private async Task<(TalkStage Stage, ConversationId Id)> Talk()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        return (stage, new ConversationId(Guid.Parse((await stage.Starts(joke)).Split('/')[^1])));
    }
}
