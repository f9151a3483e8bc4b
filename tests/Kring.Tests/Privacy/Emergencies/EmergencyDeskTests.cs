using System.Net;
using AngleSharp.Html.Dom;
using Kring.Access;
using Kring.Data;
using Kring.Delivery;
using Kring.Networks.BreakGlass;
using Kring.Tests.Privacy.Traces;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Privacy.Emergencies;

public sealed class EmergencyDeskTests(KringApp app) : IClassFixture<KringApp>
{
    private const string Reason = "Mevrouw is gevallen en haar eigen verpleegkundige is ziek.";
    private readonly PrivacyStage _stage = new(app);

    [Fact]
    public async Task The_officer_is_told_without_content_and_finds_who_opened_what_and_why()
    {
        var (circle, officer) = await Opened();
        using var browser = await _stage.World.SignedIn(officer);

        Assert.NotNull((await browser.Get("/privacybalie")).QuerySelector("a[href='/privacybalie/noodtoegang']"));
        var list = await browser.Get("/privacybalie/noodtoegang");
        var detail = await browser.Get(list.QuerySelector(".card__link")!.GetAttribute("href")!);

        Assert.Equal("Nog nakijken", list.QuerySelector(".card .tag")!.TextContent);
        var text = TracePages.Plain(detail.QuerySelector("main")!.TextContent);
        Assert.Contains("Sanne Bakker", text, StringComparison.Ordinal);
        Assert.Contains("Annie de Vries", text, StringComparison.Ordinal);
        Assert.Contains(Reason, text, StringComparison.Ordinal);
        var notice = Assert.Single(await app.InDatabase(db => db.Set<OutboxItem>().Where(i => i.Compartment == circle.Linde.Office.Id && i.Kind == NoticeKind.EmergencyAccess).ToListAsync()));
        await browser.Get($"/m/{notice.Id.Value:N}");
        Assert.Equal("/privacybalie/noodtoegang", browser.Path());
    }

    [Fact]
    public async Task Checking_takes_words_and_is_done_once()
    {
        var (_, officer) = await Opened();
        using var browser = await _stage.World.SignedIn(officer);
        var detail = await browser.Get((await browser.Get("/privacybalie/noodtoegang")).QuerySelector(".card__link")!.GetAttribute("href")!);

        var empty = await browser.Submit(detail, "main form");
        Assert.Equal("Schrijf op wat u vond", empty.QuerySelector(".govuk-error-summary__list a")!.TextContent);
        var typed = new string('é', 1_001);
        var tooLong = await browser.Submit(detail, "main form", ("bevinding", typed));
        Assert.Equal("Schrijf niet meer dan 1000 tekens", tooLong.QuerySelector(".govuk-error-summary__list a")!.TextContent);
        Assert.Equal(typed, ((IHtmlTextAreaElement)tooLong.QuerySelector("#bevinding")!).Value);
        await browser.Submit(detail, "main form", ("bevinding", "Het was nodig."));
        var after = await browser.Visit(browser.Last!.Headers.Location!.ToString());
        Assert.Equal("De noodtoegang is nagekeken.", after.QuerySelector(".notice--success .notice__body")!.TextContent.Trim());
        var again = await browser.Submit(detail, "main form", ("bevinding", "Het was niet nodig."));

        Assert.Equal(HttpStatusCode.Conflict, browser.Last!.StatusCode);
        Assert.Equal("Het was niet nodig.", again.QuerySelector(".notice--warning .typed")!.TextContent);
        Assert.Contains("Het was nodig.", again.QuerySelectorAll(".typed").Select(t => t.TextContent));
        Assert.StartsWith("Nagekeken", (await browser.Get("/privacybalie/noodtoegang")).QuerySelector(".card .tag")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_officer_of_that_organisation_finds_it()
    {
        var (circle, officer) = await Opened();
        using var browser = await _stage.World.SignedIn(officer);
        var path = (await browser.Get("/privacybalie/noodtoegang")).QuerySelector(".card__link")!.GetAttribute("href")!;
        var director = await _stage.World.Person("Hans Bos");
        await _stage.World.Works(director, circle.Linde, Role.Director, "Hans Bos");
        var other = await _stage.World.Person("Een Andere FG");
        await _stage.World.Works(other, await _stage.World.Organisation("Zorg Elders"), Role.DataProtectionOfficer, "Een Andere FG");

        foreach (var person in (PersonId[])[director, other, circle.Annie, circle.Marieke])
        {
            using var theirs = await _stage.World.SignedIn(person);
            await theirs.Get(path);
            Assert.Equal(HttpStatusCode.NotFound, theirs.Last!.StatusCode);
        }
    }

    [Fact]
    public async Task What_was_typed_is_sealed()
    {
        var (circle, _) = await Opened();

        var row = await app.InDatabase(db => db.Set<EmergencyReview>().AsNoTracking().SingleAsync(r => r.Compartment == circle.Linde.Office.Id));

        foreach (var value in (ReadOnlyMemory<byte>[])[row.Name.Bytes, row.Recipient.Bytes, row.Reason.Bytes])
            Assert.DoesNotMatch("Sanne|Annie|gevallen", System.Text.Encoding.UTF8.GetString(value.Span));
    }

    private async Task<(Circle Circle, PersonId Officer)> Opened()
    {
        var circle = await _stage.Circle();
        var officer = await _stage.World.Person("Fatima El Amrani");
        await _stage.World.Works(officer, circle.Linde, Role.DataProtectionOfficer, "Fatima El Amrani");
        var sanne = await _stage.World.Person("Sanne Bakker");
        await _stage.World.Works(sanne, circle.Linde, Role.Professional, "Sanne Bakker");
        var (answer, network) = await app.Acts(services => services.GetRequiredService<OpenInEmergency>().Run(Actor.Arriving(sanne), "Sanne Bakker", "Annie de Vries", new DateOnly(1944, 3, 9), Reason, default));
        Assert.Equal((EmergencyAnswer.Opened, circle.Network), (answer, network));
        return (circle, officer);
    }
}
