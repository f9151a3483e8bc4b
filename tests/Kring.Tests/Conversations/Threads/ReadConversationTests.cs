using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Kring.Networks.Participation;
using Kring.Platform;
using Kring.Tests.Support;

namespace Kring.Tests.Conversations.Threads;

public sealed class ReadConversationTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task Fifty_at_a_time_back_to_the_first_and_forth_to_the_last()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);
        await stage.Fills(path, 119);
        using var annie = await stage.World.SignedIn(stage.Annie);

        var back = new List<long[]>();
        for (var page = await annie.Get(path); ; page = await annie.Get(page.QuerySelector("[rel=prev]")!.GetAttribute("href")!))
        {
            back.Add(Numbers(page));
            if (page.QuerySelector("[rel=prev]") is null)
                break;
        }

        var forth = new List<long>();
        for (var page = await annie.Get($"{path}?na=0"); ; page = await annie.Get(page.QuerySelector("[rel=next]")!.GetAttribute("href")!))
        {
            forth.AddRange(Numbers(page));
            if (page.QuerySelector("[rel=next]") is null)
                break;
        }

        var all = Enumerable.Range(1, 120).Select(n => (long)n).ToList();
        Assert.Equal([50, 50, 20], back.Select(p => p.Length));
        Assert.Equal(all, back.AsEnumerable().Reverse().SelectMany(p => p));
        Assert.Equal(all, forth);
    }

    [Theory]
    [InlineData("?voor=1")]
    [InlineData("?na=999999")]
    [InlineData("?voor=-5")]
    [InlineData("?antwoord=999999")]
    public async Task A_number_that_is_not_there_shows_no_fault(string query)
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);

        await joke.Get(await stage.Starts(joke) + query);

        Assert.Equal(HttpStatusCode.OK, joke.Last!.StatusCode);
    }

    [Fact]
    public async Task The_page_shows_where_the_new_messages_begin_and_the_list_counts_them()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        var path = await stage.Starts(joke);
        await ahmed.Submit(await ahmed.Get(path), ".composer", ("knop", "gelezen"));
        await TalkStage.Says(joke, path, "Twee");
        await TalkStage.Says(joke, path, "Drie");

        Assert.Contains("2 nieuwe berichten", (await ahmed.Get(stage.Berichten)).QuerySelector(".conversations li")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Alles gelezen", (await joke.Get(stage.Berichten)).QuerySelector(".conversations li")!.TextContent, StringComparison.Ordinal);
        var page = await ahmed.Get(path);
        Assert.Equal("bericht-2", page.QuerySelector("#nieuw")!.NextElementSibling!.Id);
        await ahmed.Submit(page, ".composer", ("knop", "gelezen"));
        Assert.Null((await ahmed.Get(path)).QuerySelector(".thread__new"));
    }

    [Fact]
    public async Task With_many_unread_it_opens_at_the_first_of_them()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var annie = await stage.World.SignedIn(stage.Annie);
        var path = await stage.Starts(joke);
        await stage.Fills(path, 9);
        await annie.Submit(await annie.Get(path), ".composer", ("knop", "gelezen"));
        await stage.Fills(path, 100);

        var page = await annie.Get(path);

        Assert.Equal("bericht-11", page.QuerySelector("#nieuw")!.NextElementSibling!.Id);
        Assert.Equal(6, Numbers(page)[0]);
        Assert.NotNull(page.QuerySelector("[rel=next]"));
    }

    [Fact]
    public async Task Reading_the_page_is_no_receipt_and_changes_nothing_but_the_log()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        var path = await stage.Starts(joke);

        await ahmed.Get(path);

        Assert.Contains("Gelezen door 0 van 3", (await joke.Get(path)).QuerySelector("#bericht-1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(await stage.Log(stage.Ahmed), e => e is { ObjectType: "conversation", Operation: Kring.Access.Operations.Read });
    }

    [Fact]
    public async Task Who_read_it_and_when_stands_on_a_page_of_its_own()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        var path = await stage.Starts(joke);
        await ahmed.Submit(await ahmed.Get(path), ".composer", ("knop", "gelezen"));

        var page = await joke.Get((await joke.Get(path)).QuerySelector("#bericht-1 a[href$='gelezen-door']")!.GetAttribute("href")!);

        Assert.Contains("Gelezen door 1 van 3", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Matches(new Regex(@"Ahmed Yılmaz\s*Wijkverpleegkundige, Thuiszorg De Linde\s*Gelezen vandaag \d\d:\d\d", RegexOptions.None, TimeSpan.FromSeconds(1)), page.QuerySelector("dl")!.TextContent);
        Assert.Contains("Nog niet gelezen", page.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newcomer_sees_nothing_of_what_was_said_before()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke, text: "Oud geheim");
        await stage.Fills(path, 70);
        var kees = await stage.World.Person("Kees de Vries");
        await stage.World.Joins(stage.Network, kees, "Kees de Vries", Capacity.InformalCarer, "zoon", historyFrom: app.Clock.Moment());
        using var browser = await stage.World.SignedIn(kees);
        Assert.Null((await browser.Get(stage.Berichten)).QuerySelector(".conversations li"));
        await browser.Get(path);
        Assert.Equal(HttpStatusCode.NotFound, browser.Last!.StatusCode);
        await TalkStage.Says(joke, path, "Welkom Kees", ("antwoord", "1"));

        Assert.Contains("1 nieuw bericht", (await browser.Get(stage.Berichten)).QuerySelector(".conversations li")!.TextContent, StringComparison.Ordinal);
        foreach (var query in new[] { "", "?voor=60", "?na=0", "?antwoord=1" })
        {
            var page = await browser.Get(path + query);
            Assert.All(Numbers(page), number => Assert.Equal(72, number));
            Assert.DoesNotContain("geheim", page.Body!.InnerHtml, StringComparison.OrdinalIgnoreCase);
            Assert.Null(page.QuerySelector("[rel=prev]"));
        }

        Assert.Contains("Een bericht van voordat u meedeed", (await browser.Get(path)).QuerySelector("#bericht-72")!.TextContent, StringComparison.Ordinal);
        await browser.Get($"{path}/1/gelezen-door");
        Assert.Equal(HttpStatusCode.NotFound, browser.Last!.StatusCode);
        Assert.Contains("van 3", (await joke.Get($"{path}?na=0")).QuerySelector("#bericht-1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_left_reads_nothing_more_and_keeps_the_name_on_what_was_said()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        var path = await stage.Starts(ahmed);
        await stage.Leaves(stage.Ahmed);

        await ahmed.Get(path);
        Assert.Equal(HttpStatusCode.NotFound, ahmed.Last!.StatusCode);
        var page = await joke.Get(path);

        Assert.Equal("Ahmed Yılmaz", page.QuerySelector("#bericht-1 .bubble__name")!.TextContent);
        Assert.Contains("3 mensen lezen mee", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_network_says_how_to_begin()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);

        await joke.Get($"/netwerken/{stage.Network}");
        Assert.Equal(stage.Berichten, joke.Last!.Headers.Location!.ToString());
        Assert.Contains("Er zijn nog geen gesprekken", (await joke.Get(stage.Berichten)).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
    }

    private static long[] Numbers(IHtmlDocument page) => [.. page.QuerySelectorAll(".thread [data-number]").Select(e => long.Parse(e.GetAttribute("data-number")!, System.Globalization.CultureInfo.InvariantCulture))];
}
