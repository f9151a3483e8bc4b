using System.Net;
using Kring.Access;
using Kring.Organisations.Staff;
using Kring.Tests.Networks;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Kring.Tests.People.Staff;

/// <summary>A new member of staff comes in by a link: single use, seven days, inert until somebody presses the button.</summary>
public sealed class StaffInvitationTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task Somebody_new_makes_an_account_and_works_in_the_role_that_was_given()
    {
        var stage = await StaffStage.Set(app);
        using var bas = await stage.World.SignedIn(stage.Bas);
        await stage.Invites(bas, "sanne@delinde.example", Role.Coordinator);
        Assert.Equal($"{stage.Path}?gedaan=uitgenodigd", bas.Path());
        var link = await stage.Link("sanne@delinde.example");
        using var sanne = app.NewBrowser();

        // A scanner looks; nothing happens by that.
        using var scanner = app.NewBrowser();
        await scanner.Get(link);
        await scanner.Get(link);
        var page = await sanne.Get(link);
        Assert.Contains("Thuiszorg De Linde nodigt u uit", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("s•••@delinde.example", page.Body.TextContent, StringComparison.Ordinal);
        await sanne.Submit(page, "main form", ("wachtwoord", "drie losse woorden"));

        Assert.Equal(HttpStatusCode.Redirect, sanne.Last!.StatusCode);
        Assert.True(await sanne.IsSignedIn());
        await sanne.Get("/netwerken/nieuw");
        Assert.Equal(HttpStatusCode.OK, sanne.Last.StatusCode);
        using var late = app.NewBrowser();
        await late.Get(link);
        Assert.Equal(HttpStatusCode.Gone, late.Last!.StatusCode);
        Assert.DoesNotContain("Uitgenodigd", (await bas.Get(stage.Path)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mail_names_nobody_but_its_receiver()
    {
        var stage = await StaffStage.Set(app);
        using var bas = await stage.World.SignedIn(stage.Bas);

        await stage.Invites(bas, "esra@delinde.example", name: "Esra Demir");

        var mail = Assert.Single(await app.NoticesIn(stage.Linde.Office, "esra@delinde.example"));
        Assert.Equal(["language", "name", "path"], mail.Variables.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("Esra Demir", mail.Variables["name"]);
        Assert.StartsWith("/uitnodiging/werk/", mail.Variables["path"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_an_account_signs_in_first_and_then_presses_the_button()
    {
        var stage = await StaffStage.Set(app);
        var mail = $"{Guid.CreateVersion7():N}@kring.example";
        var lotte = await stage.World.Person("Lotte Smit", mail);
        using var bas = await stage.World.SignedIn(stage.Bas);
        await stage.Invites(bas, mail, Role.QualityNurse, "Lotte Smit");
        var link = await stage.Link(mail);
        using var visitor = app.NewBrowser();
        Assert.Contains("U hebt al een account", (await visitor.Get(link)).Body!.TextContent, StringComparison.Ordinal);
        using var stranger = await stage.World.SignedIn(stage.Hans);
        var theirs = await stranger.Get(link);
        Assert.Contains("ander account", theirs.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(theirs.QuerySelectorAll("main form:not([action='/uitloggen'])"));
        using var browser = await stage.World.SignedIn(lotte);

        await browser.Submit(await browser.Get(link), "main form");

        Assert.Equal((Role.QualityNurse, null), ((await stage.Row(lotte)).Role, (await stage.Row(lotte)).Until));
        await browser.Get(link);
        Assert.Equal(HttpStatusCode.Gone, browser.Last!.StatusCode);
    }

    [Fact]
    public async Task The_administrator_cannot_give_themselves_another_role_by_an_invitation()
    {
        var stage = await StaffStage.Set(app);
        using var bas = await stage.World.SignedIn(stage.Bas);

        var page = await stage.Invites(bas, $"{stage.Bas.Value:N}@kring.example", Role.Coordinator, "Bas van Leeuwen");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, bas.Last!.StatusCode);
        Assert.Equal("Wie dit adres heeft, werkt hier al", page.QuerySelector(".govuk-error-summary li")!.TextContent);
        Assert.Equal(Role.FunctionalAdministrator, (await stage.Row(stage.Bas)).Role);
    }

    [Fact]
    public async Task After_seven_days_the_link_is_over()
    {
        var stage = await StaffStage.Set(app);
        using var bas = await stage.World.SignedIn(stage.Bas);
        await stage.Invites(bas, "laat@delinde.example");
        var link = await stage.Link("laat@delinde.example");
        using var browser = app.NewBrowser();
        var form = await browser.Get(link);
        app.Clock.Advance(TimeSpan.FromDays(7));

        var page = await browser.Submit(form, "main form", ("wachtwoord", "drie losse woorden"));

        Assert.Equal(HttpStatusCode.Gone, browser.Last!.StatusCode);
        Assert.Contains("werkt niet meer", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.False(await browser.IsSignedIn());
    }

    [Fact]
    public async Task A_withdrawn_link_works_no_more_and_the_address_can_be_invited_again()
    {
        var stage = await StaffStage.Set(app);
        using var bas = await stage.World.SignedIn(stage.Bas);
        await stage.Invites(bas, "terug@delinde.example");
        var link = await stage.Link("terug@delinde.example");
        var again = await stage.Invites(bas, "Terug@delinde.example");
        Assert.Equal("Voor dit adres staat al een uitnodiging open", again.QuerySelector(".govuk-error-summary li")!.TextContent);
        Assert.Equal("Terug@delinde.example", again.QuerySelector("#email")!.GetAttribute("value"));

        var withdraw = (await bas.Get(stage.Path)).QuerySelector("a[href$='/intrekken']")!.GetAttribute("href")!;
        await bas.Submit(await bas.Get(withdraw), "main form");

        Assert.Equal($"{stage.Path}?gedaan=ingetrokken", bas.Path());
        using var browser = app.NewBrowser();
        await browser.Get(link);
        Assert.Equal(HttpStatusCode.Gone, browser.Last!.StatusCode);
        await stage.Invites(bas, "terug@delinde.example");
        Assert.Equal($"{stage.Path}?gedaan=uitgenodigd", bas.Path());
    }

    [Fact]
    public async Task A_link_dies_with_the_right_of_whoever_sent_it()
    {
        var stage = await StaffStage.Set(app);
        var anouk = await stage.Works("Anouk Post", Role.FunctionalAdministrator);
        using var hers = await stage.World.SignedIn(anouk);
        await stage.Invites(hers, "eigen-tweede@delinde.example", Role.FunctionalAdministrator);
        var link = await stage.Link("eigen-tweede@delinde.example");
        using var bas = await stage.World.SignedIn(stage.Bas);

        await StaffStage.Ends(bas, await stage.Of(anouk));

        using var browser = app.NewBrowser();
        await browser.Get(link);
        Assert.Equal(HttpStatusCode.Gone, browser.Last!.StatusCode);
    }

    [Fact]
    public async Task A_link_is_worth_nothing_while_whoever_sent_it_is_blocked()
    {
        var stage = await StaffStage.Set(app);
        var anouk = await stage.Works("Anouk Post", Role.FunctionalAdministrator);
        using var hers = await stage.World.SignedIn(anouk);
        await stage.Invites(hers, "geblokkeerd@delinde.example", Role.FunctionalAdministrator);
        using var browser = app.NewBrowser();
        var form = await browser.Get(await stage.Link("geblokkeerd@delinde.example"));
        using var bas = await stage.World.SignedIn(stage.Bas);

        await StaffStage.Blocks(bas, await stage.Of(anouk));
        await browser.Submit(form, "main form", ("wachtwoord", "drie losse woorden"));

        Assert.Equal(HttpStatusCode.Gone, browser.Last!.StatusCode);
        Assert.False(await browser.IsSignedIn());
    }

    [Fact]
    public async Task Two_administrators_who_invite_one_address_at_once_send_one_invitation()
    {
        for (var round = 0; round < 5; round++)
        {
            var stage = await StaffStage.Set(app);
            var anouk = await stage.Works("Anouk Post", Role.FunctionalAdministrator);
            using var first = await stage.World.SignedIn(stage.Bas);
            using var second = await stage.World.SignedIn(anouk);

            await Task.WhenAll(stage.Invites(first, "samen@delinde.example"), stage.Invites(second, "samen@delinde.example"));

            Assert.Equal(1, await app.InDatabase(db => db.Set<StaffInvitation>().CountAsync(i => i.Compartment == stage.Linde.Office.Id)));
        }
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_invites_once()
    {
        var stage = await StaffStage.Set(app);
        using var bas = await stage.World.SignedIn(stage.Bas);
        var form = await bas.Get($"{stage.Path}/nieuw");
        (string, string)[] typed = [("naam", "Rishi Ramdin"), ("email", "rishi@delinde.example"), ("rol", "Professional"), ("functie", "verzorgende IG")];

        await bas.Submit(form, "main form", typed);
        form.QuerySelector("main form")!.SetAttribute("action", $"{stage.Path}/nieuw");
        await bas.Submit(form, "main form", typed);

        Assert.Equal($"{stage.Path}?gedaan=uitgenodigd", bas.Path());
        Assert.Equal(1, await app.InDatabase(db => db.Set<StaffInvitation>().CountAsync(i => i.Compartment == stage.Linde.Office.Id)));
    }

    [Theory]
    [InlineData("", "x@delinde.example", "Professional", "verzorgende", "Vul de naam van de medewerker in")]
    [InlineData("Sanne", "geen adres", "Professional", "verzorgende", "Vul een e-mailadres in, zoals naam@voorbeeld.nl")]
    [InlineData("Sanne", "x@delinde.example", "Job", "verzorgende", "Kies een rol")]
    [InlineData("Sanne", "x@delinde.example", "Professional", "", "Vul een functie in")]
    public async Task What_cannot_be_is_refused_and_kept_in_the_form(string name, string mail, string role, string jobTitle, string words)
    {
        var stage = await StaffStage.Set(app);
        using var bas = await stage.World.SignedIn(stage.Bas);

        var page = await bas.Submit(await bas.Get($"{stage.Path}/nieuw"), "main form", ("naam", name), ("email", mail), ("rol", role), ("functie", jobTitle));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, bas.Last!.StatusCode);
        Assert.Equal(words, page.QuerySelector(".govuk-error-summary li")!.TextContent);
        Assert.Equal((name, mail, jobTitle), (page.QuerySelector("#naam")!.GetAttribute("value") ?? "", page.QuerySelector("#email")!.GetAttribute("value") ?? "", page.QuerySelector("#functie")!.GetAttribute("value") ?? ""));
        Assert.Empty(await app.InDatabase(db => db.Set<StaffInvitation>().Where(i => i.Compartment == stage.Linde.Office.Id).ToListAsync()));
    }

    [Fact]
    public async Task A_weak_password_is_refused_and_the_link_goes_on_working()
    {
        var stage = await StaffStage.Set(app);
        using var bas = await stage.World.SignedIn(stage.Bas);
        await stage.Invites(bas, "zwak@delinde.example");
        using var browser = app.NewBrowser();
        var link = await stage.Link("zwak@delinde.example");

        await browser.Submit(await browser.Get(link), "main form", ("wachtwoord", "kort"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
        await browser.Submit(await browser.Get(link), "main form", ("wachtwoord", "drie losse woorden"));

        Assert.True(await browser.IsSignedIn());
    }
}
