using System.Net;
using AngleSharp.Html.Dom;
using Kring.Access;
using Kring.Access.Log;
using Kring.Delivery;
using Kring.Networks;
using Kring.Platform;
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

        await browser.Submit(detail, "main form", ("antwoord", "Dit mocht.\nMevrouw Visser viel in."));
        var after = await browser.Visit(browser.Last!.Headers.Location!.ToString());
        Assert.Equal("De melding is afgehandeld. De melder krijgt bericht.", after.QuerySelector(".notice--success .notice__body")!.TextContent.Trim());
        Assert.Contains("Dit mocht.\nMevrouw Visser viel in.", after.QuerySelectorAll(".typed").Select(t => t.TextContent));
        Assert.Null(after.QuerySelector("main form"));
        var again = await browser.Submit(detail, "main form", ("antwoord", "Iets anders"));
        Assert.Equal(HttpStatusCode.Conflict, browser.Last!.StatusCode);
        Assert.Contains("Deze melding was al afgehandeld.", again.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Iets anders", again.QuerySelector(".notice--warning .typed")!.TextContent);
        Assert.Contains("Dit mocht.\nMevrouw Visser viel in.", again.QuerySelectorAll(".typed").Select(t => t.TextContent));
        Assert.Empty((await browser.Get("/privacybalie")).QuerySelectorAll(".card"));
        Assert.Single((await browser.Get("/privacybalie?stand=klaar")).QuerySelectorAll(".card"));
        _ = circle;
    }

    [Fact]
    public async Task The_menu_and_the_first_page_say_how_much_waits_to_the_officer_and_to_nobody_else()
    {
        var (circle, officer) = await Reported("");
        var director = await _stage.World.Person("Hans");
        await _stage.World.Works(director, circle.Linde, Role.Director, "Hans");
        using var browser = await _stage.World.SignedIn(officer);
        using var other = await _stage.World.SignedIn(director);

        var first = await browser.Get("/");
        Assert.Equal("1 nieuw", first.QuerySelector(".shell-menu a[href='/privacybalie'] .govuk-visually-hidden")!.TextContent);
        Assert.Contains("1 te doen", first.QuerySelector("main a[href='/privacybalie']")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Null((await other.Get("/")).QuerySelector(".shell-menu .count"));

        var detail = await browser.Get((await browser.Get("/privacybalie")).QuerySelector(".card__link")!.GetAttribute("href")!);
        await browser.Submit(detail, "main form", ("antwoord", "Dit mocht."));
        Assert.Null((await browser.Get("/")).QuerySelector(".shell-menu .count"));
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
            row.Handle(desk.Seal(UnknownAccessReport.AnswerField, report.Value, "Ook nagekeken."), other, app.Clock.GetUtcNow());
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

    [Theory]
    [InlineData("", "Schrijf een antwoord voor de melder")]
    [InlineData(" \n ", "Schrijf een antwoord voor de melder")]
    [InlineData(null, "Houd het antwoord korter dan 5000 tekens")]
    public async Task Without_an_answer_in_words_nothing_is_dealt_with_and_what_was_typed_stays(string? answer, string says)
    {
        var (circle, officer) = await Reported("");
        using var browser = await _stage.World.SignedIn(officer);
        var detail = await browser.Get((await browser.Get("/privacybalie")).QuerySelector(".card__link")!.GetAttribute("href")!);
        var typed = answer ?? new string('é', 5_001);

        var again = await browser.Submit(detail, "main form", ("antwoord", typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
        Assert.Equal(says, again.QuerySelector(".govuk-error-summary__list a")!.TextContent);
        Assert.Equal(typed, ((IHtmlTextAreaElement)again.QuerySelector("#antwoord")!).Value);
        Assert.Single((await browser.Get("/privacybalie")).QuerySelectorAll(".card"));
        Assert.DoesNotContain(await app.Notices(circle.Annie), n => n.Kind == NoticeKind.ReportAnswered);
    }

    [Fact]
    public async Task What_is_due_first_stands_first_and_says_in_words_how_it_stands()
    {
        var (circle, officer) = await Reported("");
        foreach (var (days, says) in ((int, string)[])[(0, "Open"), (28, "Binnen 7 dagen"), (10, "Te laat")])
        {
            app.Clock.Advance(TimeSpan.FromDays(days));
            using var later = await _stage.World.SignedIn(officer);
            Assert.Equal(says, (await later.Get("/privacybalie")).QuerySelector(".card .tag")!.TextContent);
        }

        await Report(circle, "Joke de Vries las");
        using var now = await _stage.World.SignedIn(officer);
        var cards = (await now.Get("/privacybalie")).QuerySelectorAll(".card");
        Assert.Equal(["Te laat", "Open"], cards.Select(c => c.QuerySelector(".tag")!.TextContent));
        Assert.All(cards, card => Assert.Matches(@"Gemeld .+\. Antwoord uiterlijk op \d+ [a-z]+ \d{4}\.", card.TextContent));
    }

    [Fact]
    public async Task More_than_a_page_of_reports_is_paged()
    {
        var (circle, officer) = await Reported("");
        using var annie = await _stage.World.SignedIn(circle.Annie);
        await _stage.Log(circle.Network.Compartment, circle.Marieke, Enumerable.Range(1, 26).Select(n => app.Clock.Moment().AddHours(-n)));
        foreach (var entry in await app.InDatabase(db => db.Set<AccessEntry>().Where(e => e.Compartment == circle.Network.Compartment.Id && e.At < app.Clock.GetUtcNow().AddMinutes(-30)).OrderBy(e => e.At).Select(e => e.Id).Take(25).ToListAsync()))
            await annie.Submit(await annie.Get($"{circle.Path}/{entry}/melden"), "main form");
        using var browser = await _stage.World.SignedIn(officer);

        var first = await browser.Get("/privacybalie");
        var second = await browser.Get(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal((25, 1), (first.QuerySelectorAll(".card").Length, second.QuerySelectorAll(".card").Length));
        Assert.Null(second.QuerySelector("a[rel=next]"));
        Assert.Equal(25, (await browser.Get("/privacybalie?pagina=abc")).QuerySelectorAll(".card").Length);
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

        Assert.Equal("Er zijn geen open meldingen", page.QuerySelector(".empty h2")!.TextContent);
    }

    private async Task Report(Circle circle, string says)
    {
        await _stage.Enter(circle.Joke, circle.Network.Compartment, NetworksPurposes.TakePart, Operations.Read, "conversation");
        using var browser = await _stage.World.SignedIn(circle.Annie);
        var line = (await browser.Get(circle.Path)).QuerySelectorAll(".timeline__entry").First(l => TracePages.Plain(l.TextContent).Contains(says, StringComparison.Ordinal));
        await browser.Submit(await browser.Get(line.QuerySelector("a[href$='/melden']")!.GetAttribute("href")!), "main form");
        Assert.Equal(HttpStatusCode.Found, browser.Last!.StatusCode);
    }

    private Task<HandleAnswer> Handle(PersonId officer, OrganisationId organisation, ReportId report)
        => app.Acts(services => services.GetRequiredService<HandleReport>().Run(Actor.Arriving(officer), organisation, report, "Wij hebben het nagekeken.", default));

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
