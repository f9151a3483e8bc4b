using System.Net;
using Kring.Access;
using Kring.Delivery;
using Kring.Networks.BreakGlass;
using Kring.Networks.Invitations;
using Kring.Networks.Participation;
using Kring.Organisations;
using Kring.People;
using Kring.Platform;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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

    [Fact]
    public async Task Who_an_invitation_enters_is_marked_and_the_administrators_get_a_notice_that_says_no_more()
    {
        var (stage, beweeg, els) = await Entered("els.beweeg@kring.example", withAdministrator: true);

        var row = await app.InDatabase(db => db.Set<StaffMember>().SingleAsync(s => s.Person == els));
        Assert.Equal((beweeg.Organisation, stage.Marieke, Role.Professional), (row.Organisation, row.InvitedBy, row.Role));
        Assert.Null(row.AgreedAt);
        var notice = await app.LastNotice(beweeg.Administrator!.Value);
        Assert.Equal((NoticeKind.StaffEntered, "/medewerkers"), (notice.Kind, notice.Variables["path"]));
        Assert.Equal(["language", "name", "path"], notice.Variables.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_an_administrator_the_data_protection_officer_gets_the_notice()
    {
        var (_, beweeg, _) = await Entered("els.fg@kring.example", withAdministrator: false);

        Assert.Contains(await app.NoticesIn(beweeg.Organisation.Office, "fg@delinde.example"), n => n.Kind == NoticeKind.StaffEntered);
    }

    [Fact]
    public async Task Until_the_organisation_agrees_an_entered_professional_breaks_no_glass()
    {
        var (stage, beweeg, els) = await Entered("els.glas@kring.example", withAdministrator: true);
        var other = await stage.World.Person("Coördinator van Beweeg");
        await stage.World.Works(other, beweeg.Organisation, Role.Coordinator, "Coördinator van Beweeg");
        await stage.World.Network(await stage.World.Person("Wim Zonder"), "Wim Zonder", other, beweeg.Organisation);

        Assert.Equal(EmergencyAnswer.NotFound, await Break(els, "Wim Zonder"));
        await app.InDatabase(db => db.Set<StaffMember>().Where(s => s.Person == els).ExecuteUpdateAsync(s => s.SetProperty(x => x.AgreedAt, app.Clock.Moment())));

        Assert.Equal(EmergencyAnswer.Opened, await Break(els, "Wim Zonder"));
    }

    private async Task<(Stage Stage, (OrganisationId Organisation, PersonId? Administrator) Beweeg, PersonId Els)> Entered(string mail, bool withAdministrator)
    {
        var stage = await Stage.Set(app);
        var beweeg = await stage.World.Organisation("Beweeg");
        PersonId? administrator = null;
        if (withAdministrator)
        {
            administrator = await stage.World.Person("Beheer Beweeg");
            await stage.World.Works(administrator.Value, beweeg, Role.FunctionalAdministrator, "Beheer Beweeg");
        }

        using var marieke = await stage.World.SignedIn(stage.Marieke);
        await marieke.Submit(await marieke.Get(stage.Path("mensen/grondslag")), "main form", ("organisatie", beweeg.ToString()), ("grondslag", "TreatmentAgreement"), ("document", "BO-2"), ("documentdatum.Day", "1"), ("documentdatum.Month", "11"), ("documentdatum.Year", "2025"));
        Assert.Equal(HttpStatusCode.Redirect, marieke.Last!.StatusCode);
        var link = await app.Invited(stage, mail, details: new InvitationDetails("Els Fysio", "fysiotherapeut", mail, Capacity.Professional, beweeg, false, stage.Marieke));
        using var browser = app.NewBrowser();
        await browser.Submit(await browser.Get(link), "form:has([name=wachtwoord])", ("wachtwoord", World.Password));
        await browser.Get(stage.Path("mensen"));
        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
        return (stage, (beweeg, administrator), (await app.In(services => services.GetRequiredService<PeopleAccess>().AccountOf(mail, default)))!.Person);
    }

    private Task<EmergencyAnswer> Break(PersonId person, string recipient) => app.In(async services => (await services.GetRequiredService<OpenInEmergency>()
        .Run(Actor.Arriving(person), "Els Fysio", recipient, new DateOnly(1944, 3, 9), "Mevrouw is gevallen en haar eigen verpleegkundige is ziek.", default)).Answer);
}
