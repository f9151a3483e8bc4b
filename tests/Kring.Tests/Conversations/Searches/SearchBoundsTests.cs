using System.Net;
using AngleSharp.Html.Dom;
using Kring.Access;
using Kring.Conversations;
using Kring.Conversations.Messages;
using Kring.Conversations.Searches;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Conversations.Searches;

/// <summary>No search reads without end, and none loses its place.</summary>
public sealed class SearchBoundsTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task Twenty_at_a_time_and_then_further_back_without_losing_or_repeating_one()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke, text: "Bericht 1: deur");
        await stage.Fills(path, 44); // many of the same moment

        var found = new List<string>();
        var sizes = new List<int>();
        var page = await joke.Searches(stage, "deur");
        while (true)
        {
            found.AddRange(page.QuerySelectorAll(".search-hits a").Select(a => a.GetAttribute("href")!));
            sizes.Add(page.QuerySelectorAll(".search-hits li").Length);
            if (Searching.Further(page) is not { } further)
                break;
            page = await joke.Get(further);
        }

        Assert.Equal([20, 20, 5], sizes);
        Assert.Equal(45, found.Distinct().Count());
    }

    [Fact]
    public async Task One_search_opens_no_more_than_its_bound_and_goes_on_from_there()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke, text: "De naald in de hooiberg");
        await stage.Fills(path, SearchMessages.MostOpened + 10);
        using var queries = app.Listen();

        var page = await joke.Searches(stage, "naald");

        Assert.Empty(Searching.Texts(page));
        Assert.Contains("Er zijn nog oudere berichten", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.InRange(queries.Asked.Count(q => q.Contains("LIMIT", StringComparison.OrdinalIgnoreCase) && q.Contains("messages", StringComparison.Ordinal)), 1, 5);
        var rest = await joke.Get(Searching.Further(page)!);
        Assert.Equal(["De naald in de hooiberg"], Searching.Texts(rest));
        Assert.Null(Searching.Further(rest));
        Assert.Contains("Doorzochte berichten: 11,", rest.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_texts_are_bounded_by_their_characters()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke, text: "kort");
        await Long(stage, path, SearchMessages.MostCharacters / Message.LongestText + 5);

        var page = await joke.Searches(stage, "naald");

        Assert.Contains($"Doorzochte berichten: {SearchMessages.MostCharacters / Message.LongestText},", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(Searching.Further(page));
    }

    [Fact]
    public async Task Too_many_searches_wait()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        await stage.Starts(joke, text: "Appel");
        await joke.Searches(stage, "appel");
        var address = joke.Last!.RequestMessage!.RequestUri!.PathAndQuery;
        for (var i = 1; i < SearchLimits.PerAccount.Tries; i++)
            await joke.Get(address);

        var page = await joke.Get(address);

        Assert.Equal(HttpStatusCode.TooManyRequests, joke.Last!.StatusCode);
        Assert.Empty(Searching.Texts(page));
        Assert.Equal("appel", ((IHtmlInputElement)page.QuerySelector("#woorden")!).Value);
        Assert.Single(Searching.Texts(await ahmed.Searches(stage, "appel")));
        app.Clock.Advance(SearchLimits.PerAccount.Window);
        Assert.Single(Searching.Texts(await joke.Get(address)));
    }

    private Task<bool> Long(TalkStage stage, string path, int count) => app.In(async services =>
    {
        var id = new ConversationId(Guid.Parse(path.Split('/')[^1]));
        var (door, time) = (services.GetRequiredService<Door>(), services.GetRequiredService<TimeProvider>());
        var grant = (await door.Enter(new Visit(Actor.ForJob("test-stage"), stage.Network.Compartment, FirstStartPurposes.Seed, Operations.Create, new LoggedObject("message")), default)).Grant!;
        var conversation = await grant.Rows<Conversation>().SingleAsync(c => c.Id == id);
        for (var i = 0; i < count; i++)
        {
            var message = time.NewMessage(grant, id, ++conversation.LastNumber, stage.Joke);
            message.Text = grant.Seal(Message.TextField, message.Id.Value, new string('x', Message.LongestText));
            grant.Add(message);
        }

        return await door.Commit(default);
    });
}
