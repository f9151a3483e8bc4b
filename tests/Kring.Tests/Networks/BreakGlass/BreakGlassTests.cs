using System.Net;
using Kring.Access;
using Kring.Networks;
using Kring.Networks.BreakGlass;
using Kring.Tests.Support;
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

    private async Task<(NetworkId Network, PersonId StandIn)> Stage(string recipient)
    {
        var linde = await _world.Organisation();
        var marieke = await _world.Person("Marieke Visser");
        await _world.Works(marieke, linde, Role.Coordinator, "Marieke Visser");
        var standIn = await _world.Person("Sanne Bakker");
        await _world.Works(standIn, linde, Role.Professional, "Sanne Bakker");
        return (await _world.Network(await _world.Person(recipient), recipient, marieke, linde), standIn);
    }

    private Task<EmergencyAnswer> Break(PersonId person, string recipient, string reason) => app.In(async services =>
        (await services.GetRequiredService<OpenInEmergency>().Run(Actor.Arriving(person), "Sanne Bakker", recipient, new DateOnly(1944, 3, 9), reason, default)).Answer);

    private Task<GateRefusal> Enter(PersonId person, NetworkId network) => app.In(async services =>
        (await services.GetRequiredService<Door>().Enter(
            new Visit(Actor.Arriving(person), network.Compartment, NetworksPurposes.TakePart, Operations.Read, new LoggedObject("network")), default)).Refusal);
}
