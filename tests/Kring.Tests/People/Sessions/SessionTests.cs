using System.Net;
using Kring.Access;
using Kring.People.Accounts;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.People.Sessions;

/// <summary>Sessions live on the server: 60 minutes idle, 24 hours at most, and over when somebody says so.</summary>
public sealed class SessionTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly World _world = new(app);

    [Fact]
    public async Task A_session_chosen_beforehand_is_replaced_at_sign_in()
    {
        var annie = await _world.Person("Annie de Vries", "vooraf@kring.example");
        using var browser = app.NewBrowser();
        browser.SetCookie("kring", "gekozen-door-een-ander");

        await browser.SignIn(app, annie, "vooraf@kring.example");

        Assert.NotEqual("gekozen-door-een-ander", browser.Cookie("kring"));
        Assert.True(await browser.IsSignedIn());
        using var other = app.NewBrowser();
        other.SetCookie("kring", "gekozen-door-een-ander");
        Assert.False(await other.IsSignedIn());
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_its_cookie_cannot_be_played_again()
    {
        using var browser = await _world.SignedIn(await _world.Person("Annie de Vries"));
        var secret = browser.Cookie("kring")!;

        await browser.Submit(await browser.Get("/mijn"), "form[action='/uitloggen']");

        Assert.Equal("/inloggen?uit=true", browser.Path());
        Assert.Null(browser.Cookie("kring"));
        Assert.Equal("\"cache\"", browser.Last!.Headers.GetValues("Clear-Site-Data").Single());
        using var replay = app.NewBrowser();
        replay.SetCookie("kring", secret);
        Assert.False(await replay.IsSignedIn());
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(replay, HttpMethod.Post, "/sessie/verleng"));
    }

    [Fact]
    public async Task Signing_out_twice_is_no_error()
    {
        using var browser = await _world.SignedIn(await _world.Person("Annie de Vries"));
        var page = await browser.Get("/mijn");
        await browser.Submit(page, "form[action='/uitloggen']");

        await browser.Submit(page, "form[action='/uitloggen']");

        Assert.Equal("/inloggen?uit=true", browser.Path());
    }

    [Fact]
    public async Task A_session_ends_after_sixty_idle_minutes_and_stays_ended()
    {
        using var browser = await _world.SignedIn(await _world.Person("Annie de Vries"));
        app.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.True(await browser.IsSignedIn());
        app.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.True(await browser.IsSignedIn());

        app.Clock.Advance(TimeSpan.FromMinutes(60));

        Assert.False(await browser.IsSignedIn());
        Assert.Equal("/inloggen?terug=%2Fmijn", browser.Path());
        Assert.False(await browser.IsSignedIn());
    }

    [Fact]
    public async Task A_session_ends_after_a_day_however_much_it_is_used()
    {
        using var browser = await _world.SignedIn(await _world.Person("Annie de Vries"));
        for (var i = 0; i < 47; i++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(30));
            Assert.True(await browser.IsSignedIn());
        }

        app.Clock.Advance(TimeSpan.FromMinutes(30));

        Assert.False(await browser.IsSignedIn());
    }

    [Fact]
    public async Task Extending_says_how_long_the_session_lasts()
    {
        using var browser = await _world.SignedIn(await _world.Person("Annie de Vries"));
        app.Clock.Advance(TimeSpan.FromMinutes(58));
        var page = await browser.Get("/mijn");
        Assert.InRange(int.Parse(page.DocumentElement.GetAttribute("data-session-seconds")!, null), 3590, 3600);
        app.Clock.Advance(TimeSpan.FromMinutes(58));

        await browser.Submit(page, "form[action='/sessie/verleng']");

        Assert.Equal(HttpStatusCode.NoContent, browser.Last!.StatusCode);
        Assert.InRange(int.Parse(browser.Last.Headers.GetValues("Kring-Session-Seconds").Single(), null), 3590, 3600);
    }

    [Fact]
    public async Task Extending_without_the_token_of_a_form_is_refused()
    {
        using var browser = await _world.SignedIn(await _world.Person("Annie de Vries"));

        Assert.Equal(HttpStatusCode.BadRequest, await Status(browser, HttpMethod.Post, "/sessie/verleng"));
        Assert.Equal(HttpStatusCode.BadRequest, await Status(browser, HttpMethod.Post, "/uitloggen"));
        Assert.True(await browser.IsSignedIn());
    }

    [Fact]
    public async Task A_form_that_is_sent_after_the_session_ended_gets_401_and_says_so()
    {
        using var browser = await _world.SignedIn(await _world.Person("Annie de Vries"));
        var form = await browser.Get("/mijn/gegevens");
        app.Clock.Advance(TimeSpan.FromMinutes(61));

        var page = await browser.Submit(form, "main form", ("naam", "Iemand Anders"));

        Assert.Equal(HttpStatusCode.Unauthorized, browser.Last!.StatusCode);
        Assert.Equal("U bent uitgelogd", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Blocking_an_account_ends_its_sessions_at_once_and_lets_none_begin()
    {
        var annie = await _world.Person("Annie de Vries", "geblokkeerd@kring.example");
        using var browser = await _world.SignedIn(annie);

        Assert.True(await app.Acts(services => services.GetRequiredService<BlockAccount>().Run(Actor.ForJob("block-account"), annie, default)));

        Assert.False(await browser.IsSignedIn());
        var page = await browser.GivePassword("geblokkeerd@kring.example");
        Assert.Equal("Het e-mailadres of het wachtwoord klopt niet", page.QuerySelector(".govuk-error-summary li")!.TextContent);
    }

    [Fact]
    public async Task The_frame_shows_the_own_name_and_nothing_is_kept_by_the_browser()
    {
        using var browser = await _world.SignedIn(await _world.Person("Zoë van IJzendoorn"));

        var page = await browser.Get("/mijn");

        Assert.Contains("Zoë van IJzendoorn", page.QuerySelector(".shell-person__name")!.TextContent, StringComparison.Ordinal);
        Assert.True(browser.Last!.Headers.CacheControl!.NoStore);
        var secret = browser.Cookie("kring")!;
        await app.Restart();
        using var after = app.NewBrowser();
        after.SetCookie("kring", secret);
        Assert.Contains("Zoë van IJzendoorn", (await after.Get("/mijn")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> Status(HttpBrowser browser, HttpMethod method, string path)
    {
        await browser.Send(new HttpRequestMessage(method, path));
        return browser.Last!.StatusCode;
    }
}
