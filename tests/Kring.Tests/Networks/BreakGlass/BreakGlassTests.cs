using System.Net;
using Kring.Access;
using Kring.Networks;
using Kring.Networks.BreakGlass;
using Kring.Platform;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Networks.BreakGlass;

public sealed class BreakGlassTests(KringApp app) : IClassFixture<KringApp>
{
    private const string Reason = "Mevrouw is gevallen en haar eigen verpleegkundige is ziek.";
    private readonly World _world = new(app);

    [Fact]
    public async Task A_stand_in_opens_the_network_for_an_hour_and_is_marked_as_an_emergency()
    {
        var (network, standIn) = await Stage("Annie van Rijn");
        Assert.Equal(GateRefusal.NotAuthorised, await Enter(standIn, network));

        var answer = await Break(standIn, "Annie van Rijn", Reason);

        Assert.Equal(EmergencyAnswer.Opened, answer);
        Assert.Equal(GateRefusal.None, await Enter(standIn, network));
        var recipient = await app.InDatabase(db => db.Set<CareNetwork>().Where(n => n.Id == network).Select(n => n.Recipient).SingleAsync());
        Assert.Equal($"/netwerken/{network}/wie-keek", (await app.LastNotice(recipient)).Variables["path"]);
        app.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(GateRefusal.NotAuthorised, await Enter(standIn, network));
    }

    [Fact]
    public async Task Without_a_reason_nothing_opens()
    {
        var (network, standIn) = await Stage("Bep de Boer");

        Assert.Equal(EmergencyAnswer.ReasonTooShort, await Break(standIn, "Bep de Boer", "even kijken"));
        Assert.Equal(GateRefusal.NotAuthorised, await Enter(standIn, network));
    }

    [Fact]
    public async Task Somebody_of_an_organisation_that_does_not_take_part_finds_nothing()
    {
        await Stage("Cor IJzerman");
        var elsewhere = await _world.Organisation("Zorg Elders");
        var outsider = await _world.Person("Een Ander");
        await _world.Works(outsider, elsewhere, Role.Professional, "Een Ander");

        Assert.Equal(EmergencyAnswer.NotFound, await Break(outsider, "Cor IJzerman", Reason));
    }

    [Fact]
    public async Task The_page_is_not_there_for_relatives()
    {
        var browser = await _world.SignedIn(await _world.Person("Joke de Vries"));

        await browser.Get("/noodtoegang");

        Assert.Equal(HttpStatusCode.NotFound, browser.Last!.StatusCode);
    }

    [Fact]
    public async Task The_page_asks_again_and_keeps_what_was_typed()
    {
        var (_, standIn) = await Stage("Dirk Dé");
        var browser = await _world.SignedIn(standIn);

        var page = await browser.Submit(await browser.Get("/noodtoegang"), "form[action=''], main form", ("naam", "Dirk Dé"), ("geboren.Day", "9"), ("geboren.Month", "3"), ("geboren.Year", "1944"), ("reden", "kort"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
        Assert.Equal("kort", page.QuerySelector("#reden")!.TextContent.Trim());
        Assert.StartsWith("Fout:", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_form_names_everything_that_is_missing()
    {
        var (_, standIn) = await Stage("Emma Evers");
        using var browser = await _world.SignedIn(standIn);

        var page = await browser.Submit(await browser.Get("/noodtoegang"), "main form");

        Assert.Equal(["Vul de naam van de zorgontvanger in", "Vul de geboortedatum in als dag, maand en jaar", "Schrijf in ten minste 20 tekens waarom het nu nodig is"],
            page.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.TextContent));
    }

    [Theory]
    [InlineData(Role.Professional, true)]
    [InlineData(Role.Coordinator, true)]
    [InlineData(Role.QualityNurse, true)]
    [InlineData(Role.FunctionalAdministrator, false)]
    [InlineData(Role.DataProtectionOfficer, false)]
    [InlineData(Role.Director, false)]
    public async Task My_networks_leads_there_for_whoever_may_use_it(Role role, bool leads)
    {
        var person = await _world.Person("Iemand");
        await _world.Works(person, await _world.Organisation(), role, "Iemand");
        using var browser = await _world.SignedIn(person);

        Assert.Equal(leads, (await browser.Get("/")).QuerySelector("main a[href='/noodtoegang']") is not null);
    }

    [Fact]
    public async Task A_professional_of_one_network_gets_to_see_the_way_too()
    {
        var (network, _) = await Stage("Fien Faber");
        var ahmed = await _world.Person("Ahmed Yılmaz");
        var elsewhere = await _world.Organisation("Zorg Elders");
        await _world.Works(ahmed, elsewhere, Role.Professional, "Ahmed Yılmaz");
        await _world.Joins(network, ahmed, "Ahmed Yılmaz", Kring.Networks.Participation.Capacity.Professional, "arts", elsewhere);
        using var browser = await _world.SignedIn(ahmed);

        Assert.NotNull((await browser.Get("/")).QuerySelector("main a[href='/noodtoegang']"));
    }

    [Fact]
    public async Task While_it_lasts_every_page_of_the_network_says_until_when_and_who_sees_it()
    {
        var (network, standIn) = await Stage("Greet de Groot");
        await Break(standIn, "Greet de Groot", Reason);
        var until = app.Clock.GetUtcNow().AddHours(1).InAmsterdam().ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        using var browser = await _world.SignedIn(standIn);

        foreach (var page in (string[])["berichten", "mensen", "meer"])
        {
            var banner = (await browser.Get($"/netwerken/{network}/{page}")).QuerySelector(".network-head .notice--warning")!;
            Assert.Equal($"Dit is noodtoegang, tot {until}", banner.QuerySelector(".notice__word")!.TextContent);
            Assert.Contains("Greet de Groot ziet dat u kijkt", banner.TextContent, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Dit netwerk is gestopt", (await browser.Get($"/netwerken/{network}/berichten")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_it_runs_there_is_a_way_back_and_nothing_that_only_who_takes_part_may_do()
    {
        var (network, standIn) = await Stage("Hilda Smit");
        using var browser = await _world.SignedIn(standIn);
        Assert.Null((await browser.Get("/")).QuerySelector("main .notice--warning"));
        await Break(standIn, "Hilda Smit", Reason);

        foreach (var page in (string[])["/", "/noodtoegang"])
            Assert.NotNull((await browser.Get(page)).QuerySelector($"main .notice--warning a[href='/netwerken/{network}/berichten']"));
        Assert.Null((await browser.Get($"/netwerken/{network}/mensen")).QuerySelector("a[href$='/mensen/uitnodigen']"));
        Assert.Null((await browser.Get($"/netwerken/{network}/meer")).QuerySelector("a[href$='/stoppen']"));
        app.Clock.Advance(TimeSpan.FromMinutes(61));
        using var later = await _world.SignedIn(standIn);
        Assert.Null((await later.Get("/")).QuerySelector($"a[href='/netwerken/{network}/berichten']"));
    }

    [Fact]
    public async Task Whoever_takes_part_sees_no_such_banner()
    {
        var (network, _) = await Stage("Henk Hofstra");
        var joke = await _world.Person("Joke de Vries");
        await _world.Joins(network, joke, "Joke de Vries", Kring.Networks.Participation.Capacity.InformalCarer);
        using var browser = await _world.SignedIn(joke);

        Assert.Null((await browser.Get($"/netwerken/{network}/berichten")).QuerySelector(".network-head .notice--warning"));
    }

    private async Task<(NetworkId Network, PersonId StandIn)> Stage(string recipient)
    {
        var linde = await _world.Organisation();
        var marieke = await _world.Person("Marieke Visser");
        await _world.Works(marieke, linde, Role.Coordinator, "Marieke Visser");
        var standIn = await _world.Person("Sanne Bakker");
        await _world.Works(standIn, linde, Role.Professional, "Sanne Bakker");
        return (await _world.Network(await _world.Person(recipient), recipient, marieke, linde), standIn);
    }

    private Task<EmergencyAnswer> Break(PersonId person, string recipient, string reason) => app.Acts(async services =>
        (await services.GetRequiredService<OpenInEmergency>().Run(Actor.Arriving(person), "Sanne Bakker", recipient, new DateOnly(1944, 3, 9), reason, default)).Answer);

    private Task<GateRefusal> Enter(PersonId person, NetworkId network) => app.In(async services =>
        (await services.GetRequiredService<Door>().Enter(
            new Visit(Actor.Arriving(person), network.Compartment, NetworksPurposes.TakePart, Operations.Read, new LoggedObject("network")), default)).Refusal);
}
