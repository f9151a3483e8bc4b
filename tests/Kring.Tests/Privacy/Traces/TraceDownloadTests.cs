using System.Net;
using System.Text;
using Kring.Access;
using Kring.Networks;
using Kring.Tests.Support;

namespace Kring.Tests.Privacy.Traces;

public sealed class TraceDownloadTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly PrivacyStage _stage = new(app);

    [Fact]
    public async Task The_list_can_be_taken_away_as_a_file_for_a_spreadsheet()
    {
        var circle = await _stage.Circle("Renée IJzerman");
        await _stage.Enter(circle.Joke, circle.Network.Compartment, NetworksPurposes.TakePart, Operations.Read, "conversation");

        var (response, text) = await Download(circle.Annie, circle.Path + ".csv");

        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        Assert.Matches("^wie-keek-[0-9-]{10}[.]csv$", response.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.StartsWith("\uFEFFDatum;Tijd;Wie;", text, StringComparison.Ordinal);
        Assert.Contains(";Renée IJzerman;dochter;las berichten;ja;", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_looks_like_a_formula_stays_text()
    {
        foreach (var (name, written) in new[] { ("=HYPERLINK(\"http://kwaad.example\")", "\"'=HYPERLINK("), ("+31612345678", "'+31612345678"), ("-1+1", "'-1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1+1", "'\t=1+1") })
        {
            var circle = await _stage.Circle(name);
            await _stage.Enter(circle.Joke, circle.Network.Compartment, NetworksPurposes.TakePart, Operations.Read, "conversation");

            var (_, text) = await Download(circle.Annie, circle.Path + ".csv");

            Assert.Contains(written, text, StringComparison.Ordinal);
            Assert.DoesNotContain(";" + name, text, StringComparison.Ordinal);
            Assert.DoesNotContain(";\"" + name, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_download_follows_the_filter_and_has_every_line()
    {
        var circle = await _stage.Circle();
        var start = app.Clock.GetUtcNow().AddDays(-3);
        await _stage.Log(circle.Network.Compartment, circle.Joke, Enumerable.Range(0, 2_345).Select(i => start.AddSeconds(i / 2)));

        var (_, text) = await Download(circle.Annie, $"{circle.Path}.csv?wie={circle.Joke}");

        Assert.Equal(2_345 + 1, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain("Kring zelf", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Downloading_is_a_line_in_the_list()
    {
        var circle = await _stage.Circle();
        await Download(circle.Annie, circle.Path + ".csv");
        using var browser = await _stage.World.SignedIn(circle.Annie);

        var page = await browser.Get(circle.Path + "?soort=gedownload&eigen=ja");

        Assert.Equal(["Annie de Vries (uzelf) downloadde de lijst van wie er keek"], TracePages.Sentences(page));
    }

    [Fact]
    public async Task A_wrong_day_leads_back_to_the_page_that_says_so()
    {
        var circle = await _stage.Circle();
        using var browser = await _stage.World.SignedIn(circle.Annie);

        await browser.Get(circle.Path + ".csv?van=morgen");

        Assert.Equal(HttpStatusCode.Found, browser.Last!.StatusCode);
        Assert.Equal(circle.Path + "?van=morgen", browser.Last.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Somebodys_own_profile_can_be_taken_away_too()
    {
        var circle = await _stage.Circle();

        var (_, text) = await Download(circle.Joke, "/mijn/wie-keek.csv?eigen=ja");

        Assert.Contains(";Uzelf;;logde in;ja;", text, StringComparison.Ordinal);
        Assert.DoesNotContain(";Uzelf;", (await Download(circle.Joke, "/mijn/wie-keek.csv")).Text, StringComparison.Ordinal);
    }

    private async Task<(HttpResponseMessage Response, string Text)> Download(PersonId person, string path)
    {
        using var browser = await _stage.World.SignedIn(person);
        await browser.Get(path);
        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
        return (browser.Last, Encoding.UTF8.GetString(await browser.Last.Content.ReadAsByteArrayAsync()));
    }
}
