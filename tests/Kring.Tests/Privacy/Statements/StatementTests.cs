using System.Net;
using Kring.Access;
using Kring.Data;
using Kring.People.SignIns;
using Kring.Platform;
using Kring.Privacy.Statements;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Privacy.Statements;

public sealed class StatementTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly PrivacyStage _stage = new(app);

    [Theory]
    [InlineData("zorgontvanger", "Privacyverklaring voor zorgontvangers")]
    [InlineData("naaste", "Privacyverklaring voor familie, naasten en mantelzorgers")]
    [InlineData("professional", "Privacyverklaring voor professionals")]
    public async Task Everybody_can_read_a_statement_with_its_version_and_whom_to_ask(string audience, string title)
    {
        await _stage.World.Organisation("Zorg & <b>Zo</b>");
        using var browser = app.NewBrowser();

        var page = await browser.Get($"/privacy/{audience}");

        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        // Another test of this class may have published a second version by now.
        Assert.Matches("^Versie [12], van", page.QuerySelector("p.meta")!.TextContent.Trim());
        Assert.Contains("Zorg & <b>Zo</b>", page.QuerySelector(".prose")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("mailto:fg@delinde.example", page.QuerySelector(".prose a[href^=mailto]")!.GetAttribute("href"));
        Assert.DoesNotContain("{{", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll(".prose h2.govuk-heading-m, .prose ul.govuk-list--bullet, .prose p.govuk-body"));
    }

    [Fact]
    public async Task The_page_of_statements_leads_to_all_three()
    {
        using var browser = app.NewBrowser();

        var page = await browser.Get("/privacy");

        Assert.Equal(["/privacy/zorgontvanger", "/privacy/naaste", "/privacy/professional"], page.QuerySelectorAll("main a.card__link").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [InlineData("/privacy/directeur")]
    [InlineData("/privacy/naaste?versie=0")]
    [InlineData("/privacy/naaste?versie=99")]
    [InlineData("/privacy/naaste?versie=een")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var browser = app.NewBrowser();

        await browser.Get(path);

        Assert.Equal(HttpStatusCode.NotFound, browser.Last!.StatusCode);
    }

    [Fact]
    public async Task Each_is_led_to_the_statement_that_is_for_them()
    {
        var circle = await _stage.Circle();
        var nobody = await _stage.World.Person("Zonder Netwerk");

        Assert.Equal("/privacy/lezen?terug=%2Fnetwerken", await Detour(circle.Annie));
        Assert.Null(await Detour(nobody));
        Assert.Equal("Privacyverklaring voor zorgontvangers", await ShownTo(circle.Annie));
        Assert.Equal("Privacyverklaring voor familie, naasten en mantelzorgers", await ShownTo(circle.Joke));
        Assert.Equal("Privacyverklaring voor professionals", await ShownTo(circle.Marieke));
    }

    [Fact]
    public async Task Whoever_has_read_it_is_not_asked_again_and_that_is_in_the_log()
    {
        var circle = await _stage.Circle();
        using var browser = await _stage.World.SignedIn(circle.Joke);
        var page = await browser.Get("/privacy/lezen?terug=/hulp");

        await browser.Submit(page, "main form");
        Assert.Equal("/hulp", Next(browser));
        await browser.Submit(page, "main form");
        Assert.Equal("/hulp", Next(browser));

        Assert.Null(await Detour(circle.Joke));
        await browser.Get("/privacy/lezen?terug=/hulp");
        Assert.Equal("/hulp", Next(browser));
        Assert.Contains("las de privacyverklaring", (await browser.Get("/mijn/wie-keek?eigen=ja")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Single(await Receipts(circle.Joke));
    }

    [Fact]
    public async Task Reading_later_keeps_nothing_and_asks_again_at_the_next_sign_in()
    {
        var circle = await _stage.Circle();
        using var browser = await _stage.World.SignedIn(circle.Joke);

        var page = await browser.Get("/privacy/lezen?terug=/hulp");

        Assert.Equal("/hulp", page.QuerySelector(".actions a")!.GetAttribute("href"));
        Assert.NotNull(await Detour(circle.Joke));
    }

    [Fact]
    public async Task Somebody_in_two_qualities_reads_both_one_after_the_other()
    {
        var circle = await _stage.Circle();
        await _stage.World.Works(circle.Joke, circle.Linde, Role.Professional, "Joke de Vries");
        using var browser = await _stage.World.SignedIn(circle.Joke);

        await browser.Submit(await browser.Get("/privacy/lezen?terug=/hulp"), "main form");
        var second = await browser.Get(browser.Last!.Headers.Location!.ToString());

        Assert.Equal("Privacyverklaring voor professionals", second.QuerySelector("main h2")!.TextContent);
        await browser.Submit(second, "main form");
        Assert.Equal("/hulp", Next(browser));
    }

    [Fact]
    public async Task The_way_back_never_leads_to_another_site_and_no_other_statement_gets_a_receipt()
    {
        var circle = await _stage.Circle();
        using var browser = await _stage.World.SignedIn(circle.Joke);
        var page = await browser.Get("/privacy/lezen?terug=//kwaad.example");
        Assert.Equal("/", page.QuerySelector(".actions a")!.GetAttribute("href"));
        var notHers = await app.In(async services => (await services.GetRequiredService<StatementsAccess>().Find(StatementAudience.CareRecipients, null, default))!.Id);

        await browser.Submit(page, "main form", ("verklaring", notHers.Value.ToString()), ("terug", "https://kwaad.example"));

        Assert.Equal("/privacy/lezen?terug=%2F", Next(browser));
        Assert.Empty(await Receipts(circle.Joke));
    }

    [Fact]
    public async Task A_changed_text_is_a_new_version_that_is_shown_again_and_the_old_one_stays()
    {
        var circle = await _stage.Circle();
        using var browser = await _stage.World.SignedIn(circle.Annie);
        await browser.Submit(await browser.Get("/privacy/lezen"), "main form");
        Assert.Null(await Detour(circle.Annie));
        // As if the newest version in the database were that of an earlier release.
        await app.In(services => services.GetRequiredService<AppDb>().Set<PrivacyStatement>().Where(s => s.Audience == StatementAudience.CareRecipients)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.DutchText, "# Een oude tekst\n\nZo was het.")));

        await Publish();
        await Publish();

        Assert.NotNull(await Detour(circle.Annie));
        Assert.Contains("Versie 2, van", (await browser.Get("/privacy/zorgontvanger")).Body!.TextContent, StringComparison.Ordinal);
        var old = await browser.Get("/privacy/zorgontvanger?versie=1");
        Assert.Equal("Een oude tekst", old.QuerySelector("h1")!.TextContent);
        Assert.Contains("Dit is een oudere versie", old.Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Where the browser is led, within Kring.</summary>
    private string Next(HttpBrowser browser)
    {
        var next = new Uri(app.Address, browser.Last!.Headers.Location!);
        Assert.Equal(app.Address.Authority, next.Authority);
        return next.PathAndQuery;
    }

    private Task<bool> Publish() => app.In(async services =>
    {
        var data = services.GetServices<IReferenceData>().OfType<StatementsData>().Single();
        await data.Ensure(services.GetRequiredService<AppDb>(), services.GetRequiredService<TimeProvider>().Moment(), default);
        return true;
    });

    private Task<string?> Detour(PersonId person) => app.In(services => services.GetServices<IAfterSignIn>().OfType<ShowStatementsFirst>().Single().Detour(person, "/netwerken", default));

    private Task<List<StatementReceipt>> Receipts(PersonId person)
        => app.In(services => services.GetRequiredService<AppDb>().Set<StatementReceipt>().AsNoTracking().Where(r => r.Person == person).ToListAsync());

    private async Task<string> ShownTo(PersonId person)
    {
        using var browser = await _stage.World.SignedIn(person);
        return (await browser.Get("/privacy/lezen")).QuerySelector("main h2")!.TextContent;
    }
}
