using System.Net;
using Kring.Access;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Tests.Networks.Admissions;
using Kring.Tests.Support;

namespace Kring.Tests.Networks.Coordination;

public sealed class CoordinatorPageTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly Consenting _stage = new(app);

    [Fact]
    public async Task Handing_over_takes_a_choice_and_a_confirmation_and_the_old_one_goes_on_as_a_professional()
    {
        var network = await _stage.Network();
        var (sanne, membership) = await Professional(network, network.Linde);
        using var marieke = await _stage.World.SignedIn(network.Marieke);
        var choice = await marieke.Get(network.Path("coordinator"));
        Assert.Contains("Sanne Bakker", choice.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var sure = await marieke.Get(network.Path($"coordinator?wie={membership.Value}"));
        Assert.Contains("Sanne Bakker wordt coördinator", sure.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal([network.Marieke], await Coordinators(network));
        await marieke.Submit(sure, "main form");

        Assert.Equal(HttpStatusCode.Redirect, marieke.Last!.StatusCode);
        Assert.Equal([sanne], await Coordinators(network));
        var people = await marieke.Visit(marieke.Last!.Headers.Location!.ToString());
        Assert.StartsWith("De nieuwe coördinator is vastgelegd.", people.QuerySelector(".notice--success .notice__body")!.TextContent.Trim(), StringComparison.Ordinal);
        await marieke.Get(network.Path("berichten"));
        Assert.Equal(HttpStatusCode.OK, marieke.Last!.StatusCode);
        await marieke.Get(network.Path("coordinator"));
        Assert.Equal(HttpStatusCode.NotFound, marieke.Last!.StatusCode);
        foreach (var told in (PersonId[])[network.Marieke, sanne, network.Annie])
            Assert.NotEmpty(await app.Notices(told));
    }

    [Fact]
    public async Task Going_on_without_a_choice_says_so()
    {
        var network = await _stage.Network();
        await Professional(network, network.Linde);
        using var marieke = await _stage.World.SignedIn(network.Marieke);

        var page = await marieke.Get(network.Path("coordinator?gekozen=ja"));

        Assert.StartsWith("Fout: ", page.Title, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".govuk-error-summary a[href='#wie']"));
        Assert.NotNull((await marieke.Get(network.Path("coordinator"))).QuerySelector("form input[name=gekozen]"));
    }

    [Fact]
    public async Task The_recipient_chooses_when_nobody_coordinates_and_not_before()
    {
        var network = await _stage.Network();
        var (sanne, membership) = await Professional(network, network.Linde);
        Assert.Equal(HttpStatusCode.Forbidden, await Appoints(network.Annie, network, membership));

        await _stage.World.Leaves(network.Marieke, network.Linde);
        using var annie = await _stage.World.SignedIn(network.Annie);
        var page = await annie.Get(network.Path("coordinator"));

        Assert.Contains("Er is nu geen coördinator", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await Appoints(network.Annie, network, membership));
        Assert.Equal([sanne], await Coordinators(network));
    }

    [Fact]
    public async Task A_relative_a_professional_and_a_manager_of_money_appoint_nobody()
    {
        var network = await _stage.Network();
        var (sanne, membership) = await Professional(network, network.Linde);
        var joke = await _stage.World.Person("Joke de Vries");
        await _stage.World.Joins(network.Id, joke, "Joke de Vries", Capacity.InformalCarer);
        var (money, _) = await _stage.Representative(network.Id, MandateKind.Administrator, MandateScope.Money);

        Assert.Equal(HttpStatusCode.NotFound, await Appoints(joke, network, membership));
        Assert.Equal(HttpStatusCode.NotFound, await Appoints(sanne, network, membership));
        Assert.Equal(HttpStatusCode.NotFound, await Appoints(money, network, membership));
        Assert.Equal([network.Marieke], await Coordinators(network));
    }

    [Fact]
    public async Task A_relative_oneself_and_somebody_whose_organisation_may_not_are_not_appointed()
    {
        var network = await _stage.Network();
        var joke = await _stage.World.Joins(network.Id, await _stage.World.Person("Joke de Vries"), "Joke de Vries", Capacity.InformalCarer);
        var elsewhere = await _stage.World.Organisation("Fysio Zonder Overeenkomst", agreement: false);
        var (_, outside) = await Professional(network, elsewhere);
        var own = (await _stage.Rows<NetworkMembership>(network.Id)).Single(m => m.IsCoordinator).Id;

        foreach (var membership in (MembershipId[])[joke, outside, own])
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await Appoints(network.Marieke, network, membership));
        using var marieke = await _stage.World.SignedIn(network.Marieke);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Forging.Post(marieke, network.Path("coordinator"), "coordinator"));
        Assert.Contains("Er is niemand die dit kan overnemen", (await marieke.Get(network.Path("coordinator"))).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal([network.Marieke], await Coordinators(network));
    }

    private async Task<(PersonId Person, MembershipId Membership)> Professional(LockedNetwork network, OrganisationId organisation)
    {
        var sanne = await _stage.World.Person("Sanne Bakker");
        await _stage.World.Works(sanne, organisation, Role.Professional, "Sanne Bakker");
        return (sanne, await _stage.World.Joins(network.Id, sanne, "Sanne Bakker", Capacity.Professional, "wijkverpleegkundige", organisation));
    }

    private async Task<IEnumerable<PersonId>> Coordinators(LockedNetwork network)
        => (await _stage.Rows<NetworkMembership>(network.Id)).Where(m => m.IsCoordinator && m.Until == null).Select(m => m.Person);

    private async Task<HttpStatusCode> Appoints(PersonId person, LockedNetwork network, MembershipId membership)
        => await Forging.Post(await _stage.World.SignedIn(person), network.Path("coordinator"), "coordinator", ("wie", membership.Value.ToString()));
}
