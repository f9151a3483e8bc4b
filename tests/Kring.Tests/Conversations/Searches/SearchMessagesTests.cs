using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Kring.Access;
using Kring.Access.Log;
using Kring.Networks.Participation;
using Kring.Platform;
using Kring.Tests.Support;

namespace Kring.Tests.Conversations.Searches;

/// <summary>Who searches finds what they may read, and nothing tells for what they searched.</summary>
public sealed class SearchMessagesTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task Words_lead_to_the_messages_that_hold_all_of_them()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        var path = await stage.Starts(joke, "Ogen", "De brïl ligt op tafel.");
        await TalkStage.Says(ahmed, path, "Ik zie geen bril & geen <b>tafel</b>.");
        await TalkStage.Says(ahmed, path, "Wel een stoel met een bril.");

        var page = await joke.Searches(stage, "BRIL tafel");

        var hits = page.QuerySelectorAll(".search-hits li");
        Assert.Equal(2, hits.Length);
        Assert.Equal(["bril", "tafel"], hits[0].QuerySelectorAll("mark").Select(m => m.TextContent));
        Assert.Equal(["brïl", "tafel"], hits[1].QuerySelectorAll("mark").Select(m => m.TextContent));
        Assert.Contains("geen <b>tafel</b>", hits[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Ahmed Yılmaz, vandaag", hits[0].TextContent, StringComparison.Ordinal);
        Assert.StartsWith("U, vandaag", hits[1].QuerySelector("a")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ogen", hits[0].TextContent, StringComparison.Ordinal);
        Assert.EndsWith("?bericht=2#bericht-2", hits[0].QuerySelector("a")!.GetAttribute("href")!, StringComparison.Ordinal);
        Assert.Contains("Doorzochte berichten: 3,", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("BRIL tafel", ((IHtmlInputElement)page.QuerySelector("#woorden")!).Value);
    }

    [Fact]
    public async Task The_words_stand_in_no_address_and_in_no_log()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        await stage.Starts(joke, text: "De hypotheek is geregeld.");

        var page = await joke.Searches(stage, "hypotheek");

        var address = joke.Last!.RequestMessage!.RequestUri!.ToString();
        Assert.DoesNotContain("hypotheek", Uri.UnescapeDataString(address), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("hypotheek", System.Text.Encoding.Latin1.GetString(Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlDecode(address.Split("vraag=")[1])), StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("mark"));
        Assert.Contains(await stage.Log(stage.Joke), e => e is { ObjectType: "search", ObjectId: null, Operation: Operations.Read, Outcome: Outcome.Done, Purpose: "conversations.communicate" });
        Assert.DoesNotContain(app.Log.All, l => l.Line.Contains("hypotheek", StringComparison.OrdinalIgnoreCase));
        using var annie = await stage.World.SignedIn(stage.Annie);
        Assert.Contains("zocht in de berichten", (await annie.Get($"/netwerken/{stage.Network}/wie-keek")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_loads_again_in_its_own_session_and_network_alone()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var again = await stage.World.SignedIn(stage.Joke);
        using var annie = await stage.World.SignedIn(stage.Annie);
        await stage.Starts(joke, text: "De hypotheek is geregeld.");
        await joke.Searches(stage, "hypotheek");
        var address = joke.Last!.RequestMessage!.RequestUri!.PathAndQuery;

        Assert.Single((await joke.Get(address)).QuerySelectorAll("mark"));
        foreach (var (browser, path) in ((HttpBrowser, string)[])[(again, address), (annie, address), (joke, address[..^4] + "AAAA"), (joke, Searching.Zoeken(stage) + "?vraag=x"), (joke, Searching.Zoeken(stage) + "?vraag=" + new string('A', 3_000))])
        {
            var page = await browser.Get(path);
            Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
            Assert.Empty(page.QuerySelectorAll("mark"));
            Assert.Contains("geldt niet meer", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("hypotheek", page.Body!.InnerHtml, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_somebody_may_not_read_is_not_found()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        await stage.Starts(ahmed, "Overleg", "sleutelwoord van professionals", ("wie", "professionals"));
        var open = await stage.Starts(joke, "Open", "sleutelwoord van vroeger");
        await TalkStage.Says(joke, open, "sleutelwoord dat weg moet");
        await joke.Submit(await joke.Get($"{open}/2/verwijderen"), "main form");
        var kees = await stage.World.Person("Kees de Vries");
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await stage.World.Joins(stage.Network, kees, "Kees de Vries", Capacity.InformalCarer, "zoon", historyFrom: app.Clock.Moment());
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await TalkStage.Says(joke, open, "sleutelwoord van nu");
        using var newcomer = await stage.World.SignedIn(kees);
        using var annie = await stage.World.SignedIn(stage.Annie);

        Assert.Equal(["sleutelwoord van nu", "sleutelwoord van vroeger", "sleutelwoord van professionals"], Searching.Texts(await ahmed.Searches(stage, "sleutelwoord")));
        foreach (var browser in (HttpBrowser[])[joke, annie])
            Assert.Equal(["sleutelwoord van nu", "sleutelwoord van vroeger"], Searching.Texts(await browser.Searches(stage, "sleutelwoord")));
        var page = await newcomer.Searches(stage, "sleutelwoord");
        Assert.Equal(["sleutelwoord van nu"], Searching.Texts(page));
        Assert.Contains("Doorzochte berichten: 1,", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_in_the_network_or_left_it_searches_nothing()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        await stage.Starts(joke, text: "Een geheim");
        await ahmed.Searches(stage, "geheim");
        var address = ahmed.Last!.RequestMessage!.RequestUri!.PathAndQuery;
        await stage.Leaves(stage.Ahmed);

        foreach (var path in (string[])[Searching.Zoeken(stage), address])
        {
            Assert.DoesNotContain("geheim", (await ahmed.Get(path)).Body!.InnerHtml, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, ahmed.Last!.StatusCode);
        }

        Assert.Equal(2, (await stage.Log(stage.Ahmed)).Count(e => e.Outcome == Outcome.Refused));
    }

    [Fact]
    public async Task A_closed_network_can_be_searched()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        await stage.Starts(joke, text: "De sleutel");
        await stage.Closes();

        Assert.Single((await joke.Searches(stage, "sleutel")).QuerySelectorAll("mark"));
    }

    [Fact]
    public async Task A_person_and_a_period_narrow_it()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        var path = await stage.Starts(joke, text: "Appel van Joke");
        await TalkStage.Says(ahmed, path, "Appel van Ahmed");
        var today = app.Clock.Moment().DutchDay();

        Assert.Equal(["Appel van Ahmed"], Searching.Texts(await joke.Searches(stage, "appel", ("wie", stage.Ahmed.ToString()))));
        Assert.Equal(2, Searching.Texts(await joke.Searches(stage, "appel", ("van", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("tot", today.ToString("d-M-yyyy", CultureInfo.InvariantCulture)))).Count);
        Assert.Empty(Searching.Texts(await joke.Searches(stage, "appel", ("van", today.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))));
        var page = await joke.Searches(stage, "appel", ("tot", today.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Assert.Empty(Searching.Texts(page));
        Assert.Contains("Niets gevonden", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.True(page.QuerySelector("details:has([name=tot])")!.HasAttribute("open"));
    }

    [Theory]
    [InlineData("a", "", "", "Typ een woord van 2 of meer letters")]
    [InlineData("appel", "gisteren", "", "Vul bij Vanaf een datum in")]
    [InlineData("appel", "", "31-2-2026", "Vul bij Tot en met een datum in")]
    [InlineData("appel", "2026-03-02", "2026-03-01", "Tot en met is eerder dan Vanaf")]
    public async Task What_is_wrong_is_said_and_what_was_typed_stays(string words, string from, string until, string sentence)
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);

        var page = await joke.Submit(await joke.Get(Searching.Zoeken(stage)), ".search-form", ("woorden", words), ("van", from), ("tot", until));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, joke.Last!.StatusCode);
        Assert.Contains(sentence, page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([words, from, until], new[] { "woorden", "van", "tot" }.Select(id => page.GetElementById(id)!.GetAttribute("value") ?? ""));
        Assert.DoesNotContain(await stage.Log(stage.Joke), e => e.ObjectType == "search");
    }

    [Fact]
    public async Task Who_left_before_ones_time_is_not_named_among_the_writers()
    {
        var stage = await TalkStage.Set(app);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        await stage.Starts(ahmed, text: "Vroeger");
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await stage.Leaves(stage.Ahmed);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        var kees = await stage.World.Person("Kees de Vries");
        await stage.World.Joins(stage.Network, kees, "Kees de Vries", Capacity.InformalCarer, "zoon", historyFrom: app.Clock.Moment());
        using var newcomer = await stage.World.SignedIn(kees);
        using var joke = await stage.World.SignedIn(stage.Joke);

        Assert.DoesNotContain("Ahmed", (await newcomer.Get(Searching.Zoeken(stage))).QuerySelector("#wie")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ahmed", (await joke.Get(Searching.Zoeken(stage))).QuerySelector("#wie")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hit_opens_in_its_surroundings_and_counts_nothing_as_read()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var annie = await stage.World.SignedIn(stage.Annie);
        var path = await stage.Starts(joke);
        await stage.Fills(path, 199);

        var page = await annie.Get($"{path}?bericht=100");

        Assert.Equal("80", page.QuerySelector("[data-number]")!.GetAttribute("data-number"));
        Assert.NotNull(page.QuerySelector("#bericht-100"));
        Assert.Equal(50, page.QuerySelectorAll("[data-number]").Length);
        Assert.NotNull(page.QuerySelector("[rel=prev]"));
        Assert.NotNull(page.QuerySelector("[rel=next]"));
        Assert.Equal("200", page.QuerySelector("[data-conversation]")!.GetAttribute("data-reached"));
        Assert.Equal("0", ((IHtmlInputElement)page.QuerySelector(".composer [name=gezien]")!).Value);
        foreach (var odd in (string[])["-1", "0", "99999", "-9223372036854775808", "9223372036854775807"])
        {
            await annie.Get($"{path}?bericht={odd}");
            Assert.Equal(HttpStatusCode.OK, annie.Last!.StatusCode);
        }
    }
}
