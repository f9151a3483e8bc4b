using System.Net;
using System.Text;
using Kring.Tests.Support;

namespace Kring.Tests.App.Web;

/// <summary>H1 and R1: every answer carries the full set of headers, and no other site changes anything.</summary>
public sealed class HeadersTests(KringApp app) : IClassFixture<KringApp>
{
    private static readonly string[] Always =
    [
        "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Permissions-Policy", "X-Frame-Options",
    ];

    [Theory]
    [InlineData("/", HttpStatusCode.Found)]
    [InlineData("/weergave", HttpStatusCode.OK)]
    [InlineData("/bestaat-niet", HttpStatusCode.NotFound)]
    [InlineData("/netwerken/geen-id", HttpStatusCode.NotFound)]
    [InlineData("/icons/kring.svg", HttpStatusCode.OK)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    public async Task Every_answer_has_the_full_set(string path, HttpStatusCode status)
    {
        using var browser = status == HttpStatusCode.NotFound ? await new World(app).SignedIn(await new World(app).Person("Annie de Vries")) : app.NewBrowser();
        using var answer = await browser.Begin(path);
        Assert.Equal(status, answer.StatusCode);
        Complete(answer);
    }

    [Fact]
    public async Task A_503_has_the_full_set()
    {
        var world = new World(app);
        var annie = await world.Person("Annie de Vries");
        using var browser = await world.SignedIn(annie);
        await app.ShutLog();
        try
        {
            using var answer = await browser.Begin("/mijn/wie-keek");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Complete(answer);
        }
        finally
        {
            await app.OpenLog();
        }
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", "application/x-www-form-urlencoded")]
    [InlineData("Origin", "https://evil.example", "text/plain")]
    [InlineData("Origin", "null", "text/plain")]
    [InlineData("Sec-Fetch-Site", "cross-site", "application/json")]
    [InlineData("Sec-Fetch-Site", "same-site", "application/x-www-form-urlencoded")]
    [InlineData("Sec-Fetch-Site", "none", "application/x-www-form-urlencoded")]
    public async Task What_another_site_asks_to_change_is_refused(string header, string value, string type)
    {
        using var browser = app.NewBrowser();
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch })
        {
            var request = new HttpRequestMessage(method, "/weergave/taal") { Content = new StringContent("taal=en", Encoding.UTF8, type) };
            request.Headers.Add(header, value);
            await browser.Send(request);
            Assert.Equal(HttpStatusCode.Forbidden, browser.Last!.StatusCode);
            Complete(browser.Last);
        }
    }

    [Fact]
    public async Task A_post_without_its_token_is_refused()
    {
        using var browser = app.NewBrowser();
        await browser.Send(new HttpRequestMessage(HttpMethod.Post, "/weergave/taal") { Content = new FormUrlEncodedContent([new("taal", "en")]) });
        Assert.Equal(HttpStatusCode.BadRequest, browser.Last!.StatusCode);
        Complete(browser.Last);
    }

    private static void Complete(HttpResponseMessage answer)
    {
        Assert.All(Always, name => Assert.True(answer.Headers.Contains(name), $"{answer.RequestMessage!.RequestUri} {(int)answer.StatusCode} lacks {name}."));
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
        if (!answer.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/icons/", StringComparison.Ordinal))
            Assert.True(answer.Headers.CacheControl?.NoStore);
    }
}
