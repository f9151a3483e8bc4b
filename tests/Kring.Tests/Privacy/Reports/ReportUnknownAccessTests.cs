using System.Net;
using AngleSharp.Html.Dom;
using Kring.Access;
using Kring.Access.Register;
using Kring.Data;
using Kring.Delivery;
using Kring.Networks;
using Kring.Networks.Participation;
using Kring.Privacy.Reports;
using Kring.Tests.Privacy.Traces;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Privacy.Reports;

public sealed class ReportUnknownAccessTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly PrivacyStage _stage = new(app);

    [Fact]
    public async Task A_line_that_is_not_recognised_reaches_the_organisation_and_its_officer_gets_a_mail()
    {
        var (circle, browser) = await Read();
        var page = await browser.Get(await ReportLink(browser, circle, "Marieke Visser las berichten"));
        Assert.Contains("Marieke Visser las berichten", TracePages.Plain(page.Body!.TextContent), StringComparison.Ordinal);

        await browser.Submit(page, "main form", ("toelichting", "Zij kwam die dag niet."));

        Assert.Equal(HttpStatusCode.Found, browser.Last!.StatusCode);
        var done = await browser.Visit(browser.Last.Headers.Location!.ToString());
        Assert.Equal("Uw melding is verstuurd", done.QuerySelector("h1")!.TextContent);
        Assert.Matches("M-[0-9A-F]{4}-[0-9A-F]{4}", done.QuerySelector(".reference strong")!.TextContent);
        Assert.Contains("Thuiszorg De Linde", done.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal([NoticeKind.UnknownAccessReported], await Notices(circle.Linde));
        var list = await browser.Get(circle.Path);
        Assert.Contains("U meldde dit", list.Body!.TextContent, StringComparison.Ordinal);
        browser.Dispose();
    }

    [Fact]
    public async Task Reporting_the_same_line_twice_makes_one_report()
    {
        var (circle, browser) = await Read();
        var link = await ReportLink(browser, circle, "Marieke Visser las berichten");
        var page = await browser.Get(link);

        await browser.Submit(page, "main form");
        await browser.Submit(page, "main form");

        Assert.Equal(HttpStatusCode.Found, browser.Last!.StatusCode);
        Assert.Single(await Reports(circle.Linde));
        browser.Dispose();
    }

    [Fact]
    public async Task What_the_same_person_does_after_a_report_is_a_line_of_its_own()
    {
        var (circle, browser) = await Read();
        await browser.Submit(await browser.Get(await ReportLink(browser, circle, "Marieke Visser las berichten")), "main form");
        await _stage.Enter(circle.Marieke, circle.Network.Compartment, NetworksPurposes.TakePart, Operations.Read, "conversation");

        var lines = (await browser.Get($"{circle.Path}?wie={circle.Marieke}&soort=gelezen")).QuerySelectorAll(".timeline__entry");

        Assert.EndsWith("/melden", lines[0].QuerySelector("a.trace__report")!.GetAttribute("href"), StringComparison.Ordinal);
        await browser.Get(lines[1].QuerySelector("a.trace__report")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
        browser.Dispose();
    }

    [Fact]
    public async Task A_line_about_a_stranger_or_a_relative_goes_to_the_organisation_that_leads_the_network()
    {
        var (circle, browser) = await Read();
        await _stage.Enter(circle.Joke, circle.Network.Compartment, NetworksPurposes.TakePart, Operations.Read, "conversation");

        await browser.Submit(await browser.Get(await ReportLink(browser, circle, "Joke de Vries las berichten")), "main form");

        Assert.Single(await Reports(circle.Linde));
        browser.Dispose();
    }

    [Fact]
    public async Task A_line_about_another_organisations_professional_goes_to_that_organisation()
    {
        var (circle, browser) = await Read();
        var other = await _stage.World.Organisation("Huisartsen Zuid");
        var doctor = await _stage.World.Person("Ineke Bos");
        await _stage.World.Works(doctor, other, Role.Professional, "Ineke Bos");
        await _stage.World.Joins(circle.Network, doctor, "Ineke Bos", Capacity.Professional, "huisarts", other);
        await _stage.Enter(doctor, circle.Network.Compartment, NetworksPurposes.TakePart, Operations.Read, "conversation");

        await browser.Submit(await browser.Get(await ReportLink(browser, circle, "Ineke Bos probeerde")), "main form");

        Assert.Single(await Reports(other));
        Assert.Empty(await Reports(circle.Linde));
        browser.Dispose();
    }

    [Fact]
    public async Task A_line_of_ones_own_profile_can_be_reported_also_by_staff_of_that_organisation()
    {
        var circle = await _stage.Circle();
        using var browser = await _stage.World.SignedIn(circle.Marieke);
        var list = await browser.Get("/mijn/wie-keek?eigen=ja");

        await browser.Submit(await browser.Get(list.QuerySelector("a[href$='/melden']")!.GetAttribute("href")!), "main form");

        Assert.Equal(HttpStatusCode.Found, browser.Last!.StatusCode);
        Assert.Single(await Reports(circle.Linde));
    }

    [Fact]
    public async Task A_note_that_is_too_long_is_kept_and_said()
    {
        var (circle, browser) = await Read();
        var page = await browser.Get(await ReportLink(browser, circle, "Marieke Visser las berichten"));
        var note = new string('é', 1_001);

        var again = await browser.Submit(page, "main form", ("toelichting", note));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
        Assert.Equal(note, ((IHtmlTextAreaElement)again.QuerySelector("#toelichting")!).Value);
        Assert.Equal("Schrijf niet meer dan 1000 tekens", again.QuerySelector(".govuk-error-summary__list a")!.TextContent);
        Assert.Empty(await Reports(circle.Linde));
        browser.Dispose();
    }

    [Fact]
    public async Task Nobody_else_finds_the_line_and_a_line_elsewhere_is_not_there()
    {
        var (circle, browser) = await Read();
        var link = await ReportLink(browser, circle, "Marieke Visser las berichten");
        var entry = link.Split('/')[^2];

        foreach (var person in new[] { circle.Joke, circle.Marieke, await _stage.World.Person("Een Vreemde") })
        {
            using var other = await _stage.World.SignedIn(person);
            await other.Get(link);
            Assert.Equal(HttpStatusCode.NotFound, other.Last!.StatusCode);
            await other.Get(link.Replace("/melden", "/gemeld", StringComparison.Ordinal));
            Assert.Equal(HttpStatusCode.NotFound, other.Last!.StatusCode);
        }

        foreach (var wrong in new[] { $"{circle.Path}/{Guid.CreateVersion7()}/melden", $"/mijn/wie-keek/{entry}/melden", $"{circle.Path}/{entry}/gemeld" })
        {
            await browser.Get(wrong);
            Assert.Equal(HttpStatusCode.NotFound, browser.Last!.StatusCode);
        }

        browser.Dispose();
    }

    [Fact]
    public async Task A_desk_that_may_not_run_says_so_and_keeps_the_note()
    {
        var (circle, browser) = await Read();
        var page = await browser.Get(await ReportLink(browser, circle, "Marieke Visser las berichten"));
        await Suspend(circle.Linde);

        var again = await browser.Submit(page, "main form", ("toelichting", "Klopt niet"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
        Assert.StartsWith("Wij kunnen uw melding nu niet aannemen", again.QuerySelector(".govuk-error-summary__list a")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Klopt niet", ((IHtmlTextAreaElement)again.QuerySelector("#toelichting")!).Value);
        browser.Dispose();
    }

    private async Task<(Circle Circle, HttpBrowser Browser)> Read()
    {
        var circle = await _stage.Circle();
        await _stage.Enter(circle.Marieke, circle.Network.Compartment, NetworksPurposes.TakePart, Operations.Read, "conversation");
        return (circle, await _stage.World.SignedIn(circle.Annie));
    }

    private static async Task<string> ReportLink(HttpBrowser browser, Circle circle, string says)
    {
        var list = await browser.Get(circle.Path);
        return list.QuerySelectorAll(".timeline__entry").First(line => TracePages.Plain(line.TextContent).Contains(says, StringComparison.Ordinal)).QuerySelector("a[href$='/melden']")!.GetAttribute("href")!;
    }

    private Task<List<UnknownAccessReport>> Reports(OrganisationId organisation)
        => app.In(services => services.GetRequiredService<AppDb>().Set<UnknownAccessReport>().Where(r => r.Compartment == organisation.Office.Id).ToListAsync());

    private Task<List<NoticeKind>> Notices(OrganisationId organisation)
        => app.In(services => services.GetRequiredService<AppDb>().Set<OutboxItem>().Where(r => r.Compartment == organisation.Office.Id).Select(r => r.Kind).ToListAsync());

    private Task<int> Suspend(OrganisationId organisation) => app.In(async services =>
    {
        var db = services.GetRequiredService<AppDb>();
        var desk = await db.Set<ProcessingActivity>().AsNoTracking().SingleAsync(a => a.Organisation == default && a.Key == Activities.PrivacyDesk);
        db.Add(new ProcessingActivity
        {
            Organisation = organisation,
            Key = desk.Key,
            Name = desk.Name,
            GroundArticle6 = desk.GroundArticle6,
            Categories = desk.Categories,
            RetentionClass = desk.RetentionClass,
            Status = ActivityStatus.Suspended,
        });
        return await db.SaveChangesAsync();
    });
}
