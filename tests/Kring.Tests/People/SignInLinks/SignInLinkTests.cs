using System.Net;
using Kring.Access;
using Kring.Delivery;
using Kring.People.Accounts;
using Kring.People.MailedLinks;
using Kring.People.Sessions;
using Kring.People.SignIns;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.People.SignInLinks;

/// <summary>A link in a mail proves the mailbox, once: with a trusted device it is enough, elsewhere the password is asked, and a mailed code is never worth anything beside it.</summary>
public sealed class SignInLinkTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly SignInLinkStage _stage = new(app);

    [Fact]
    public async Task On_a_trusted_device_the_link_replaces_the_password()
    {
        var (annie, mail) = await _stage.Somebody();
        using var device = new SoftwareDevice();
        using var browser = await Remembered(annie, mail, device);
        var link = await _stage.Asked(browser, annie, mail);

        await SignInLinkStage.Follow(browser, link);
        Assert.Equal("/inloggen/apparaat", browser.Path());
        var proof = await browser.Get("/inloggen/apparaat");
        await browser.Submit(proof, "main form", ("handtekening", device.Sign(proof)));

        Assert.Equal("/", browser.Path());
        Assert.True(await browser.IsSignedIn());
    }

    [Fact]
    public async Task In_any_other_browser_the_password_is_asked_and_no_code()
    {
        var (annie, mail) = await _stage.Somebody();
        using var asker = app.NewBrowser();
        using var mailApp = app.NewBrowser();
        var link = await _stage.Asked(asker, annie, mail);

        await SignInLinkStage.Follow(mailApp, link);
        Assert.Equal("/inloggen/wachtwoord", mailApp.Path());
        Assert.False(await mailApp.IsSignedIn());
        var page = await SignInLinkStage.GivePassword(mailApp, "een fout wachtwoord");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mailApp.Last!.StatusCode);
        Assert.Contains("Het wachtwoord klopt niet", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        await SignInLinkStage.GivePassword(mailApp);

        Assert.Equal("/", mailApp.Path());
        Assert.True(await mailApp.IsSignedIn());
        Assert.False(await asker.IsSignedIn());
        Assert.DoesNotContain(await app.Notices(annie), n => n.Kind == NoticeKind.LoginCode);
    }

    [Fact]
    public async Task A_device_that_cannot_prove_itself_asks_for_the_password()
    {
        var (annie, mail) = await _stage.Somebody();
        using var device = new SoftwareDevice();
        using var thiefsKey = new SoftwareDevice();
        using var browser = await Remembered(annie, mail, device);
        using var thief = app.NewBrowser();
        thief.SetCookie("kring-apparaat", browser.Cookie("kring-apparaat")!);
        var codes = (await app.Notices(annie)).Count(n => n.Kind == NoticeKind.LoginCode);
        await SignInLinkStage.Follow(thief, await _stage.Asked(thief, annie, mail));
        var proof = await thief.Get("/inloggen/apparaat");

        await thief.Submit(proof, "main form", ("handtekening", thiefsKey.Sign(proof)));

        Assert.Equal("/inloggen/wachtwoord", thief.Path());
        Assert.False(await thief.IsSignedIn());
        Assert.Equal(codes, (await app.Notices(annie)).Count(n => n.Kind == NoticeKind.LoginCode));
        await thief.Submit(proof, "main form", ("handtekening", device.Sign(proof))); // the challenge is used up
        Assert.Equal("/inloggen/wachtwoord", thief.Path());
    }

    [Fact]
    public async Task The_page_for_a_code_is_shut_to_a_link_and_the_page_for_the_password_to_a_password()
    {
        var (annie, mail) = await _stage.Somebody();
        using var byPassword = app.NewBrowser();
        await byPassword.AskForCode(mail);
        var codePage = await byPassword.Get("/inloggen/code");
        using var byLink = app.NewBrowser();
        await SignInLinkStage.Follow(byLink, await _stage.Asked(byLink, annie, mail));
        var passwordPage = await byLink.Get("/inloggen/wachtwoord");

        await byLink.Get("/inloggen/code");
        Assert.Equal("/inloggen?opnieuw=true", byLink.Path());
        await byPassword.Get("/inloggen/wachtwoord");
        Assert.Equal("/inloggen?opnieuw=true", byPassword.Path());

        // The forms of the one, posted with the attempt of the other.
        var (link, password) = (byLink.Cookie("kring-inloggen")!, byPassword.Cookie("kring-inloggen")!);
        byPassword.SetCookie("kring-inloggen", link);
        foreach (var form in (string[])["form:has([name=code])", "main form:last-of-type"])
        {
            await byPassword.Get("/inloggen");
            codePage.QuerySelectorAll("main form").ToList().ForEach(f => f.SetAttribute("action", "/inloggen/code"));
            await byPassword.Submit(codePage, form, ("code", await app.LastCode(annie)));
            Assert.Equal("/inloggen?opnieuw=true", byPassword.Path());
        }

        byLink.SetCookie("kring-inloggen", password);
        passwordPage.QuerySelector("main form")!.SetAttribute("action", "/inloggen/wachtwoord");
        await byLink.Submit(passwordPage, "main form", ("wachtwoord", World.Password));
        Assert.Equal("/inloggen?opnieuw=true", byLink.Path());
        Assert.False(await byLink.IsSignedIn());
        Assert.False(await byPassword.IsSignedIn());
        Assert.Single(await app.Notices(annie), n => n.Kind == NoticeKind.LoginCode);
    }

    [Fact]
    public async Task Guessing_the_password_behind_a_link_is_limited_apart_from_guessing_without_one()
    {
        var (annie, mail) = await _stage.Somebody();
        using var stranger = app.NewBrowser();
        for (var i = 0; i < SignInLimits.PasswordPerAccount.Tries; i++)
            await stranger.GivePassword(mail, "verkeerd geraden");
        await stranger.GivePassword(mail);
        Assert.Equal(HttpStatusCode.TooManyRequests, stranger.Last!.StatusCode);
        using var owner = app.NewBrowser();
        await SignInLinkStage.Follow(owner, await _stage.Asked(owner, annie, mail));
        for (var i = 0; i < SignInLimits.PasswordAfterLink.Tries; i++)
        {
            await SignInLinkStage.GivePassword(owner, "verkeerd geraden");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, owner.Last!.StatusCode);
        }

        await SignInLinkStage.GivePassword(owner);
        Assert.Equal(HttpStatusCode.TooManyRequests, owner.Last!.StatusCode);
        app.Clock.Advance(SignInLimits.PasswordAfterLink.Window);
        await SignInLinkStage.GivePassword(owner);
        Assert.True(await owner.IsSignedIn());
    }

    [Fact]
    public async Task Signing_in_makes_new_cookies_and_leads_inside_alone()
    {
        var (annie, mail) = await _stage.Somebody();
        var (wim, _) = await _stage.Somebody();
        using var browser = await _stage.World.SignedIn(wim);
        browser.SetCookie("kring-inloggen", "door-een-ander-gezet");
        var wims = browser.Cookie("kring");
        var link = await _stage.Asked(browser, annie, mail);

        await browser.Submit(await browser.Get(link + "?terug=//kwaad.example"), "main form");
        Assert.Equal("/inloggen/wachtwoord", browser.Path());
        Assert.NotEqual("door-een-ander-gezet", browser.Cookie("kring-inloggen"));
        await browser.Submit(await browser.Get("/inloggen/wachtwoord?terug=https://kwaad.example"), "main form", ("wachtwoord", World.Password));

        Assert.Equal("/", browser.Path());
        Assert.NotEqual(wims, browser.Cookie("kring"));
        using var old = app.NewBrowser();
        old.SetCookie("kring", wims!);
        Assert.False(await old.IsSignedIn());
    }

    [Fact]
    public async Task An_account_whose_first_password_was_not_chosen_is_not_opened_by_it()
    {
        var mail = $"{Guid.CreateVersion7():N}@kring.example";
        var person = await _stage.World.Person("Nieuw", mail);
        await _stage.World.InvitedTo(person);
        await app.InDatabase(db => db.Set<Kring.People.Account>().Where(a => a.Person == person).ExecuteUpdateAsync(set => set.SetProperty(a => a.PasswordHash, app.Services.GetRequiredService<Passwords>().Hash("dat niemand kent"))));
        using var browser = app.NewBrowser();
        await SignInLinkStage.Follow(browser, await _stage.Asked(browser, person, mail));

        await SignInLinkStage.GivePassword(browser);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
        Assert.False(await browser.IsSignedIn());
    }

    [Fact]
    public async Task After_link_and_password_a_device_can_be_remembered()
    {
        var (annie, mail) = await _stage.Somebody();
        using var device = new SoftwareDevice();
        using var browser = app.NewBrowser();
        await SignInLinkStage.Follow(browser, await _stage.Asked(browser, annie, mail));

        await SignInLinkStage.GivePassword(browser, World.Password, device.Remember());

        Assert.True(await browser.IsSignedIn());
        Assert.NotNull(browser.Cookie("kring-apparaat"));
    }

    private async Task<HttpBrowser> Remembered(PersonId person, string mail, SoftwareDevice device)
    {
        var browser = app.NewBrowser();
        await browser.SignIn(app, person, mail, device.Remember());
        await browser.Submit(await browser.Get("/mijn/apparaten"), "form[action='/uitloggen']");
        Assert.False(await browser.IsSignedIn());
        return browser;
    }
}
