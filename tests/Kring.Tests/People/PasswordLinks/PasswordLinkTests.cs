using System.Net;
using Kring.Access;
using Kring.Delivery;
using Kring.Delivery.Captured;
using Kring.People.Accounts;
using Kring.People.Details;
using Kring.People.Devices;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.People.PasswordLinks;

/// <summary>Whoever forgot the password chooses a new one by a link in a mail: single use, thirty minutes, the newest only.</summary>
public sealed class PasswordLinkTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly PasswordLinkStage _stage = new(app);

    [Fact]
    public async Task The_link_gives_a_new_password_once_and_everything_that_was_trusted_ends()
    {
        var (annie, mail) = await _stage.Somebody();
        using var device = new SoftwareDevice();
        using var tablet = app.NewBrowser();
        await tablet.SignIn(app, annie, mail, device.Remember("Tablet"));
        await app.In(services => services.GetRequiredService<OwnDetails>().Change(Actor.Arriving(annie), "Annie de Vries", "+31612345678", default));
        using var browser = app.NewBrowser();
        var asked = await PasswordLinkStage.Ask(browser, mail);
        Assert.Contains("Hoort er een account bij dit adres", asked.Body!.TextContent, StringComparison.Ordinal);
        var link = await _stage.Link(annie);

        // A scanner looks; nothing happens by that.
        using var scanner = app.NewBrowser();
        await scanner.Get(link);
        Assert.True(await tablet.IsSignedIn());
        await PasswordLinkStage.Choose(browser, link);

        Assert.Equal("/inloggen?gekozen=ja", browser.Path());
        Assert.False(await tablet.IsSignedIn());
        await tablet.GivePassword(mail, PasswordLinkStage.Chosen);
        Assert.Equal("/inloggen/code", tablet.Path());
        Assert.All(await app.InDatabase(db => db.Set<TrustedDevice>().Where(d => d.Person == annie).ToListAsync()), d => Assert.NotNull(d.RevokedAt));
        await browser.GivePassword(mail);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
        var told = (await app.Notices(annie)).Where(n => n.Kind == NoticeKind.PasswordChanged).Select(n => n.Address);
        Assert.Equal(["+31612345678", mail], told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_second_use_is_refused()
    {
        var (annie, mail) = await _stage.Somebody();
        using var browser = app.NewBrowser();
        await PasswordLinkStage.Ask(browser, mail);
        var link = await _stage.Link(annie);
        var form = await browser.Get(link);
        await browser.Submit(form, "main form", ("nieuw", PasswordLinkStage.Chosen));

        var page = await browser.Submit(PasswordLinkStage.Aimed(form, link), "main form", ("nieuw", "een ander wachtwoord nog"));

        Assert.Equal(HttpStatusCode.Gone, browser.Last!.StatusCode);
        Assert.Equal("Deze link werkt niet meer", page.QuerySelector("h1")!.TextContent);
        await browser.GivePassword(mail, PasswordLinkStage.Chosen);
        Assert.Equal("/inloggen/code", browser.Path());
    }

    [Fact]
    public async Task Of_two_uses_at_once_one_counts()
    {
        var (annie, mail) = await _stage.Somebody();
        using var one = app.NewBrowser();
        using var other = app.NewBrowser();
        await PasswordLinkStage.Ask(one, mail);
        var link = await _stage.Link(annie);
        var (first, second) = (await one.Get(link), await other.Get(link));

        await Task.WhenAll(one.Submit(first, "main form", ("nieuw", PasswordLinkStage.Chosen)), other.Submit(second, "main form", ("nieuw", PasswordLinkStage.Chosen)));

        Assert.Single((HttpStatusCode[])[one.Last!.StatusCode, other.Last!.StatusCode], HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task After_thirty_minutes_it_is_refused()
    {
        var (annie, mail) = await _stage.Somebody();
        using var browser = app.NewBrowser();
        await PasswordLinkStage.Ask(browser, mail);
        var link = await _stage.Link(annie);
        var form = await browser.Get(link);
        app.Clock.Advance(TimeSpan.FromMinutes(30));

        await browser.Submit(form, "main form", ("nieuw", PasswordLinkStage.Chosen));

        Assert.Equal(HttpStatusCode.Gone, browser.Last!.StatusCode);
        await browser.GivePassword(mail);
        Assert.Equal("/inloggen/code", browser.Path());
    }

    [Fact]
    public async Task An_older_link_is_refused_once_there_is_a_newer_one()
    {
        var (annie, mail) = await _stage.Somebody();
        using var browser = app.NewBrowser();
        await PasswordLinkStage.Ask(browser, mail);
        var old = await _stage.Link(annie);
        await PasswordLinkStage.Ask(browser, mail);
        await Waits.Until("a second link", async () => (await _stage.Links(annie)).Count == 2);

        await browser.Get(old);

        Assert.Equal(HttpStatusCode.Gone, browser.Last!.StatusCode);
        await PasswordLinkStage.Choose(browser, (await _stage.Links(annie))[^1]);
        Assert.Equal("/inloggen?gekozen=ja", browser.Path());
    }

    [Fact]
    public async Task An_account_that_is_blocked_afterwards_cannot_use_its_link()
    {
        var (annie, mail) = await _stage.Somebody();
        using var browser = app.NewBrowser();
        await PasswordLinkStage.Ask(browser, mail);
        var link = await _stage.Link(annie);
        var form = await browser.Get(link);
        Assert.True(await app.Acts(services => services.GetRequiredService<BlockAccount>().Run(Actor.ForJob("block-account"), annie, default)));

        await browser.Submit(form, "main form", ("nieuw", PasswordLinkStage.Chosen));

        Assert.Equal(HttpStatusCode.Gone, browser.Last!.StatusCode);
    }

    [Theory]
    [InlineData("", "Vul een nieuw wachtwoord in")]
    [InlineData("1234567", "Kies een wachtwoord van minstens 8 tekens")]
    [InlineData("Welkom2026", "Dit wachtwoord is makkelijk te raden. Kies een ander, bijvoorbeeld drie woorden achter elkaar")]
    public async Task A_password_that_may_not_be_is_refused_and_the_link_goes_on_working(string chosen, string words)
    {
        var (annie, mail) = await _stage.Somebody();
        using var browser = app.NewBrowser();
        await PasswordLinkStage.Ask(browser, mail);
        var link = await _stage.Link(annie);

        var page = await browser.Submit(await browser.Get(link), "main form", ("nieuw", chosen));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
        Assert.Equal(words, page.QuerySelector(".govuk-error-summary li")!.TextContent);
        await PasswordLinkStage.Choose(browser, link);
        Assert.Equal("/inloggen?gekozen=ja", browser.Path());
    }

    [Fact]
    public async Task A_password_that_its_owner_changes_ends_the_links_that_were_sent()
    {
        var (annie, mail) = await _stage.Somebody();
        using var stranger = app.NewBrowser();
        await PasswordLinkStage.Ask(stranger, mail);
        var link = await _stage.Link(annie);
        using var here = await _stage.World.SignedIn(annie);

        await here.Submit(await here.Get("/mijn/wachtwoord"), "main form", ("huidig", World.Password), ("nieuw", "zelf gekozen losse woorden"));

        Assert.Equal(HttpStatusCode.Found, here.Last!.StatusCode);
        await stranger.Get(link);
        Assert.Equal(HttpStatusCode.Gone, stranger.Last!.StatusCode);
    }

    [Fact]
    public async Task The_mail_holds_the_link_itself_for_whoever_it_is_sent_to_cannot_sign_in()
    {
        var (annie, mail) = await _stage.Somebody();
        using var browser = app.NewBrowser();
        await PasswordLinkStage.Ask(browser, mail);
        var link = await _stage.Link(annie);
        await Waits.Until("the mail", () => Task.FromResult(app.Services.GetRequiredService<CapturedPost>().NewestFirst.Any(n => n.To == mail)));

        var sent = app.Services.GetRequiredService<CapturedPost>().NewestFirst.First(n => n.To == mail);

        Assert.Equal(link, Assert.Single(sent.Links).AbsolutePath);
    }

    [Fact]
    public async Task The_owner_sees_in_the_log_that_a_link_was_sent_and_a_password_chosen()
    {
        var (annie, mail) = await _stage.Somebody();
        using var browser = app.NewBrowser();
        await PasswordLinkStage.Ask(browser, mail);
        await PasswordLinkStage.Choose(browser, await _stage.Link(annie));
        using var here = await _stage.World.SignedIn(annie);

        var log = (await here.Get("/mijn/wie-keek?eigen=ja&automatisch=ja")).Body!.TextContent;

        Assert.Contains("stuurde een link voor een nieuw wachtwoord", log, StringComparison.Ordinal);
        Assert.Contains("veranderde een wachtwoord", log, StringComparison.Ordinal);
    }
}
