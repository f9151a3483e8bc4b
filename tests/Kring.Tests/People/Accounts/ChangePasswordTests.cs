using System.Net;
using Kring.Delivery;
using Kring.Tests.Support;

namespace Kring.Tests.People.Accounts;

/// <summary>A new password asks for the old one, ends every other session, and is told by mail.</summary>
public sealed class ChangePasswordTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly World _world = new(app);

    [Fact]
    public async Task Every_other_session_ends_a_mail_goes_out_and_only_the_new_password_works()
    {
        var annie = await _world.Person("Annie de Vries", "nieuw@kring.example");
        using var here = await _world.SignedIn(annie);
        using var there = await _world.SignedIn(annie);

        await Change(here, World.Password, "drie gewone wöörden 🙂");

        Assert.Equal("/mijn/wachtwoord?gewijzigd=true", here.Path());
        Assert.True(await here.IsSignedIn());
        Assert.False(await there.IsSignedIn());
        var notice = await app.LastNotice(annie);
        Assert.Equal((NoticeKind.AccountChanged, "nieuw@kring.example"), (notice.Kind, notice.Address));
        using var browser = app.NewBrowser();
        await browser.GivePassword("nieuw@kring.example");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
        await browser.GivePassword("nieuw@kring.example", "drie gewone wo\u0308o\u0308rden 🙂");
        Assert.Equal("/inloggen/code", browser.Path());
    }

    [Theory]
    [InlineData("fout wachtwoord", "een heel ander wachtwoord", "Uw huidige wachtwoord klopt niet")]
    [InlineData("", "een heel ander wachtwoord", "Vul uw huidige wachtwoord in")]
    [InlineData(World.Password, "", "Vul een nieuw wachtwoord in")]
    [InlineData(World.Password, "1234567", "Kies een wachtwoord van minstens 8 tekens")]
    [InlineData(World.Password, "Welkom2026", "Dit wachtwoord is makkelijk te raden. Kies een ander, bijvoorbeeld drie woorden achter elkaar")]
    [InlineData(World.Password, World.Password, "Kies een ander wachtwoord dan u nu hebt")]
    public async Task What_cannot_be_is_refused_in_words_and_changes_nothing(string old, string chosen, string words)
    {
        var annie = await _world.Person("Annie de Vries");
        using var here = await _world.SignedIn(annie);
        using var there = await _world.SignedIn(annie);

        var page = await Change(here, old, chosen);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, here.Last!.StatusCode);
        Assert.Equal(words, page.QuerySelector(".govuk-error-summary li")!.TextContent);
        Assert.True(await there.IsSignedIn());
    }

    [Fact]
    public async Task The_old_password_cannot_be_guessed_in_an_open_session()
    {
        using var here = await _world.SignedIn(await _world.Person("Annie de Vries"));
        for (var i = 0; i < 5; i++)
            await Change(here, "fout wachtwoord", "een heel ander wachtwoord");

        await Change(here, World.Password, "een heel ander wachtwoord");

        Assert.Equal(HttpStatusCode.TooManyRequests, here.Last!.StatusCode);
        Assert.NotNull(here.Last.Headers.RetryAfter);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> Change(HttpBrowser browser, string old, string chosen)
        => await browser.Submit(await browser.Get("/mijn/wachtwoord"), "main form", ("huidig", old), ("nieuw", chosen));
}
