using System.Net;
using Kring.Access;
using Kring.Delivery.Captured;
using Kring.People;
using Kring.People.Accounts;
using Kring.People.SignIns;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.People.SignInLinks;

/// <summary>Asking for a link to sign in tells nobody whether an address has an account, and fills nobody's mailbox.</summary>
public sealed class AskSignInLinkTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly SignInLinkStage _stage = new(app);

    [Fact]
    public async Task The_mail_speaks_the_language_of_its_receiver_and_holds_nothing_but_the_link()
    {
        var (annie, mail) = await _stage.Somebody();
        await app.InDatabase(db => db.Set<Kring.People.Account>().Where(a => a.Person == annie).ExecuteUpdateAsync(set => set.SetProperty(a => a.Language, "en")));
        using var browser = app.NewBrowser();
        var link = await _stage.Asked(browser, annie, mail);
        var post = app.Services.GetRequiredService<CapturedPost>();
        await Waits.Until("the mail", () => Task.FromResult(post.NewestFirst.Any(n => n.To == mail)));

        var sent = post.NewestFirst.First(n => n.To == mail);

        Assert.Equal("Your link to sign in", sent.Subject);
        Assert.Equal(link, Assert.Single(sent.Links).AbsolutePath);
        Assert.Contains(link, (await browser.Get("/dev/outbox")).DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_a_blocked_and_a_known_address_get_the_same_answer()
    {
        var (annie, mail) = await _stage.Somebody();
        var (blocked, blockedMail) = await _stage.Somebody();
        Assert.True(await app.Acts(services => services.GetRequiredService<BlockAccount>().Run(Actor.ForJob("block-account"), blocked, default)));
        using var browser = app.NewBrowser();
        using var queries = app.Listen();

        var answers = new List<(HttpStatusCode, string?, string, int)>();
        foreach (var address in (string[])["niemand@kring.example", blockedMail, mail])
        {
            var form = await browser.Get("/inloggen/link");
            var before = queries.Asked.Count;
            await browser.Submit(form, "main form", ("email", address));
            var (status, path, asked) = (browser.Last!.StatusCode, browser.Path(), queries.Asked.Count - before);
            answers.Add((status, path, (await browser.Get(path!)).QuerySelector("main")!.TextContent, asked));
        }

        Assert.Single(answers.Distinct());
        await Waits.Until("the link of the last", async () => (await _stage.Links(annie)).Count == 1);
        Assert.Empty(await _stage.Links(blocked));
    }

    [Fact]
    public async Task Nobodys_mailbox_is_filled_and_one_range_does_not_ask_without_end()
    {
        var (annie, mail) = await _stage.Somebody();
        var (wim, wimsMail) = await _stage.Somebody();
        using var browser = app.NewBrowser();
        for (var i = 0; i < SignInLimits.SignInLinkPerAccount.Tries + 1; i++)
            await SignInLinkStage.Ask(browser, mail);
        await _stage.Asked(browser, wim, wimsMail);
        Assert.Equal(SignInLimits.SignInLinkPerAccount.Tries, (await _stage.Links(annie)).Count);

        var form = await browser.Get("/inloggen/link");
        HttpStatusCode last;
        var tries = 0;
        do
        {
            form.QuerySelector("main form")!.SetAttribute("action", "/inloggen/link");
            await browser.Submit(form, "main form", ("email", $"{tries++}@kring.example"));
            last = browser.Last!.StatusCode;
        }
        while (last == HttpStatusCode.Redirect && tries < 100);
        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        app.Clock.Advance(SignInLimits.SignInLinkPerRange.Window);
    }

    [Fact]
    public async Task What_is_no_address_is_said_and_the_owner_reads_in_the_log_what_happened()
    {
        var (annie, mail) = await _stage.Somebody();
        using var browser = app.NewBrowser();
        var page = await browser.Submit(await browser.Get("/inloggen/link"), "main form", ("email", "annie"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
        Assert.Equal("annie", page.QuerySelector("#email")!.GetAttribute("value"));
        Assert.NotNull((await browser.Get("/inloggen")).QuerySelector("a[href='/inloggen/link']"));

        await SignInLinkStage.Follow(browser, await _stage.Asked(browser, annie, mail));
        await SignInLinkStage.GivePassword(browser);
        Assert.Contains("stuurde een link om in te loggen", (await browser.Get("/mijn/wie-keek?eigen=ja&automatisch=ja")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_was_altered_stops_neither_the_program_nor_the_links_of_others()
    {
        var ((annie, broken), (bep, mail)) = (await _stage.Somebody(), await _stage.Somebody());
        await app.InDatabase(async db =>
        {
            var moved = await db.Set<Person>().Where(p => p.Id == bep).Select(p => p.Name).SingleAsync();
            return await db.Set<Person>().Where(p => p.Id == annie).ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, moved));
        });
        using var browser = app.NewBrowser();

        await browser.Submit(await browser.Get("/inloggen/link"), "main form", ("email", broken));
        await SignInLinkStage.Follow(browser, await _stage.Asked(browser, bep, mail));

        await SignInLinkStage.GivePassword(browser);
        Assert.Equal(HttpStatusCode.Redirect, browser.Last!.StatusCode);
    }

    [Theory]
    [InlineData("/inloggen")]
    [InlineData("/inloggen/link")]
    [InlineData("/wachtwoord-vergeten")]
    public async Task An_address_with_what_is_no_character_is_wrong_and_no_fault(string page)
    {
        using var browser = app.NewBrowser();

        await browser.Submit(await browser.Get(page), "main form:has([name=email])", ("email", "a\uFFFEb@voorbeeld.nl"), ("wachtwoord", "drie losse woorden"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
    }
}
