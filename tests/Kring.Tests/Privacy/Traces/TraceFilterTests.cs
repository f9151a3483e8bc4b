using System.Net;
using AngleSharp.Html.Dom;
using Kring.Access;
using Kring.Networks;
using Kring.Platform;
using Kring.Privacy.Traces;
using Kring.Tests.Support;

namespace Kring.Tests.Privacy.Traces;

public sealed class TraceFilterTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly PrivacyStage _stage = new(app);

    [Fact]
    public async Task One_person_the_program_or_others_can_be_chosen()
    {
        var circle = await Busy();

        Assert.All(await Sentences(circle, $"?wie={circle.Joke}"), line => Assert.StartsWith("Joke de Vries", line, StringComparison.Ordinal));
        Assert.All(await Sentences(circle, "?wie=kring"), line => Assert.StartsWith("Kring zelf", line, StringComparison.Ordinal));
        Assert.All(await Sentences(circle, "?wie=anderen"), line => Assert.StartsWith("Iemand die hier niet meedoet", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_kind_can_be_chosen()
    {
        var circle = await Busy();

        Assert.All(await Sentences(circle, "?soort=geweigerd"), line => Assert.Contains("probeerde", line, StringComparison.Ordinal));
        Assert.All(await Sentences(circle, "?soort=veranderd&automatisch=ja"), line => Assert.DoesNotContain("las berichten", line, StringComparison.Ordinal));
        Assert.Contains("Joke de Vries las berichten (2 keer)", await Sentences(circle, "?soort=gelezen"));
    }

    [Fact]
    public async Task A_period_is_in_Dutch_days()
    {
        var circle = await _stage.Circle();
        var today = app.Clock.Moment().DutchDay();
        var days = new[] { today, today.AddDays(-6), today.AddDays(-7), today.AddMonths(-1), today.AddYears(-1), today.AddYears(-2) };
        await _stage.Log(circle.Network.Compartment, circle.Joke, days.Select(day => day.StartInAmsterdam()));

        foreach (var (period, count) in new[] { ("vandaag", 1), ("week", 2), ("maand", 4), ("jaar", 5), ("", 6) })
            Assert.Equal(count, await CountOfJoke(circle, $"periode={period}"));
        Assert.Equal(1, await CountOfJoke(circle, $"periode=zelf&van={today.AddDays(-7):yyyy-MM-dd}&tot={today.AddDays(-7):d-M-yyyy}"));
    }

    [Fact]
    public async Task Two_wrong_days_are_told_apart()
    {
        var circle = await _stage.Circle();
        using var browser = await _stage.World.SignedIn(circle.Annie);

        var page = await browser.Get($"{circle.Path}?periode=zelf&van=morgen&tot=overmorgen");

        Assert.Equal(["Vul bij ‘Van’ een datum in zoals 22-11-2026", "Vul bij ‘Tot en met’ een datum in zoals 22-11-2026"], page.QuerySelectorAll(".govuk-error-summary a").Select(a => a.TextContent));
    }

    [Theory]
    [InlineData("van=morgen", "#van")]
    [InlineData("tot=31-2-2026", "#tot")]
    [InlineData("tot=9999-12-31", "#tot")]
    [InlineData("van=2026-11-22&tot=2026-11-21", "#tot")]
    public async Task A_wrong_day_is_said_and_kept(string query, string field)
    {
        var circle = await _stage.Circle();
        using var browser = await _stage.World.SignedIn(circle.Annie);

        var page = await browser.Get($"{circle.Path}?{query}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
        Assert.StartsWith("Fout:", page.Title, StringComparison.Ordinal);
        Assert.Equal(field, page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href"));
        Assert.Equal(Uri.UnescapeDataString(query.Split('=')[^1]), ((IHtmlInputElement)page.QuerySelector(field)!).GetAttribute("value"));
        Assert.Empty(page.QuerySelectorAll(".timeline"));
    }

    [Fact]
    public async Task Choices_that_do_not_exist_filter_nothing()
    {
        var circle = await Busy();

        Assert.NotEmpty(await Sentences(circle, "?wie=x%27%20or%201=1--&soort=%3Cb%3E&periode=ooit&voor=9999999999999999999-x"));
    }

    [Fact]
    public async Task What_the_reader_did_is_left_out_until_it_is_asked_for()
    {
        var circle = await Busy();
        await Get(circle, "");

        Assert.DoesNotContain(await Sentences(circle, ""), line => line.Contains("uzelf", StringComparison.Ordinal));
        Assert.DoesNotContain(await Sentences(circle, "?soort=gelezen"), line => line.Contains("uzelf", StringComparison.Ordinal));
        var page = await Get(circle, "");
        var asked = page.QuerySelectorAll("main a").Single(a => a.TextContent == "Toon ook wat ik zelf deed").GetAttribute("href")!;
        Assert.Contains(await Sentences(circle, asked[circle.Path.Length..]), line => line.Contains("uzelf", StringComparison.Ordinal));
        Assert.All(await Sentences(circle, $"?wie={circle.Annie}"), line => Assert.Contains("uzelf", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_Kring_itself_did_is_left_out_until_it_is_asked_for()
    {
        var circle = await Busy();

        Assert.DoesNotContain(await Sentences(circle, ""), line => line.StartsWith("Kring zelf", StringComparison.Ordinal));
        var page = await Get(circle, "?eigen=ja");
        var asked = page.QuerySelectorAll("main a").Single(a => a.TextContent == "Toon ook wat Kring zelf deed").GetAttribute("href")!;
        var shown = await Get(circle, asked[circle.Path.Length..]);
        Assert.Contains(TracePages.Sentences(shown), line => line.StartsWith("Kring zelf", StringComparison.Ordinal));
        Assert.True(((IHtmlInputElement)shown.QuerySelector("#automatisch")!).IsChecked);
        Assert.True(((IHtmlInputElement)shown.QuerySelector("#eigen")!).IsChecked);
        Assert.EndsWith(".csv?eigen=ja&automatisch=ja", shown.QuerySelector("main a[download]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_reading_in_a_row_is_one_line_that_leads_to_each_of_its_entries()
    {
        var circle = await _stage.Circle();
        var noon = app.Clock.Moment().DutchDay().AddDays(-2).StartInAmsterdam().AddHours(12);
        await _stage.Log(circle.Network.Compartment, circle.Joke, [noon, noon.AddHours(1), noon.AddHours(3)]);
        using var browser = await _stage.World.SignedIn(circle.Annie);

        var page = await browser.Get($"{circle.Path}?wie={circle.Joke}");

        Assert.Equal(["Joke de Vries las berichten (3 keer)"], TracePages.Sentences(page));
        Assert.Contains("Tussen 12:00 en 15:00 uur", page.QuerySelector(".timeline__entry")!.TextContent, StringComparison.Ordinal);
        var links = page.QuerySelectorAll(".trace__each a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(3, links.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains("13:00", (await browser.Get(links[1])).QuerySelector(".timeline__time")!.TextContent, StringComparison.Ordinal);
        await browser.Submit(await browser.Get(links[1]), "main form");
        Assert.EndsWith("/gemeld", browser.Last!.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["Joke de Vries las berichten", "Joke de Vries las berichten (2 keer)"], TracePages.Sentences(await browser.Get($"{circle.Path}?wie={circle.Joke}")));
    }

    [Fact]
    public async Task Nobody_else_having_looked_is_said_in_plain_words()
    {
        var somebody = await _stage.World.Person("Eén Alleen");
        using var browser = await _stage.World.SignedIn(somebody);

        var page = await browser.Get("/mijn/wie-keek?soort=gedownload");

        Assert.Equal("Niets gevonden", page.QuerySelector(".empty h2")!.TextContent);
        Assert.Contains("Wat u zelf deed, staat er niet bij.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_says_so()
    {
        var circle = await _stage.Circle();

        var page = await Get(circle, "?soort=nood");

        Assert.Equal("Niets gevonden", page.QuerySelector(".empty h2")!.TextContent);
    }

    [Fact]
    public async Task Ten_thousand_lines_are_paged_through_without_gap_or_double()
    {
        var circle = await _stage.Circle();
        var start = app.Clock.Moment().AddDays(-30);
        // Many share an instant: a page may end between two of the same.
        await _stage.Log(circle.Network.Compartment, circle.Joke, Enumerable.Range(0, 10_000).Select(i => start.AddMinutes(i / 3)));
        using var browser = await _stage.World.SignedIn(circle.Annie);
        var seen = 0;
        var path = $"{circle.Path}?wie={circle.Joke}";
        for (var pages = 0; pages < 4; pages++)
        {
            var page = await browser.Get(path);
            seen += page.QuerySelectorAll(".timeline__entry").Sum(Times);
            path = page.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        }

        Assert.Equal(4 * ShowTraces.PageSize, seen);
        var end = await browser.Get($"{circle.Path}?wie={circle.Joke}&voor={new TraceCursor(start.AddMinutes(4), Guid.Empty)}");
        Assert.Equal(12, end.QuerySelectorAll(".timeline__entry").Sum(Times));
        Assert.Null(end.QuerySelector("a[rel=next]"));
    }

    private static int Times(AngleSharp.Dom.IElement line) => line.QuerySelectorAll(".trace__each li").Length;

    private async Task<int> CountOfJoke(Circle circle, string query)
        => (await Sentences(circle, $"?wie={circle.Joke}&{query}")).Count;

    private async Task<Circle> Busy()
    {
        var circle = await _stage.Circle();
        for (var i = 0; i < 2; i++)
            await _stage.Enter(circle.Joke, circle.Network.Compartment, NetworksPurposes.TakePart, Operations.Read, "conversation");
        await _stage.Enter(await _stage.World.Person("Een Vreemde"), circle.Network.Compartment, NetworksPurposes.TakePart, Operations.Read, "conversation");
        return circle;
    }

    private async Task<IReadOnlyList<string>> Sentences(Circle circle, string query)
    {
        var sentences = TracePages.Sentences(await Get(circle, query));
        Assert.NotEmpty(sentences);
        return sentences;
    }

    private async Task<IHtmlDocument> Get(Circle circle, string query)
    {
        using var browser = await _stage.World.SignedIn(circle.Annie);
        var page = await browser.Get(circle.Path + query);
        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
        return page;
    }
}
