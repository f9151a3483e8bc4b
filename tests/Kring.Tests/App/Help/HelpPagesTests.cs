using System.Globalization;
using System.Net;
using Kring.Tests.Support;

namespace Kring.Tests.App.Help;

public sealed class HelpPagesTests(KringApp app) : IClassFixture<KringApp>
{
    [Theory]
    [InlineData("/hulp", "Hulp")]
    [InlineData("/toegankelijkheid", "Toegankelijkheid")]
    public async Task Help_is_there_for_everybody_with_people_to_ask(string path, string title)
    {
        await new World(app).Organisation();
        using var browser = app.NewBrowser();

        var page = await browser.Get(path);

        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Contains("Thuiszorg De Linde", page.QuerySelector(".prose")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_in_English_for_who_reads_that()
    {
        using var browser = app.NewBrowser();
        await browser.Submit(await browser.Get("/hulp"), ".shell-footer__language");

        var page = await browser.Get("/hulp");

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Help", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Researchers_find_whom_to_warn_and_until_when_that_holds()
    {
        using var browser = app.NewBrowser();
        await browser.Get("/.well-known/security.txt");
        var lines = (await browser.Last!.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ", 2)).ToDictionary(line => line[0], line => line[1]);

        Assert.Equal("text/plain", browser.Last.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith("/hulp", lines["Contact"], StringComparison.Ordinal);
        var expires = DateTimeOffset.Parse(lines["Expires"], CultureInfo.InvariantCulture);
        Assert.InRange(expires, app.Clock.GetUtcNow(), app.Clock.GetUtcNow().AddYears(1));
    }

    [Fact]
    public async Task Search_engines_stay_out()
    {
        using var browser = app.NewBrowser();
        await browser.Get("/robots.txt");

        Assert.Equal("User-agent: *\nDisallow: /\n", await browser.Last!.Content.ReadAsStringAsync());
    }
}
