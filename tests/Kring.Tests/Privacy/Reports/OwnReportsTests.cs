using System.Net;
using Kring.Access;
using Kring.Access.Log;
using Kring.Delivery;
using Kring.Networks;
using Kring.Privacy.Reports;
using Kring.Tests.Privacy.Traces;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Kring.Tests.Privacy.Reports;

/// <summary>What whoever reported a line finds of it afterwards.</summary>
public sealed class OwnReportsTests(KringApp app) : IClassFixture<KringApp>
{
    private const string Answer = "Dit mocht. Mevrouw Visser viel die dag in.\nZij hoort bij het team.";
    private readonly PrivacyStage _stage = new(app);

    [Fact]
    public async Task The_reporter_reads_when_the_answer_comes()
    {
        var (circle, _) = await Reported();
        using var annie = await _stage.World.SignedIn(circle.Annie);

        var list = await annie.Get("/mijn/privacymeldingen");

        var card = TracePages.Plain(list.QuerySelector(".card")!.TextContent);
        Assert.Contains("Wacht op antwoord", card, StringComparison.Ordinal);
        Assert.Contains("Marieke Visser (coördinator bij Thuiszorg De Linde) las berichten", card, StringComparison.Ordinal);
        Assert.Contains("aan de FG van Thuiszorg De Linde", card, StringComparison.Ordinal);
        Assert.Contains("Zij kwam die dag niet.", card, StringComparison.Ordinal);
        Assert.Matches(@"U krijgt uiterlijk op \d+ [a-z]+ \d{4} antwoord", card);
    }

    [Fact]
    public async Task The_answer_stands_beside_the_line_and_under_my_reports_and_a_notice_without_content_says_so()
    {
        var (circle, officer) = await Reported();
        var before = await Entry(circle);

        await Answers(officer);

        using var annie = await _stage.World.SignedIn(circle.Annie);
        var card = (await annie.Get("/mijn/privacymeldingen")).QuerySelector(".card")!;
        Assert.Contains("Beantwoord", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("Antwoord van de FG van Thuiszorg De Linde", card.TextContent, StringComparison.Ordinal);
        Assert.Contains(Answer, card.QuerySelectorAll(".typed").Select(t => t.TextContent));
        var list = await annie.Get(circle.Path);
        Assert.Equal(Answer, list.QuerySelector(".timeline__entry .trace__answer .typed")!.TextContent);
        Assert.NotNull(list.QuerySelector("a[href='/mijn/privacymeldingen']"));
        Assert.NotNull((await annie.Get("/mijn")).QuerySelector("a[href='/mijn/privacymeldingen']"));
        var notice = Assert.Single(await app.Notices(circle.Annie), n => n.Kind == NoticeKind.ReportAnswered);
        Assert.Equal("/mijn/privacymeldingen", notice.Variables["path"]);
        Assert.Equal(["language", "name", "path"], notice.Variables.Keys.Order(StringComparer.Ordinal));
        Assert.Equivalent(before, await Entry(circle));
    }

    [Fact]
    public async Task Nobody_else_reads_the_answer()
    {
        var (circle, officer) = await Reported();
        await Answers(officer);

        foreach (var person in (PersonId[])[circle.Joke, circle.Marieke, officer])
        {
            using var browser = await _stage.World.SignedIn(person);
            var page = await browser.Get("/mijn/privacymeldingen");
            Assert.Equal("U hebt niets gemeld", page.QuerySelector(".empty h2")!.TextContent);
        }
    }

    [Fact]
    public async Task The_answer_is_sealed_and_reading_it_is_in_the_log_of_the_organisation()
    {
        var (circle, officer) = await Reported();
        await Answers(officer);
        using var annie = await _stage.World.SignedIn(circle.Annie);

        await annie.Get("/mijn/privacymeldingen");

        var row = await app.InDatabase(db => db.Set<UnknownAccessReport>().AsNoTracking().SingleAsync(r => r.ReportedBy == circle.Annie));
        Assert.Equal(1, row.Version);
        Assert.DoesNotContain("mevrouw", System.Text.Encoding.UTF8.GetString(row.Answer!.Value.Bytes.ToArray()), StringComparison.OrdinalIgnoreCase);
        Assert.True(await app.InDatabase(db => db.Set<AccessEntry>().AnyAsync(e => e.Compartment == circle.Linde.Office.Id && e.Person == circle.Annie && e.Purpose == "privacy.own-reports" && e.Outcome == Outcome.Done)));
    }

    [Fact]
    public async Task A_line_about_the_officer_goes_to_the_director_and_not_to_the_officer()
    {
        var (circle, officer) = (await _stage.Circle(), await _stage.World.Person("Fatima El Amrani"));
        await _stage.World.Works(officer, circle.Linde, Role.DataProtectionOfficer, "Fatima El Amrani");
        var director = await _stage.World.Person("Hans Bos");
        await _stage.World.Works(director, circle.Linde, Role.Director, "Hans Bos");
        await _stage.Enter(officer, circle.Network.Compartment, NetworksPurposes.TakePart, Operations.Read, "conversation");
        using var annie = await _stage.World.SignedIn(circle.Annie);
        var line = (await annie.Get(circle.Path)).QuerySelectorAll(".timeline__entry").First(l => TracePages.Plain(l.TextContent).Contains("probeerde berichten te lezen", StringComparison.Ordinal));

        await annie.Submit(await annie.Get(line.QuerySelector("a[href$='/melden']")!.GetAttribute("href")!), "main form");
        var done = await annie.Visit(annie.Last!.Headers.Location!.ToString());

        Assert.Contains("Uw melding ligt bij de directie van Thuiszorg De Linde", done.Body!.TextContent, StringComparison.Ordinal);
        using var theirs = await _stage.World.SignedIn(officer);
        Assert.Empty((await theirs.Get("/privacybalie")).QuerySelectorAll(".card"));
        using var hans = await _stage.World.SignedIn(director);
        var path = (await hans.Get("/privacybalie")).QuerySelector(".card__link")!.GetAttribute("href")!;
        await theirs.Get(path);
        Assert.Equal(HttpStatusCode.NotFound, theirs.Last!.StatusCode);
        var detail = await hans.Get(path);
        Assert.Contains("Deze melding gaat over de FG zelf", detail.Body!.TextContent, StringComparison.Ordinal);
        Assert.Single(await app.Notices(director), n => n.Kind == NoticeKind.UnknownAccessReported);
        Assert.False(await app.InDatabase(db => db.Set<OutboxItem>().AnyAsync(i => i.Compartment == circle.Linde.Office.Id)));
        await hans.Submit(detail, "main form", ("antwoord", Answer));
        Assert.Contains("Antwoord van de directie", (await annie.Get("/mijn/privacymeldingen")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_director_finds_nothing_that_is_the_officers_to_deal_with()
    {
        var (circle, officer) = await Reported();
        var director = await _stage.World.Person("Hans Bos");
        await _stage.World.Works(director, circle.Linde, Role.Director, "Hans Bos");
        using var theirs = await _stage.World.SignedIn(officer);
        var path = (await theirs.Get("/privacybalie")).QuerySelector(".card__link")!.GetAttribute("href")!;
        using var hans = await _stage.World.SignedIn(director);

        Assert.Empty((await hans.Get("/privacybalie")).QuerySelectorAll(".card"));
        await hans.Get(path);
        Assert.Equal(HttpStatusCode.NotFound, hans.Last!.StatusCode);
    }

    /// <summary>Annie reported that Marieke read.</summary>
    private async Task<(Circle Circle, PersonId Officer)> Reported()
    {
        var circle = await _stage.Circle();
        var officer = await _stage.World.Person("Fatima El Amrani");
        await _stage.World.Works(officer, circle.Linde, Role.DataProtectionOfficer, "Fatima El Amrani");
        await _stage.Enter(circle.Marieke, circle.Network.Compartment, NetworksPurposes.TakePart, Operations.Read, "conversation");
        using var annie = await _stage.World.SignedIn(circle.Annie);
        var link = (await annie.Get($"{circle.Path}?wie={circle.Marieke}")).QuerySelector("a[href$='/melden']")!.GetAttribute("href")!;
        await annie.Submit(await annie.Get(link), "main form", ("toelichting", "Zij kwam die dag niet."));
        Assert.Equal(HttpStatusCode.Found, annie.Last!.StatusCode);
        return (circle, officer);
    }

    private async Task Answers(PersonId officer)
    {
        using var browser = await _stage.World.SignedIn(officer);
        var detail = await browser.Get((await browser.Get("/privacybalie")).QuerySelector(".card__link")!.GetAttribute("href")!);
        await browser.Submit(detail, "main form", ("antwoord", Answer));
        Assert.Equal(HttpStatusCode.Found, browser.Last!.StatusCode);
    }

    private Task<AccessEntry> Entry(Circle circle) => app.InDatabase(async db =>
    {
        var entry = await db.Set<UnknownAccessReport>().Where(r => r.ReportedBy == circle.Annie).Select(r => r.Entry).SingleAsync();
        return await db.Set<AccessEntry>().AsNoTracking().SingleAsync(e => e.Id == entry);
    });
}
