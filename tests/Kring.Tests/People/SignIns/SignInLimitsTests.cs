using System.Net;
using Kring.Tests.Support;

namespace Kring.Tests.People.SignIns;

/// <summary>Guessing is slowed down, alike for those who exist and those who do not, and never locks out a trusted device.</summary>
public sealed class SignInLimitsTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly World _world = new(app);

    [Theory]
    [InlineData("bestaat@kring.example")]
    [InlineData("bestaat.niet@kring.example")]
    public async Task The_eleventh_password_in_a_quarter_is_refused_with_when_to_try_again(string mail)
    {
        if (mail == "bestaat@kring.example")
            await _world.Person("Annie de Vries", mail);
        using var browser = app.NewBrowser();
        for (var i = 0; i < 10; i++)
        {
            await browser.GivePassword(mail, "fout fout fout");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
        }

        var page = await browser.GivePassword(mail, mail == "bestaat@kring.example" ? World.Password : "fout fout fout");

        Assert.Equal(HttpStatusCode.TooManyRequests, browser.Last!.StatusCode);
        Assert.InRange(browser.Last.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
        Assert.Equal("U hebt het te vaak geprobeerd. Probeer het over 15 minuten opnieuw.", page.QuerySelector(".govuk-error-summary li")!.TextContent);
        Assert.Equal(mail, page.QuerySelector("#email")!.GetAttribute("value"));

        app.Clock.Advance(TimeSpan.FromMinutes(15));
        await browser.GivePassword(mail, "fout fout fout");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
    }

    [Fact]
    public async Task Somebody_elses_guesses_never_lock_out_a_trusted_device()
    {
        var annie = await _world.Person("Annie de Vries", "slachtoffer@kring.example");
        using var device = new SoftwareDevice();
        using var own = app.NewBrowser();
        await own.SignIn(app, annie, "slachtoffer@kring.example", device.Remember());
        using var attacker = app.NewBrowser();
        for (var i = 0; i < 12; i++)
            await attacker.GivePassword("slachtoffer@kring.example", "fout fout fout");
        Assert.Equal(HttpStatusCode.TooManyRequests, attacker.Last!.StatusCode);

        await own.Submit(await own.Get("/mijn"), "form[action='/uitloggen']");
        await own.GivePassword("slachtoffer@kring.example");

        Assert.Equal("/inloggen/apparaat", own.Path());
    }

    [Fact]
    public async Task A_copied_device_cookie_gives_no_endless_guesses()
    {
        var annie = await _world.Person("Annie de Vries", "gekopieerd@kring.example");
        using var device = new SoftwareDevice();
        using var own = app.NewBrowser();
        await own.SignIn(app, annie, "gekopieerd@kring.example", device.Remember());
        using var thief = app.NewBrowser();
        thief.SetCookie("kring-apparaat", own.Cookie("kring-apparaat")!);

        for (var i = 0; i < 11; i++)
            await thief.GivePassword("gekopieerd@kring.example", "fout fout fout");

        Assert.Equal(HttpStatusCode.TooManyRequests, thief.Last!.StatusCode);
    }

    [Fact]
    public async Task A_sixth_code_again_in_a_quarter_is_refused()
    {
        await _world.Person("Annie de Vries", "vaak@kring.example");
        using var browser = app.NewBrowser();
        await browser.AskForCode("vaak@kring.example");
        for (var i = 0; i < 5; i++)
        {
            await browser.Submit(await browser.Get("/inloggen/code"), "form:not(:has([name=code])):has([data-submit-guard])");
            Assert.Equal("/inloggen/code?verstuurd=true", browser.Path());
        }

        await browser.Submit(await browser.Get("/inloggen/code"), "form:not(:has([name=code])):has([data-submit-guard])");

        Assert.Equal(HttpStatusCode.TooManyRequests, browser.Last!.StatusCode);
        Assert.NotNull(browser.Last.Headers.RetryAfter);
    }

    [Fact]
    public async Task Thirty_wrong_codes_a_day_are_enough()
    {
        var annie = await _world.Person("Annie de Vries", "dertig@kring.example");
        using var browser = app.NewBrowser();
        for (var round = 0; round < 6; round++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(16));
            await browser.AskForCode("dertig@kring.example");
            var right = await app.LastCode(annie);
            for (var i = 0; i < 5; i++)
                await browser.GiveCode(right == "000000" ? "000001" : "000000");
        }

        await browser.AskForCode("dertig@kring.example");
        var page = await browser.GiveCode(await app.LastCode(annie));

        Assert.Equal(HttpStatusCode.TooManyRequests, browser.Last!.StatusCode);
        Assert.Contains("uur opnieuw", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }
}
