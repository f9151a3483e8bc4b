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

/// <summary>A link to sign in works once, for fifteen minutes, only the newest, and until something ends it.</summary>
public sealed class UsedLinkTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly SignInLinkStage _stage = new(app);

    [Fact]
    public async Task Looking_uses_nothing_and_a_second_use_is_refused()
    {
        var (annie, mail) = await _stage.Somebody();
        using var browser = app.NewBrowser();
        var link = await _stage.Asked(browser, annie, mail);
        using var scanner = app.NewBrowser();
        for (var i = 0; i < 3; i++)
            await scanner.Get(link);
        Assert.Null(scanner.Cookie("kring-inloggen"));
        Assert.DoesNotContain("Annie", (await scanner.Get(link)).DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(mail, (await scanner.Get(link)).DocumentElement.OuterHtml, StringComparison.Ordinal);
        var form = await scanner.Get(link);
        await SignInLinkStage.Follow(browser, link);
        Assert.Equal("/inloggen/wachtwoord", browser.Path());

        form.QuerySelector("main form")!.SetAttribute("action", link);
        await scanner.Submit(form, "main form");
        Assert.Equal(HttpStatusCode.Gone, scanner.Last!.StatusCode);
        var page = await scanner.Get(link);
        Assert.Equal(HttpStatusCode.Gone, scanner.Last!.StatusCode);
        Assert.Equal("Deze link werkt niet meer", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Of_two_uses_at_once_one_counts()
    {
        var (annie, mail) = await _stage.Somebody();
        using var one = app.NewBrowser();
        using var other = app.NewBrowser();
        var link = await _stage.Asked(one, annie, mail);
        var (first, second) = (await one.Get(link), await other.Get(link));

        await Task.WhenAll(one.Submit(first, "main form"), other.Submit(second, "main form"));

        Assert.Single((HttpStatusCode[])[one.Last!.StatusCode, other.Last!.StatusCode], HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task After_fifteen_minutes_it_is_refused()
    {
        var (annie, mail) = await _stage.Somebody();
        using var browser = app.NewBrowser();
        var link = await _stage.Asked(browser, annie, mail);
        var form = await browser.Get(link);
        app.Clock.Advance(TimeSpan.FromMinutes(15));

        await browser.Submit(form, "main form");

        Assert.Equal(HttpStatusCode.Gone, browser.Last!.StatusCode);
    }

    [Fact]
    public async Task The_newest_counts_and_a_link_of_the_other_sort_is_left_alone()
    {
        var (annie, mail) = await _stage.Somebody();
        using var browser = app.NewBrowser();
        var old = await _stage.Asked(browser, annie, mail);
        await browser.Submit(await browser.Get("/wachtwoord-vergeten"), "main form", ("email", mail));
        await Waits.Until("a link for a password", async () => (await app.Notices(annie)).Any(n => n.Kind == NoticeKind.PasswordLink));
        var forPassword = (await app.Notices(annie)).Last(n => n.Kind == NoticeKind.PasswordLink).Variables["path"];
        var fresh = await _stage.Asked(browser, annie, mail);

        await browser.Get(old);
        Assert.Equal(HttpStatusCode.Gone, browser.Last!.StatusCode);
        foreach (var path in (string[])[fresh, forPassword])
        {
            await browser.Get(path);
            Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
        }

        // Neither secret works at the other's address.
        foreach (var path in (string[])["/inloggen/link/" + forPassword.Split('/')[^1], "/wachtwoord-vergeten/" + fresh.Split('/')[^1], "/inloggen/link/" + new string('a', 5_000)])
        {
            await browser.Get(path);
            Assert.Equal(HttpStatusCode.Gone, browser.Last!.StatusCode);
        }
    }

    [Theory]
    [InlineData("password")]
    [InlineData("block")]
    [InlineData("everywhere")]
    public async Task What_ends_trust_ends_the_link_and_what_it_began(string by)
    {
        var (annie, mail) = await _stage.Somebody();
        using var home = await _stage.World.SignedIn(annie);
        using var begun = app.NewBrowser();
        await SignInLinkStage.Follow(begun, await _stage.Asked(begun, annie, mail));
        var form = await begun.Get("/inloggen/wachtwoord");
        using var later = app.NewBrowser();
        var link = await _stage.Asked(later, annie, mail);

        if (by == "password")
            await home.Submit(await home.Get("/mijn/wachtwoord"), "main form", ("huidig", World.Password), ("nieuw", "zelf gekozen losse woorden"));
        else if (by == "block")
            Assert.True(await app.Acts(services => services.GetRequiredService<BlockAccount>().Run(Actor.ForJob("block-account"), annie, default)));
        else
            await app.In(async services =>
            {
                var session = await app.InDatabase(db => db.Set<Session>().Where(s => s.EndedAt == null).OrderBy(s => s.StartedAt).FirstAsync(s => s.Compartment == annie.Profile.Id));
                await services.GetRequiredService<Kring.People.Devices.RevokeOthers>().Run(Actor.SignedIn(annie, session.Id), default);
                return true;
            });

        await later.Get(link);
        Assert.Equal(HttpStatusCode.Gone, later.Last!.StatusCode);
        await begun.Submit(form, "main form", ("wachtwoord", by == "password" ? "zelf gekozen losse woorden" : World.Password));
        Assert.Equal("/inloggen?opnieuw=true", begun.Path());
        Assert.False(await begun.IsSignedIn());
        Assert.All(await app.InDatabase(db => db.Set<MailedLink>().Where(l => l.Person == annie).ToListAsync()), l => Assert.NotNull(l.EndedAt));
    }
}
