using System.Net;
using AngleSharp.Html.Dom;
using Kring.Access;
using Kring.Networks;
using Kring.Networks.BreakGlass;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Platform;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Privacy.Traces;

public sealed class WhoLookedTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly PrivacyStage _stage = new(app);

    [Fact]
    public async Task The_care_recipient_sees_who_looked_with_function_organisation_and_ground()
    {
        var circle = await _stage.Circle();
        await Read(circle.Marieke, circle);

        var page = await See(circle.Annie, circle.Path);

        Assert.Equal("Wie keek in mijn gegevens?", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("vandaag", page.QuerySelector("h2.trace-day")!.TextContent);
        var line = Line(page, "Marieke Visser las berichten");
        Assert.Contains("coördinator bij Thuiszorg De Linde", line, StringComparison.Ordinal);
        Assert.Contains("omdat de wet het vraagt", line, StringComparison.Ordinal);
        Assert.Contains("AVG artikel 6 lid 1 onder b", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_at_the_list_is_itself_in_the_list_at_once()
    {
        var circle = await _stage.Circle();
        await See(circle.Annie, circle.Path);

        var page = await See(circle.Annie, circle.Path + "?eigen=ja");

        Line(page, "Annie de Vries (uzelf) bekeek wie er keek (2 keer)");
    }

    [Fact]
    public async Task What_was_refused_is_shown_as_a_try_with_the_reason()
    {
        var circle = await _stage.Circle();
        var stranger = await _stage.World.Person("Een Vreemde");
        await Read(stranger, circle);

        var page = await See(circle.Annie, circle.Path);

        var line = Line(page, "Iemand die hier niet meedoet probeerde berichten te lezen, maar mocht dat niet");
        Assert.Contains("Deze persoon doet niet mee.", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Vreemde", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jobs_are_shown_as_Kring_itself()
    {
        var circle = await _stage.Circle();

        var page = await See(circle.Annie, circle.Path + "?automatisch=ja");

        Assert.Contains("automatisch", Line(page, "Kring zelf maakte het netwerk"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_representative_with_a_mandate_sees_it_too_and_without_one_does_not()
    {
        var circle = await _stage.Circle();
        var (mentor, late) = (await _stage.World.Person("Ties Bakker"), await _stage.World.Person("Oud Mentor"));
        await _stage.World.Joins(circle.Network, mentor, "Ties Bakker", Capacity.Representative, "mentor");
        await _stage.World.Joins(circle.Network, late, "Oud Mentor", Capacity.Representative, "mentor");
        await _stage.World.Represents(circle.Network, mentor, MandateKind.Mentor, MandateScope.Care, new DateOnly(2026, 1, 1));
        await _stage.World.Represents(circle.Network, late, MandateKind.Mentor, MandateScope.Care, new DateOnly(2024, 1, 1), new DateOnly(2025, 1, 1));

        var page = await See(mentor, circle.Path + "?eigen=ja");

        Assert.Contains("mentor, namens Annie de Vries", Line(page, "Ties Bakker (uzelf) bekeek wie er keek"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusFor(late, circle.Path));
    }

    [Theory]
    [InlineData(13, true)]
    [InlineData(16, true)]
    [InlineData(11, false)]
    public async Task From_12_on_a_parent_does_not_see_what_the_child_read(int age, bool kept)
    {
        var (circle, child, mother) = await Family(age);
        await Read(child, circle);
        await _stage.Enter(child, circle.Network.Compartment, NetworksPurposes.TakePart, Operations.Delete, "participant");
        await Read(circle.Marieke, circle);

        var page = await See(mother, circle.Path);

        Line(page, "Marieke Visser las berichten");
        Assert.Contains(TracePages.Sentences(page), line => line.StartsWith("Milan Hoogland", StringComparison.Ordinal) && !line.Contains("las berichten", StringComparison.Ordinal));
        Assert.Equal(!kept, TracePages.Sentences(page).Contains("Milan Hoogland las berichten"));
        Assert.Equal(kept, page.Body!.TextContent.Contains("Wat Milan Hoogland zelf las, staat er niet bij.", StringComparison.Ordinal));
        Assert.Equal(!kept, TracePages.Sentences(await See(mother, $"{circle.Path}?wie={child}&soort=gelezen")).Contains("Milan Hoogland las berichten"));
        using (var browser = await _stage.World.SignedIn(mother))
        {
            await browser.Get(circle.Path + ".csv");
            Assert.Equal(!kept, (await browser.Last!.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Contains(";Milan Hoogland;zorgontvanger;las berichten;", StringComparison.Ordinal));
        }

        var own = await See(child, circle.Path + "?eigen=ja&soort=gelezen");
        var line = own.QuerySelectorAll(".timeline__entry").Single(e => TracePages.Plain(e.TextContent).Contains("(uzelf) las berichten", StringComparison.Ordinal)).QuerySelector("a.trace__report")!.GetAttribute("href")!;
        Assert.Equal(kept ? HttpStatusCode.NotFound : HttpStatusCode.OK, await StatusFor(mother, line));
        Assert.DoesNotContain("staat er niet bij. Vanaf 12", own.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_broke_the_glass_is_named_with_function_and_organisation()
    {
        var circle = await _stage.Circle();
        var karin = await _stage.World.Person("Karin de Graaf");
        await _stage.World.Works(karin, circle.Linde, Role.QualityNurse, "Karin de Graaf", "kwaliteitsverpleegkundige");
        await app.Acts(services => services.GetRequiredService<OpenInEmergency>().Run(Actor.Arriving(karin), "Karin de Graaf", "Annie de Vries", new DateOnly(1944, 3, 9), "Mevrouw is gevallen en haar team is ziek.", default));

        var line = Line(await See(circle.Annie, circle.Path + "?soort=nood"), "Karin de Graaf");

        Assert.Contains("kwaliteitsverpleegkundige bij Thuiszorg De Linde", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_finds_the_page_or_the_download()
    {
        var circle = await _stage.Circle();
        var stranger = await _stage.World.Person("Een Vreemde");

        foreach (var person in new[] { circle.Joke, circle.Marieke, stranger })
        {
            Assert.Equal(HttpStatusCode.NotFound, await StatusFor(person, circle.Path));
            Assert.Equal(HttpStatusCode.NotFound, await StatusFor(person, circle.Path + ".csv"));
        }

        Assert.Equal(HttpStatusCode.NotFound, await StatusFor(circle.Annie, $"/netwerken/{Guid.CreateVersion7()}/wie-keek"));
        Line(await See(circle.Annie, circle.Path), "Marieke Visser probeerde te zien wie er keek, maar mocht dat niet");
    }

    [Fact]
    public async Task A_visitor_is_led_to_signing_in()
    {
        var circle = await _stage.Circle();
        using var browser = app.NewBrowser();

        await browser.Get(circle.Path);

        Assert.Equal(HttpStatusCode.Found, browser.Last!.StatusCode);
        Assert.StartsWith("/inloggen", browser.Last.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_left_keeps_a_name_in_the_list()
    {
        var circle = await _stage.Circle();
        await Read(circle.Joke, circle);
        await _stage.Leaves(circle.Network, circle.Joke);

        var line = Line(await See(circle.Annie, circle.Path), "Joke de Vries las berichten");

        Assert.Contains("dochter, deed mee tot", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_sees_who_used_their_own_profile_and_nobody_elses()
    {
        var circle = await _stage.Circle();

        var page = await See(circle.Joke, "/mijn/wie-keek?eigen=ja&automatisch=ja");

        Line(page, "Uzelf logde in");
        Line(page, "Kring zelf maakte het profiel");
        Assert.DoesNotContain("Annie", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<(Circle Circle, PersonId Child, PersonId Mother)> Family(int age)
    {
        var (linde, marieke) = (await _stage.World.Organisation(), await _stage.World.Person("Marieke Visser"));
        await _stage.World.Works(marieke, linde, Role.Coordinator, "Marieke Visser");
        var (child, mother) = (await _stage.World.Person("Milan Hoogland"), await _stage.World.Person("Nathalie Hoogland"));
        var network = await _stage.World.Network(child, "Milan Hoogland", marieke, linde, app.Clock.Moment().DutchDay().AddYears(-age));
        await _stage.World.Joins(network, mother, "Nathalie Hoogland", Capacity.Representative, "moeder");
        await _stage.World.Represents(network, mother, MandateKind.ParentWithAuthority, MandateScope.Care, new DateOnly(2020, 1, 1));
        return (new Circle(linde, child, mother, marieke, network), child, mother);
    }

    private Task<GateRefusal> Read(PersonId person, Circle circle) => _stage.Enter(person, circle.Network.Compartment, NetworksPurposes.TakePart, Operations.Read, "conversation");

    private async Task<IHtmlDocument> See(PersonId person, string path)
    {
        using var browser = await _stage.World.SignedIn(person);
        var page = await browser.Get(path);
        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
        return page;
    }

    private async Task<HttpStatusCode> StatusFor(PersonId person, string path)
    {
        using var browser = await _stage.World.SignedIn(person);
        await browser.Get(path);
        return browser.Last!.StatusCode;
    }

    /// <summary>The whole text of the line that says this.</summary>
    private static string Line(IHtmlDocument page, string says)
    {
        var lines = page.QuerySelectorAll(".timeline__entry").Select(line => TracePages.Plain(line.TextContent)).ToList();
        return lines.Find(line => line.Contains(says, StringComparison.Ordinal)) ?? throw new Xunit.Sdk.XunitException($"No line says '{says}':\n{string.Join('\n', lines)}");
    }
}
