using System.Net;
using Kring.Access;
using Kring.Delivery;
using Kring.Delivery.Captured;
using Kring.People.Accounts;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.People.PasswordLinks;

/// <summary>Asking for a link tells nobody whether an address has an account, and fills nobody's mailbox.</summary>
public sealed class AskPasswordLinkTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly PasswordLinkStage _stage = new(app);

    [Fact]
    public async Task A_forged_host_does_not_reach_the_mail()
    {
        var (annie, mail) = await _stage.Somebody();
        using var browser = app.NewBrowser();
        var form = await browser.Get("/wachtwoord-vergeten");
        var token = form.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var handler = form.QuerySelector("main form input[name=_handler]")!.GetAttribute("value")!;
        var request = new HttpRequestMessage(HttpMethod.Post, "/wachtwoord-vergeten")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("_handler", handler), new("email", mail)]),
        };
        request.Headers.Host = "kwaad.example";
        request.Headers.Add("X-Forwarded-Host", "kwaad.example");

        await browser.Send(request);

        Assert.NotEqual(HttpStatusCode.InternalServerError, browser.Last!.StatusCode);
        if (browser.Last.StatusCode == HttpStatusCode.Redirect)
        {
            var link = await _stage.Link(annie);
            var post = app.Services.GetRequiredService<CapturedPost>();
            await Waits.Until("the mail", () => Task.FromResult(post.NewestFirst.Any(n => n.To == mail && n.Notice == nameof(NoticeKind.PasswordLink))));
            var sent = post.NewestFirst.First(n => n.To == mail && n.Notice == nameof(NoticeKind.PasswordLink));
            Assert.Equal(link, sent.Links.Single().AbsolutePath);
            Assert.DoesNotContain("kwaad", sent.Text, StringComparison.Ordinal);
        }
        else
        {
            Assert.Empty(await _stage.Links(annie));
        }
    }

    [Fact]
    public async Task An_unknown_and_a_blocked_address_get_the_same_answer_and_no_mail()
    {
        var (annie, mail) = await _stage.Somebody();
        var (blocked, blockedMail) = await _stage.Somebody();
        Assert.True(await app.Acts(services => services.GetRequiredService<BlockAccount>().Run(Actor.ForJob("block-account"), blocked, default)));
        using var browser = app.NewBrowser();

        var answers = new List<(HttpStatusCode, string?, string)>();
        foreach (var address in (string[])["niemand@kring.example", blockedMail, mail])
        {
            await browser.Submit(await browser.Get("/wachtwoord-vergeten"), "main form", ("email", address));
            var (status, path) = (browser.Last!.StatusCode, browser.Path());
            answers.Add((status, path, (await browser.Get(path!)).QuerySelector("main")!.TextContent));
        }

        Assert.Single(answers.Distinct());
        // The job takes them in order: once the last has its link, the others were looked at.
        await _stage.Link(annie);
        Assert.DoesNotContain(await app.Notices(blocked), n => n.Kind == NoticeKind.PasswordLink);
    }

    [Fact]
    public async Task A_fourth_wish_within_the_hour_is_answered_alike_and_sends_nothing()
    {
        var (annie, mail) = await _stage.Somebody();
        var (other, otherMail) = await _stage.Somebody();
        using var browser = app.NewBrowser();
        for (var i = 0; i < 4; i++)
        {
            await PasswordLinkStage.Ask(browser, mail);
            Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
        }

        await PasswordLinkStage.Ask(browser, otherMail);
        await _stage.Link(other);

        Assert.Equal(3, (await _stage.Links(annie)).Count);
    }

    [Fact]
    public async Task What_is_no_address_is_said_and_the_page_of_signing_in_leads_here()
    {
        using var browser = app.NewBrowser();

        var page = await browser.Submit(await browser.Get("/wachtwoord-vergeten"), "main form", ("email", "annie"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
        Assert.Equal("annie", page.QuerySelector("#email")!.GetAttribute("value"));
        Assert.NotNull((await browser.Get("/inloggen")).QuerySelector("a[href='/wachtwoord-vergeten']"));
    }
}
