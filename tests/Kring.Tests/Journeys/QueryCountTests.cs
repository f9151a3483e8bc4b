using System.Text.RegularExpressions;
using Kring.Access;
using Kring.Conversations;
using Kring.Conversations.Reading;
using Kring.Networks.Participation;
using Kring.Tests.Conversations;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Journeys;

/// <summary>The pages that are opened most ask the databases a fixed number of questions, however much there is to show.</summary>
public sealed partial class QueryCountTests(KringApp app) : IClassFixture<KringApp>
{
    [GeneratedRegex("FROM \"?(?<table>[a-z_]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Table { get; }

    [Fact]
    public async Task A_page_of_a_conversation_asks_the_same_whatever_its_length_and_audience()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var (small, large) = (await stage.Starts(joke, "Klein"), await stage.Starts(joke, "Groot"));
        await stage.Fills(large, 300);
        var few = await AskedAnew(joke, small);
        for (var i = 0; i < 20; i++)
            await stage.World.Joins(stage.Network, await stage.World.Person($"Naaste {i}"), $"Naaste {i}", Capacity.InformalCarer);

        var behind = await AskedAnew(joke, large);
        await app.In(services => services.GetRequiredService<MarkRead>().Run(Actor.Arriving(stage.Joke), stage.Network, new ConversationId(Guid.Parse(large.Split('/')[^1])), 300, default));
        var many = await AskedAnew(joke, large);

        Assert.Contains("messages", Tables(few));
        Assert.Equal(Tables(few), Tables(many));
        // Who is far behind begins where they were: a stretch of its own.
        Assert.Equal([.. Tables(few).Append("messages").Append("attachments").Order()], Tables(behind).Order());
    }

    [Fact]
    public async Task Photos_and_files_on_a_page_ask_nothing_more()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke, "Foto's");
        var without = await AskedAnew(joke, path);
        for (var i = 0; i < 6; i++)
            await Kring.Tests.Conversations.Attachments.Sending.Files(app, stage.Joke, stage.Network, path.Split('/')[^1]);

        var with = await AskedAnew(joke, path);

        Assert.Equal(12, (await joke.Get(path)).QuerySelectorAll(".attachments li").Length);
        Assert.Equal(Tables(without), Tables(with));
        Assert.Single(Tables(with), "attachments");
        Assert.DoesNotContain(with, statement => statement.Contains("attachment_contents", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_overview_asks_the_same_for_two_networks_and_for_twelve()
    {
        var stage = await TalkStage.Set(app);
        using var marieke = await stage.World.SignedIn(stage.Marieke);
        await Start(stage);
        var few = await Asked(marieke, "/");
        for (var i = 0; i < 10; i++)
            await Start(stage);

        var many = await Asked(marieke, "/");

        Assert.Equal(12, (await marieke.Get("/")).QuerySelectorAll("a[href^='/netwerken/']").Select(a => a.GetAttribute("href")).Where(h => h != "/netwerken/nieuw").Distinct().Count());
        Assert.Equal(Tables(few), Tables(many));

        static async Task Start(TalkStage stage) => await stage.World.Network(await stage.World.Person("Kees Smit"), "Kees Smit", stage.Marieke, stage.Linde);
    }

    [Fact]
    public async Task The_page_of_people_asks_the_same_for_four_people_and_for_thirty()
    {
        var stage = await TalkStage.Set(app);
        using var annie = await stage.World.SignedIn(stage.Annie);
        await stage.Representative();
        var few = await Asked(annie, $"/netwerken/{stage.Network}/mensen");
        for (var i = 0; i < 12; i++)
        {
            await stage.World.Joins(stage.Network, await stage.World.Person($"Naaste {i}"), $"Naaste {i}", Capacity.InformalCarer);
            await stage.Representative();
        }

        var many = await Asked(annie, $"/netwerken/{stage.Network}/mensen");

        Assert.Equal(Tables(few), Tables(many));
    }

    /// <summary>What a page of a conversation asks when its messages are not in memory any more.</summary>
    private async Task<IReadOnlyList<string>> AskedAnew(HttpBrowser browser, string path)
    {
        await browser.Get(path);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await browser.Get(path[..path.LastIndexOf('/')]); // the network's key is at hand
        using var queries = app.Listen();
        await browser.Get(path);
        Assert.Equal(System.Net.HttpStatusCode.OK, browser.Last!.StatusCode);
        return queries.Asked;
    }

    /// <summary>What a page asks once everything that is kept in memory is there.</summary>
    private async Task<IReadOnlyList<string>> Asked(HttpBrowser browser, string path)
    {
        await browser.Get(path);
        using var queries = app.Listen();
        await browser.Get(path);
        Assert.Equal(System.Net.HttpStatusCode.OK, browser.Last!.StatusCode);
        return queries.Asked;
    }

    /// <summary>The table that each question begins with. Rows of one commit are one statement each on SQLite, which has no round trips.</summary>
    private static IReadOnlyList<string> Tables(IReadOnlyList<string> statements)
        => [.. statements.Where(s => s.StartsWith("SELECT", StringComparison.Ordinal)).Select(s => Table.Match(s).Groups["table"].Value).Where(t => t is not ("outbox" or "waiting_notices" or "name_changes"))];
}
