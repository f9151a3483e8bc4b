using System.Net;
using Kring.Access;
using Kring.Conversations;
using Kring.Conversations.Messages;
using Kring.Conversations.Recent;
using Kring.Networks.Participation;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Conversations.Recent;

/// <summary>The page that is kept at hand is never older than the conversation: whatever it shows and by whatever way that changed.</summary>
public sealed class RecentPagesTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task While_nothing_changes_the_page_comes_from_memory()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);
        await joke.Get(path);

        using var queries = app.Listen();
        var page = await joke.Get(path);

        Assert.Equal(["Ik kan niet."], TalkStage.Texts(page));
        Assert.DoesNotContain(queries.Asked, sql => sql.Contains("FROM messages", StringComparison.OrdinalIgnoreCase) || sql.Contains("FROM \"messages\"", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("update messages set removed_at = at, text = null", "Bericht verwijderd")]
    [InlineData("delete from messages", "")]
    public async Task A_change_behind_the_programs_back_shows_at_once(string sql, string left)
    {
        var (stage, reader, path) = await Kept();

        await stage.Rows(db => db.Database.ExecuteSqlRawAsync(sql));

        Assert.Equal(left, string.Concat(TalkStage.Texts(await reader.Get(path))));
        reader.Dispose();
    }

    [Fact]
    public async Task An_edit_shows_at_once()
    {
        var (stage, reader, path) = await Kept();
        using var joke = await stage.World.SignedIn(stage.Joke);

        var form = await joke.Get($"{path}/1/wijzigen");
        await joke.Submit(form, "form:has(textarea)", ("tekst", "Ik kan wel."));

        Assert.Equal(HttpStatusCode.Redirect, joke.Last!.StatusCode);
        Assert.Equal(["Ik kan wel."], TalkStage.Texts(await reader.Get(path)));
        reader.Dispose();
    }

    [Fact]
    public async Task Who_read_it_and_who_takes_part_show_at_once()
    {
        var (stage, reader, path) = await Kept();
        var id = new ConversationId(Guid.Parse(path.Split('/')[^1]));
        var before = (await Page(stage, id))!;

        await app.In(services => services.GetRequiredService<Kring.Conversations.Reading.MarkRead>().Run(Actor.Arriving(stage.Ahmed), stage.Network, id, 1, default));
        var read = (await Page(stage, id))!;
        await stage.Leaves(stage.Ahmed);
        var left = (await Page(stage, id))!;

        Assert.Equal((0, 1), (before.Messages[0].ReadBy, read.Messages[0].ReadBy));
        Assert.Equal(read.Messages[0].Readers - 1, left.Messages[0].Readers);
        reader.Dispose();
    }

    [Fact]
    public async Task A_page_in_memory_opens_for_nobody_without_the_gate_and_what_came_before_somebody_stays_hidden()
    {
        var (stage, reader, path) = await Kept();
        var id = new ConversationId(Guid.Parse(path.Split('/')[^1]));
        var stranger = await stage.World.Person("Vreemde");
        var later = await stage.World.Person("Later");
        await stage.World.Joins(stage.Network, later, "Later", Capacity.InformalCarer);
        await stage.Rows(db => db.Set<NetworkMembership>().Where(m => m.Person == later).ExecuteUpdateAsync(set => set.SetProperty(m => m.HistoryFrom, app.Clock.GetUtcNow().AddHours(1))));

        Assert.Null(await Page(stage, id, stranger));
        Assert.Null(await Page(stage, id, later));
        Assert.NotNull(await Page(stage, id, stage.Annie));
        reader.Dispose();
    }

    [Fact]
    public async Task Memory_is_bounded()
    {
        using var pages = new RecentPages(app.Clock);
        var conversation = new Conversation { Id = new ConversationId(Guid.CreateVersion7()), Compartment = default, Subject = default, Audience = Audience.Everyone, StartedBy = default, StartedAt = default, LastAt = default };
        var none = new Kring.Conversations.Reading.ReadershipRows([], new Dictionary<OrganisationId, global::Kring.Organisations.Organisation>());
        var tooMuch = Enumerable.Range(1, 30_000).ToDictionary(n => (long)n, _ => (Message)null!);

        pages.Keep(conversation, new LoadedMessages([], tooMuch, Array.Empty<Kring.Conversations.Attachments.Attachment>().ToLookup(a => a.Message)), none);
        Assert.Null(pages.Of(conversation));
        pages.Keep(conversation, new LoadedMessages([], new Dictionary<long, Message>(), Array.Empty<Kring.Conversations.Attachments.Attachment>().ToLookup(a => a.Message)), none);
        Assert.NotNull(pages.Of(conversation));
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(pages.Of(conversation));
    }

    private async Task<(TalkStage Stage, HttpBrowser Reader, string Path)> Kept()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);
        var reader = await stage.World.SignedIn(stage.Annie);
        Assert.Equal(["Ik kan niet."], TalkStage.Texts(await reader.Get(path)));
        return (stage, reader, path);
    }

    private Task<Kring.Conversations.Threads.MessagesShown?> Page(TalkStage stage, ConversationId id, PersonId? by = null) => app.In(async services =>
        (await services.GetRequiredService<Kring.Conversations.Threads.ReadConversation>().Messages(Actor.Arriving(by ?? stage.Joke), stage.Network, id, new Kring.Conversations.Threads.MessageRange(long.MaxValue), default)).Shown);
}
