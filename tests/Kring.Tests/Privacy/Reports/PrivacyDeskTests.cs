using System.Net;
using AngleSharp.Html.Dom;
using Kring.Access;
using Kring.Networks;
using Kring.Privacy;
using Kring.Privacy.Reports;
using Kring.Tests.Privacy.Traces;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Privacy.Reports;

public sealed class PrivacyDeskTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly PrivacyStage _stage = new(app);

    [Fact]
    public async Task The_officer_sees_the_line_and_the_note_and_deals_with_it_once()
    {
        var (circle, officer) = await Reported("Zij kwam die dag niet.\nDat weet ik zeker, Renée ook.");
        using var browser = await _stage.World.SignedIn(officer);

        var list = await browser.Get("/privacybalie");
        var detail = await browser.Get(list.QuerySelector(".card__link")!.GetAttribute("href")!);

        var text = TracePages.Plain(detail.Body!.TextContent);
        Assert.Contains("Annie de Vries", text, StringComparison.Ordinal);
        Assert.Contains("Marieke Visser (coördinator bij Thuiszorg De Linde) las berichten", text, StringComparison.Ordinal);
        Assert.Contains("Zij kwam die dag niet. Dat weet ik zeker, Renée ook.", text, StringComparison.Ordinal);

        await browser.Submit(detail, "main form");
        await browser.Submit(detail, "main form");
        var after = await browser.Visit(browser.Last!.Headers.Location!.ToString());
        Assert.Contains("Deze melding was al afgehandeld.", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(after.QuerySelector("main form"));
        Assert.Empty((await browser.Get("/privacybalie")).QuerySelectorAll(".card"));
        Assert.Single((await browser.Get("/privacybalie?stand=klaar")).QuerySelectorAll(".card"));
        _ = circle;
    }

    [Fact]
    public async Task Of_two_officers_at_the_same_time_the_first_is_kept_and_the_other_hears_it()
    {
        var (circle, officer) = await Reported("");
        var other = await _stage.World.Person("Tweede FG");
        await _stage.World.Works(other, circle.Linde, Role.DataProtectionOfficer, "Tweede FG");
        var report = await app.InDatabase(db => db.Set<UnknownAccessReport>().Where(r => r.Compartment == circle.Linde.Office.Id).Select(r => r.Id).SingleAsync());

        var late = await app.In(async services =>
        {
            var door = services.GetRequiredService<Door>();
            var desk = (await door.Enter(new Visit(Actor.Arriving(other), circle.Linde.Office, PrivacyPurposes.Desk, Operations.Update, new LoggedObject("unknown-access-report", report.Value)), default)).Grant!;
            var row = await desk.Rows<UnknownAccessReport>().SingleAsync(r => r.Id == report);
            Assert.Equal(HandleAnswer.Handled, await Handle(officer, circle.Linde, report));
            row.Handle(other, app.Clock.GetUtcNow());
            return await door.CommitHeld(desk, default);
        });

        Assert.Equal(HeldCommit.NothingChanged, late);
        Assert.Equal(HandleAnswer.HandledBefore, await Handle(other, circle.Linde, report));
        Assert.Equal(officer, await app.InDatabase(db => db.Set<UnknownAccessReport>().Where(r => r.Id == report).Select(r => r.HandledBy).SingleAsync()));
    }

    [Fact]
    public async Task Only_the_officer_of_that_organisation_finds_the_desk_and_the_report()
    {
        var (circle, officer) = await Reported("");
        using var browser = await _stage.World.SignedIn(officer);
        var report = (await browser.Get("/privacybalie")).QuerySelector(".card__link")!.GetAttribute("href")!;
        var elsewhere = await _stage.World.Organisation("Zorg Elders");
        var otherOfficer = await _stage.World.Person("Een Andere FG");
        await _stage.World.Works(otherOfficer, elsewhere, Role.DataProtectionOfficer, "Een Andere FG");
        var administrator = await _stage.World.Person("Beheer");
        await _stage.World.Works(administrator, circle.Linde, Role.FunctionalAdministrator, "Beheer");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (await Status(otherOfficer, "/privacybalie"), await Status(otherOfficer, report)));
        foreach (var person in new[] { circle.Annie, circle.Joke, circle.Marieke, administrator, await _stage.World.Person("Een Vreemde") })
        {
            Assert.Equal(HttpStatusCode.NotFound, await Status(person, "/privacybalie"));
            Assert.Equal(HttpStatusCode.NotFound, await Status(person, report));
        }
    }

    [Fact]
    public async Task A_report_that_is_not_there_is_not_found()
    {
        var (circle, officer) = await Reported("");

        Assert.Equal(HttpStatusCode.NotFound, await Status(officer, $"/privacybalie/{circle.Linde}/{Guid.CreateVersion7()}"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(officer, $"/privacybalie/{Guid.CreateVersion7()}/{Guid.CreateVersion7()}"));
    }

    [Fact]
    public async Task An_officer_without_reports_sees_that_there_are_none()
    {
        var linde = await _stage.World.Organisation();
        var officer = await _stage.World.Person("Fatima El Amrani");
        await _stage.World.Works(officer, linde, Role.DataProtectionOfficer, "Fatima El Amrani");
        using var browser = await _stage.World.SignedIn(officer);

        var page = await browser.Get("/privacybalie");

        Assert.Equal("Er zijn geen nieuwe meldingen", page.QuerySelector(".empty h2")!.TextContent);
    }

    private Task<HandleAnswer> Handle(PersonId officer, OrganisationId organisation, ReportId report)
        => app.In(services => services.GetRequiredService<HandleReport>().Run(Actor.Arriving(officer), organisation, report, default));

    /// <summary>Annie reported that Marieke read; Fatima is the officer of De Linde.</summary>
    private async Task<(Circle Circle, PersonId Officer)> Reported(string note)
    {
        var circle = await _stage.Circle();
        var officer = await _stage.World.Person("Fatima El Amrani");
        await _stage.World.Works(officer, circle.Linde, Role.DataProtectionOfficer, "Fatima El Amrani");
        await _stage.Enter(circle.Marieke, circle.Network.Compartment, NetworksPurposes.TakePart, Operations.Read, "conversation");
        using var browser = await _stage.World.SignedIn(circle.Annie);
        IHtmlDocument list = await browser.Get(circle.Path + $"?wie={circle.Marieke}");
        await browser.Submit(await browser.Get(list.QuerySelector("a[href$='/melden']")!.GetAttribute("href")!), "main form", ("toelichting", note));
        Assert.Equal(HttpStatusCode.Found, browser.Last!.StatusCode);
        return (circle, officer);
    }

    private async Task<HttpStatusCode> Status(PersonId person, string path)
    {
        using var browser = await _stage.World.SignedIn(person);
        await browser.Get(path);
        return browser.Last!.StatusCode;
    }
}
