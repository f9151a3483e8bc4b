using System.Net;
using AngleSharp.Html.Dom;
using Kring.Access;
using Kring.People;
using Kring.People.Sessions;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.App.Web;

/// <summary>From which address somebody comes, as the limits on signing in count it. Ten passwords for one account and range are looked at, 300 from one range.</summary>
public sealed class TrustedProxiesTests
{
    [Fact]
    public async Task Without_proxies_nobody_is_believed_about_their_address()
    {
        Assert.Equal("127.0.0.1", await AddressOf(null, "203.0.113.9"));
        Assert.False(await IsSecure(null));
        Assert.True(await IsSecure("127.0.0.1"));
    }

    [Theory]
    [InlineData("127.0.0.1", "203.0.113.9", "203.0.113.9")]
    [InlineData("127.0.0.0/8", "203.0.113.9", "203.0.113.9")]
    [InlineData("::ffff:127.0.0.1,127.0.0.1", "203.0.113.9", "203.0.113.9")]
    [InlineData("10.0.0.0/8", "203.0.113.9", "127.0.0.1")] // not the one that asks
    [InlineData("127.0.0.1", "198.51.100.1, 203.0.113.9", "203.0.113.9")] // the first was written by the visitor
    [InlineData("127.0.0.1", "198.51.100.1, 127.0.0.1, 203.0.113.9", "203.0.113.9")]
    [InlineData("127.0.0.1,10.0.3.0/24", "198.51.100.1, 203.0.113.9, 10.0.3.7", "203.0.113.9")] // two proxies, two steps
    [InlineData("127.0.0.1,10.0.3.0/24", "198.51.100.1, 203.0.113.9", "203.0.113.9")]
    [InlineData("127.0.0.1", "10.0.3.7, garbage", "127.0.0.1")]
    [InlineData("127.0.0.1", "", "127.0.0.1")]
    public async Task Only_what_a_known_proxy_says_counts_one_step_for_each(string proxies, string forwarded, string address)
    {
        Assert.Equal(address, await AddressOf(proxies, forwarded));
    }

    [Fact]
    public async Task Visitors_behind_a_proxy_are_counted_apart()
    {
        await using var app = new KringApp { AsksSetUp = true, More = Behind("127.0.0.1") };
        await app.InitializeAsync();
        using var browser = app.NewBrowser();
        var form = await browser.Get("/inrichten");

        for (var i = 0; i < 11; i++)
            await Guess(browser, form, "198.51.100.1, 203.0.113.9");
        Assert.Equal(HttpStatusCode.TooManyRequests, browser.Last!.StatusCode);
        await Guess(browser, form, "203.0.113.9, 198.51.100.1");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
        await Guess(browser, form, "192.0.2.1, 203.0.113.9");
        Assert.Equal(HttpStatusCode.TooManyRequests, browser.Last!.StatusCode);
    }

    private static Task<IHtmlDocument> Guess(HttpBrowser browser, IHtmlDocument form, string forwarded)
    {
        browser.Headers["X-Forwarded-For"] = forwarded;
        return browser.Submit(form, "main form", ("code", "aaaa-bbbb-cccc"));
    }

    private static Dictionary<string, string?> Behind(string? proxies) => new(StringComparer.Ordinal) { ["Kring:Proxies"] = proxies };

    /// <summary>The address that stands with the session of somebody who signed in.</summary>
    private static async Task<string> AddressOf(string? proxies, string forwarded)
    {
        await using var app = new KringApp { More = Behind(proxies) };
        await app.InitializeAsync();
        using var browser = app.NewBrowser();
        browser.Headers["X-Forwarded-For"] = forwarded;
        var annie = await new World(app).Person("Annie de Vries", "annie@kring.example");
        await browser.SignIn(app, annie, "annie@kring.example");
        return await app.In(async services =>
        {
            var profile = (await services.GetRequiredService<Door>().Enter(new Visit(Actor.Arriving(annie), annie.Profile, PeoplePurposes.OwnProfile, Operations.Read, new LoggedObject("session")), default)).Grant!;
            var session = await profile.Rows<Session>().SingleAsync();
            return profile.Open(Session.AddressField, session.Id.Value, session.Address);
        });
    }

    /// <summary>Whether somebody whose proxy says https gets cookies for https.</summary>
    private static async Task<bool> IsSecure(string? proxies)
    {
        await using var app = new KringApp { More = Behind(proxies) };
        await app.InitializeAsync();
        using var browser = app.NewBrowser();
        (browser.Headers["X-Forwarded-For"], browser.Headers["X-Forwarded-Proto"]) = ("203.0.113.9", "https");
        await browser.Submit(await browser.Get("/weergave"), "main form");
        return browser.Last!.Headers.GetValues("Set-Cookie").Any(c => c.Contains("__Host-kring-weergave", StringComparison.Ordinal));
    }
}
