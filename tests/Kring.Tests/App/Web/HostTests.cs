using System.Net;
using Kring.Tests.Support;

namespace Kring.Tests.App.Web;

/// <summary>A8: whatever host a request claims, it gets no page and no link with that name.</summary>
public sealed class HostTests
{
    private static readonly Dictionary<string, string?> Public = new(StringComparer.Ordinal) { ["Kring:PublicUrl"] = "https://kring.voorbeeld.nl" };

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:80")]
    [InlineData("kring.voorbeeld.nl.evil.example")]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task Another_name_gets_400_with_the_full_set_of_headers_and_is_nowhere_in_the_answer(string host)
    {
        var app = new KringApp { More = Public, Environment = "Production" };
        await using (app)
        {
            await app.InitializeAsync();
            using var browser = app.NewBrowser();
            foreach (var path in new[] { "/", "/inloggen", "/mijn", "/icons/kring.svg", "/.well-known/security.txt", "/health/live", "/bestaat-niet" })
            {
                var answer = await Ask(browser, path, host);
                Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
                Assert.True(answer.Headers.Contains("Content-Security-Policy") && answer.Headers.CacheControl!.NoStore);
                Assert.False(answer.Headers.Contains("Set-Cookie") || answer.Headers.Location is not null);
                Assert.DoesNotContain("evil", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            }

            Assert.Equal(HttpStatusCode.OK, (await Ask(browser, "/inloggen", "kring.voorbeeld.nl")).StatusCode);
            Assert.Contains("https://kring.voorbeeld.nl/", await (await Ask(browser, "/.well-known/security.txt", "KRING.voorbeeld.nl:443")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_forwarded_host_is_never_taken_over()
    {
        var app = new KringApp { More = new Dictionary<string, string?>(Public, StringComparer.Ordinal) { ["Kring:Proxies"] = "127.0.0.1" } };
        await using (app)
        {
            await app.InitializeAsync();
            using var browser = app.NewBrowser();
            var answer = await Ask(browser, "/mijn", "kring.voorbeeld.nl", ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Prefix", "/evil"), ("Forwarded", "host=evil.example"), ("X-Original-Host", "evil.example"));
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
            Assert.DoesNotContain("evil", answer.Headers.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1:5080")]
    [InlineData("[::1]")]
    public async Task While_trying_things_out_the_names_of_this_machine_do(string host)
    {
        var app = new KringApp { More = Public };
        await using (app)
        {
            await app.InitializeAsync();
            using var browser = app.NewBrowser();
            Assert.Equal(HttpStatusCode.OK, (await Ask(browser, "/inloggen", host)).StatusCode);
        }
    }

    private static async Task<HttpResponseMessage> Ask(HttpBrowser browser, string path, string host, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = host;
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        await browser.Send(request);
        return browser.Last!;
    }
}
