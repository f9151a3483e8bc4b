using System.Net;
using Kring.Access;
using Kring.Networks.Invitations;
using Kring.Networks.Participation;
using Kring.Tests.Support;

namespace Kring.Tests.Networks.Invitations;

/// <summary>A professional takes part for an organisation, as long as they work there and it takes part.</summary>
public sealed class InvitedStaffTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task A_professional_is_entered_in_the_staff_file_and_gets_in_and_whoever_left_does_not_come_back()
    {
        var stage = await Stage.Set(app);
        var link = await app.Invited(stage, "arts@kring.example", details: new InvitationDetails("Els Arts", "huisarts", "arts@kring.example", Capacity.Professional, stage.Linde, false, stage.Marieke));
        using var browser = app.NewBrowser();
        await browser.Submit(await browser.Get(link), "form:has([name=wachtwoord])", ("wachtwoord", World.Password));
        await browser.Get(stage.Path("mensen"));
        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);

        var gone = await stage.World.Person("Weg", "weg@kring.example");
        await stage.World.Works(gone, stage.Linde, Role.Professional, "Weg");
        await stage.World.Leaves(gone, stage.Linde);
        var second = await app.Invited(stage, "weg@kring.example", details: new InvitationDetails("Weg", "huisarts", "weg@kring.example", Capacity.Professional, stage.Linde, false, stage.Marieke));
        Assert.Equal(AcceptOutcome.WorkEnded, await app.Accept(Actor.Arriving(gone), second));
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

        var link = await app.Invited(stage, "ton2@kring.example", details: new InvitationDetails("Ton", "fysiotherapeut", "ton2@kring.example", Capacity.Professional, beweeg, false, stage.Marieke));
        using var other = app.NewBrowser();
        var page = await other.Submit(await other.Get(link), "form:has([name=wachtwoord])", ("wachtwoord", World.Password));
        Assert.Contains("Uw organisatie doet niet meer mee", page.Body!.TextContent, StringComparison.Ordinal);
    }
}
