using System.Net;
using Kring.Networks.Invitations;
using Kring.Networks.Participation;
using Kring.Organisations;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Kring.Tests.Networks.Invitations;

/// <summary>What a link shows and does to whoever holds it.</summary>
public sealed class InvitationPageTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task Whoever_has_no_account_chooses_a_password_and_is_in()
    {
        var stage = await Stage.Set(app);
        var link = await app.Invited(stage, "nieuw@kring.example");
        using var browser = app.NewBrowser();

        var page = await browser.Get(link);
        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
        Assert.Contains("n•••@kring.example", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Annie", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Linde", page.Body!.TextContent, StringComparison.Ordinal);
        await browser.Submit(page, "form:has([name=wachtwoord])", ("wachtwoord", World.Password));

        Assert.Equal(HttpStatusCode.Redirect, browser.Last!.StatusCode);
        var people = await browser.Get(stage.Path("mensen"));
        Assert.Contains("Joke de Vries (u)", people.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("dochter, sinds vandaag", people.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_changes_nothing_however_often_and_the_link_works_once()
    {
        var stage = await Stage.Set(app);
        var link = await app.Invited(stage, "eens@kring.example");
        using var scanner = app.NewBrowser();
        for (var i = 0; i < 3; i++)
            await scanner.Get(link);
        using var browser = app.NewBrowser();
        var page = await browser.Get(link);
        await browser.Submit(page, "form:has([name=wachtwoord])", ("wachtwoord", World.Password));
        Assert.Equal(HttpStatusCode.Redirect, browser.Last!.StatusCode);

        using var second = app.NewBrowser();
        var over = await second.Get(link);
        Assert.Equal(HttpStatusCode.Gone, second.Last!.StatusCode);
        Assert.Contains("werkt niet meer", over.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("membership")]
    [InlineData("work")]
    public async Task A_link_dies_with_the_participation_of_whoever_sent_it(string ended)
    {
        var stage = await Stage.Set(app);
        var link = await app.Invited(stage, "erna@kring.example");
        using var browser = app.NewBrowser();
        var form = await browser.Get(link);
        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
        var (marieke, now) = (stage.Marieke, app.Clock.GetUtcNow());
        if (ended == "work")
            await app.InDatabase(db => db.Set<StaffMember>().Where(s => s.Person == marieke).ExecuteUpdateAsync(set => set.SetProperty(s => s.Until, now)));
        else
            await app.InDatabase(db => db.Set<NetworkMembership>().Where(m => m.Person == marieke).ExecuteUpdateAsync(set => set.SetProperty(m => m.Until, now)));

        await browser.Submit(form, "form:has([name=wachtwoord])", ("wachtwoord", World.Password));

        Assert.Equal(HttpStatusCode.Gone, browser.Last.StatusCode);
        Assert.False(await browser.IsSignedIn());
    }

    [Fact]
    public async Task The_recipients_own_link_outlives_whoever_sent_it()
    {
        var stage = await Stage.Set(app);
        var bep = await stage.World.Person("Bep Bos", "bep.later@kring.example", account: false);
        var network = await stage.World.Network(bep, "Bep Bos", stage.Marieke, stage.Linde);
        var link = await app.Invited(stage with { Network = network }, "bep.later@kring.example", details: new InvitationDetails("Bep Bos", "zorgontvanger", "bep.later@kring.example", Capacity.CareRecipient, null, true, stage.Marieke, Person: bep));
        var (marieke, now) = (stage.Marieke, app.Clock.GetUtcNow());
        await app.InDatabase(db => db.Set<NetworkMembership>().Where(m => m.Person == marieke).ExecuteUpdateAsync(set => set.SetProperty(m => m.Until, now)));
        using var browser = app.NewBrowser();

        await browser.Get(link);

        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
    }

    [Fact]
    public async Task An_unknown_link_looks_like_a_used_one()
    {
        using var browser = app.NewBrowser();

        var page = await browser.Get("/uitnodiging/" + new string('x', 43));

        Assert.Equal(HttpStatusCode.Gone, browser.Last!.StatusCode);
        Assert.Contains("Deze uitnodiging werkt niet meer", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seven_days_later_the_link_is_worth_nothing()
    {
        var stage = await Stage.Set(app);
        var link = await app.Invited(stage, "laat@kring.example");
        using var browser = app.NewBrowser();
        var page = await browser.Get(link);
        app.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));

        await browser.Submit(page, "form:has([name=wachtwoord])", ("wachtwoord", World.Password));

        Assert.Equal(HttpStatusCode.Gone, browser.Last!.StatusCode);
    }

    [Fact]
    public async Task A_weak_password_is_refused_in_words_and_the_link_stays()
    {
        var stage = await Stage.Set(app);
        var link = await app.Invited(stage, "zwak@kring.example");
        using var browser = app.NewBrowser();

        var page = await browser.Submit(await browser.Get(link), "form:has([name=wachtwoord])", ("wachtwoord", "kort"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
        Assert.Equal("#wachtwoord", page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        await browser.Submit(page, "form:has([name=wachtwoord])", ("wachtwoord", World.Password));
        Assert.Equal(HttpStatusCode.Redirect, browser.Last!.StatusCode);
    }

    [Fact]
    public async Task Declining_takes_one_button_and_ends_the_link()
    {
        var stage = await Stage.Set(app);
        var link = await app.Invited(stage, "nee@kring.example");
        using var browser = app.NewBrowser();
        var page = await browser.Get(link);

        var declined = await browser.Submit(page, "form:has(input[value=weigeren])");

        Assert.Contains("De uitnodiging is afgewezen", declined.Body!.TextContent, StringComparison.Ordinal);
        await browser.Get(link);
        Assert.Equal(HttpStatusCode.Gone, browser.Last!.StatusCode);
        using var marieke = await stage.World.SignedIn(stage.Marieke);
        Assert.Contains("Geweigerd", (await marieke.Get(stage.Path("mensen"))).Body!.TextContent, StringComparison.Ordinal);
    }
}
