using System.Net;
using Kring.Access;
using Kring.Networks;
using Kring.Networks.Invitations;
using Kring.Networks.Participation;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Networks.Invitations;

public sealed class InvitationPageTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task Whoever_has_no_account_chooses_a_password_and_is_in()
    {
        var stage = await Stage.Set(app);
        var link = await Invited(stage, "nieuw@kring.example");
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
        var link = await Invited(stage, "eens@kring.example");
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
        var link = await Invited(stage, "laat@kring.example");
        using var browser = app.NewBrowser();
        var page = await browser.Get(link);
        app.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));

        await browser.Submit(page, "form:has([name=wachtwoord])", ("wachtwoord", World.Password));

        Assert.Equal(HttpStatusCode.Gone, browser.Last!.StatusCode);
    }

    [Fact]
    public async Task With_an_account_people_sign_in_first_and_then_accept_with_one_button()
    {
        var stage = await Stage.Set(app);
        var joke = await stage.World.Person("Joke", "joke.heeft@kring.example");
        var link = await Invited(stage, "Joke.heeft@kring.example");
        using var visitor = app.NewBrowser();
        var page = await visitor.Get(link);
        Assert.Equal("/inloggen?terug=" + Uri.EscapeDataString(link), page.QuerySelector("main a.button")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("[name=wachtwoord]"));

        using var browser = await stage.World.SignedIn(joke);
        await browser.Submit(await browser.Get(link), "main form");

        Assert.EndsWith(stage.Path("berichten"), browser.Last!.Headers.Location!.ToString(), StringComparison.Ordinal);
        await browser.Get(stage.Path("mensen"));
        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
    }

    [Fact]
    public async Task Signed_in_as_somebody_else_there_is_no_button()
    {
        var stage = await Stage.Set(app);
        await stage.World.Person("Joke", "joke.echt@kring.example");
        var link = await Invited(stage, "joke.echt@kring.example");
        var thief = await stage.World.Person("Dief");
        using var browser = await stage.World.SignedIn(thief);

        var page = await browser.Get(link);

        Assert.Contains("U bent ingelogd met een ander account", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(AcceptOutcome.NotLikeThis, await Accept(Actor.Arriving(thief), link));
        await browser.Get(stage.Path("mensen"));
        Assert.Equal(HttpStatusCode.NotFound, browser.Last!.StatusCode);
    }

    [Fact]
    public async Task A_weak_password_is_refused_in_words_and_the_link_stays()
    {
        var stage = await Stage.Set(app);
        var link = await Invited(stage, "zwak@kring.example");
        using var browser = app.NewBrowser();

        var page = await browser.Submit(await browser.Get(link), "form:has([name=wachtwoord])", ("wachtwoord", "kort"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
        Assert.Equal("#wachtwoord", page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        await browser.Submit(page, "form:has([name=wachtwoord])", ("wachtwoord", World.Password));
        Assert.Equal(HttpStatusCode.Redirect, browser.Last!.StatusCode);
    }

    [Fact]
    public async Task Invited_by_sms_people_give_the_mail_address_for_their_account()
    {
        var stage = await Stage.Set(app);
        var link = await Invited(stage, "06 12 34 56 78", "+31612345678");
        using var browser = app.NewBrowser();
        var page = await browser.Get(link);
        Assert.Contains("06 •• •• •• 78", page.Body!.TextContent, StringComparison.Ordinal);

        var again = await browser.Submit(page, "form:has([name=wachtwoord])", ("wachtwoord", World.Password), ("mail", "geen"));
        Assert.Equal("#mail", again.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        await browser.Submit(again, "form:has([name=wachtwoord])", ("wachtwoord", World.Password), ("mail", "sms@kring.example"));

        Assert.Equal(HttpStatusCode.Redirect, browser.Last!.StatusCode);
        await browser.Get(stage.Path("mensen"));
        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
    }

    [Fact]
    public async Task Declining_takes_one_button_and_ends_the_link()
    {
        var stage = await Stage.Set(app);
        var link = await Invited(stage, "nee@kring.example");
        using var browser = app.NewBrowser();
        var page = await browser.Get(link);

        var declined = await browser.Submit(page, "form:has(input[value=weigeren])");

        Assert.Contains("De uitnodiging is afgewezen", declined.Body!.TextContent, StringComparison.Ordinal);
        await browser.Get(link);
        Assert.Equal(HttpStatusCode.Gone, browser.Last!.StatusCode);
        using var marieke = await stage.World.SignedIn(stage.Marieke);
        Assert.Contains("Geweigerd", (await marieke.Get(stage.Path("mensen"))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_enrolled_client_gets_an_account_in_the_profile_that_exists_and_stays_one_participant()
    {
        var stage = await Stage.Set(app);
        var bep = await stage.World.Person("Bep Bos", "bep@kring.example", account: false);
        var network = await stage.World.Network(bep, "Bep Bos", stage.Marieke, stage.Linde);
        var link = await Invited(stage with { Network = network }, "bep@kring.example", details: new InvitationDetails("Bep Bos", "zorgontvanger", "bep@kring.example", Capacity.CareRecipient, null, true, stage.Marieke, Person: bep));
        using var browser = app.NewBrowser();

        await browser.Submit(await browser.Get(link), "form:has([name=wachtwoord])", ("wachtwoord", World.Password));

        var people = await browser.Get($"/netwerken/{network}/mensen");
        Assert.Equal(2, people.QuerySelectorAll(".people__item").Length);
        Assert.Contains("Bep Bos (u)", people.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_enrolled_twice_before_having_an_account_ends_with_one()
    {
        var stage = await Stage.Set(app);
        var first = await stage.World.Person("Bep Bos", "bep2@kring.example");
        var second = await stage.World.Person("Bep Bos", "bep2b@kring.example", account: false);
        var network = await stage.World.Network(second, "Bep Bos", stage.Marieke, stage.Linde);
        var link = await Invited(stage with { Network = network }, "bep2@kring.example", details: new InvitationDetails("Bep Bos", "zorgontvanger", "bep2@kring.example", Capacity.CareRecipient, null, true, stage.Marieke, Person: second));
        using var browser = await stage.World.SignedIn(first);

        await browser.Submit(await browser.Get(link), "main form");

        var people = await browser.Get($"/netwerken/{network}/mensen");
        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
        Assert.Contains("Bep Bos (u)", people.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_professional_is_entered_in_the_staff_file_and_gets_in_and_whoever_left_does_not_come_back()
    {
        var stage = await Stage.Set(app);
        var link = await Invited(stage, "arts@kring.example", details: new InvitationDetails("Els Arts", "huisarts", "arts@kring.example", Capacity.Professional, stage.Linde, false, stage.Marieke));
        using var browser = app.NewBrowser();
        await browser.Submit(await browser.Get(link), "form:has([name=wachtwoord])", ("wachtwoord", World.Password));
        await browser.Get(stage.Path("mensen"));
        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);

        var gone = await stage.World.Person("Weg", "weg@kring.example");
        await stage.World.Works(gone, stage.Linde, Role.Professional, "Weg");
        await stage.World.Leaves(gone, stage.Linde);
        var second = await Invited(stage, "weg@kring.example", details: new InvitationDetails("Weg", "huisarts", "weg@kring.example", Capacity.Professional, stage.Linde, false, stage.Marieke));
        Assert.Equal(AcceptOutcome.WorkEnded, await Accept(Actor.Arriving(gone), second));
    }

    [Fact]
    public async Task When_the_work_ends_the_next_request_finds_nothing_in_any_network()
    {
        var stage = await Stage.Set(app);
        using var browser = await stage.World.SignedIn(stage.Marieke);
        await browser.Get(stage.Path("mensen"));
        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);

        await stage.World.Leaves(stage.Marieke, stage.Linde);

        foreach (var page in (string[])["mensen", "mensen/uitnodigen", "meer"])
        {
            await browser.Get(stage.Path(page));
            Assert.Equal(HttpStatusCode.NotFound, browser.Last!.StatusCode);
        }
    }

    [Fact]
    public async Task An_organisation_without_basis_or_agreement_keeps_its_professionals_out()
    {
        var stage = await Stage.Set(app);
        var beweeg = await stage.World.Organisation("Beweeg");
        var ton = await stage.World.Person("Ton", "ton@kring.example");
        await stage.World.Works(ton, beweeg, Role.Professional, "Ton");
        await stage.World.Joins(stage.Network, ton, "Ton", Capacity.Professional, "fysiotherapeut", beweeg);
        using var browser = await stage.World.SignedIn(ton);

        await browser.Get(stage.Path("mensen"));
        Assert.Equal(HttpStatusCode.NotFound, browser.Last!.StatusCode);

        var link = await Invited(stage, "ton2@kring.example", details: new InvitationDetails("Ton", "fysiotherapeut", "ton2@kring.example", Capacity.Professional, beweeg, false, stage.Marieke));
        using var other = app.NewBrowser();
        var page = await other.Submit(await other.Get(link), "form:has([name=wachtwoord])", ("wachtwoord", World.Password));
        Assert.Contains("Uw organisatie doet niet meer mee", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepted_and_withdrawn_at_once_leaves_one()
    {
        var stage = await Stage.Set(app);
        for (var round = 0; round < 8; round++)
        {
            var mail = $"race{round}@kring.example";
            var joke = await stage.World.Person("Joke", mail);
            var link = await Invited(stage, mail);
            var id = await app.In(async services => (await services.GetRequiredService<NetworksAccess>().InvitationBehind(services.GetRequiredService<Kring.Access.Sealing.LookupIndexes>().OfInvitation(link.Split('/')[^1]), default))!.Id);

            var accepting = Task.Run(() => Accept(Actor.Arriving(joke), link));
            var withdrawing = Task.Run(() => app.In(services => services.GetRequiredService<WithdrawInvitation>().Run(Actor.Arriving(stage.Marieke), stage.Network, id, default)));
            var (accepted, withdrawn) = (await accepting, await withdrawing);

            Assert.True(accepted == AcceptOutcome.Accepted ^ withdrawn == InvitationChange.Done, $"Round {round}: {accepted} and {withdrawn}.");
        }
    }

    private Task<AcceptOutcome> Accept(Actor actor, string link) => app.In(async services => (await services.GetRequiredService<AcceptInvitation>().Run(actor, link.Split('/')[^1], null, default)).Outcome);

    private async Task<string> Invited(Stage stage, string address, string? kept = null, InvitationDetails? details = null)
    {
        await app.In(async services =>
        {
            var door = services.GetRequiredService<Door>();
            var grant = (await door.Enter(new Visit(Actor.Arriving(stage.Marieke), stage.Network.Compartment, NetworksPurposes.Arrange, Operations.Create, new LoggedObject("invitation")), default)).Grant!;
            await services.GetRequiredService<SendInvitation>().Add(grant, details ?? new InvitationDetails("Joke de Vries", "dochter", address, Capacity.InformalCarer, null, false, stage.Marieke), default);
            return await door.Commit(default);
        });
        return await app.InvitationFor(stage.Network.Compartment, kept ?? address);
    }
}
