using System.Net;
using Kring.Access;
using Kring.Networks;
using Kring.Networks.Admissions;
using Kring.Networks.Invitations;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Tests.Networks.Admissions;
using Kring.Tests.Support;

namespace Kring.Tests.Networks.Closing;

public sealed class ClosePageTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly Consenting _stage = new(app);

    [Fact]
    public async Task Pausing_shows_and_ends_and_people_go_on_writing()
    {
        var network = await _stage.Network();
        using var marieke = await _stage.World.SignedIn(network.Marieke);

        await marieke.Submit(await marieke.Get(network.Path("afsluiten")), "form:has([name=uit])");
        Assert.Equal(HttpStatusCode.Redirect, marieke.Last!.StatusCode);
        Assert.Equal("Het netwerk staat op tijdelijk uit zorg.", await Gelukt(marieke));
        Assert.Equal(CareState.TemporarilyOutOfCare, await State(network));
        Assert.Equal(HttpStatusCode.Redirect, await Writes(network.Annie, network));
        await marieke.Submit(await marieke.Get(network.Path("afsluiten")), "form:has([name=uit])");

        Assert.Equal(CareState.InCare, await State(network));
    }

    private static async Task<string?> Gelukt(HttpBrowser browser)
        => (await browser.Visit(browser.Last!.Headers.Location!.ToString())).QuerySelector(".notice--success .notice__body")?.TextContent.Trim();

    [Fact]
    public async Task Only_the_coordinator_pauses()
    {
        var network = await _stage.Network();
        var joke = await Relative(network);

        Assert.Equal(HttpStatusCode.Forbidden, await Forging.Post(await _stage.World.SignedIn(network.Annie), network.Path("afsluiten"), "uitzorg", ("uit", "ja")));
        Assert.Equal(HttpStatusCode.NotFound, await Forging.Post(await _stage.World.SignedIn(joke), network.Path("afsluiten"), "uitzorg", ("uit", "ja")));
        Assert.Equal(CareState.InCare, await State(network));
    }

    [Fact]
    public async Task In_a_closed_network_nobody_writes_or_lets_anybody_in()
    {
        var network = await _stage.Network();
        var joke = await Relative(network);
        Assert.Equal(HttpStatusCode.Redirect, await Writes(joke, network));
        var question = await _stage.Asks(network.Id, network.Marieke);
        using var marieke = await _stage.World.SignedIn(network.Marieke);

        await marieke.Submit(await marieke.Get(network.Path("afsluiten")), "form:has([name=bevestig])", ("bevestig", "Afsluiten "));
        Assert.Equal(HttpStatusCode.Redirect, marieke.Last!.StatusCode);
        Assert.Equal("Het netwerk is afgesloten. Iedereen kan nog lezen, niemand kan nog schrijven.", await Gelukt(marieke));
        Assert.Equal(CareState.Closed, await State(network));

        foreach (var person in (PersonId[])[network.Marieke, network.Annie, joke])
        {
            using var browser = await _stage.World.SignedIn(person);
            foreach (var page in (string[])["berichten", "mensen", "meer"])
            {
                await browser.Get(network.Path(page));
                Assert.Equal((page, HttpStatusCode.OK), (page, browser.Last!.StatusCode));
            }

            Assert.Equal(HttpStatusCode.NotFound, await Writes(person, network));
            Assert.Equal(HttpStatusCode.NotFound, await Forging.Post(browser, network.Path("mensen/uitnodigen"), "uitnodigen", Stage.Wish("Lies", "lies@kring.example", reason: "Om mee te lezen")));
        }

        Assert.Equal(AdmissionState.TakenBack, (await _stage.Rows<AdmissionRequest>(network.Id)).Single(a => a.Id == question).State);
        Assert.Equal(HttpStatusCode.NotFound, await Forging.Post(marieke, network.Path("afsluiten"), "uitzorg", ("uit", "nee")));
        Assert.Equal(HttpStatusCode.NotFound, await Closes(network.Annie, network));
        Assert.Equal(HttpStatusCode.NotFound, await Forging.Post(marieke, network.Path("vertegenwoordigers/nieuw"), "bevoegdheid"));
        Assert.Equal(HttpStatusCode.NotFound, await Forging.Post(marieke, network.Path("coordinator"), "coordinator"));
    }

    [Fact]
    public async Task An_invitation_that_was_open_is_worth_nothing_afterwards()
    {
        var stage = await Stage.Set(app);
        using var marieke = await stage.World.SignedIn(stage.Marieke);
        await marieke.Submit(await marieke.Get(stage.Path("mensen/uitnodigen")), "main form", Stage.Wish("Joke", "joke.dicht@kring.example"));
        var link = await app.InvitationFor(stage.Network.Compartment, "joke.dicht@kring.example");

        await marieke.Submit(await marieke.Get(stage.Path("afsluiten")), "form:has([name=bevestig])", ("bevestig", "afsluiten"));

        using var joke = app.NewBrowser();
        await joke.Get(link);
        Assert.Equal(HttpStatusCode.Gone, joke.Last!.StatusCode);
        Assert.NotNull((await _stage.Rows<Invitation>(stage.Network)).Single().WithdrawnAt);
    }

    [Fact]
    public async Task Without_the_typed_word_it_stays_open()
    {
        var network = await _stage.Network();
        using var annie = await _stage.World.SignedIn(network.Annie);
        var page = await annie.Submit(await annie.Get(network.Path("afsluiten")), "form:has([name=bevestig])", ("bevestig", "ja"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, annie.Last!.StatusCode);
        Assert.Contains("Typ het woord afsluiten", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(CareState.InCare, await State(network));
    }

    [Fact]
    public async Task The_recipient_and_a_mentor_close_and_a_relative_a_professional_and_a_manager_of_money_do_not()
    {
        var network = await _stage.Network();
        var (mentor, _) = await _stage.Representative(network.Id, MandateKind.Mentor);
        var (money, _) = await _stage.Representative(network.Id, MandateKind.Administrator, MandateScope.Money);
        var joke = await Relative(network);
        var sanne = await _stage.World.Person("Sanne Bakker");
        await _stage.World.Works(sanne, network.Linde, Role.Professional, "Sanne Bakker");
        await _stage.World.Joins(network.Id, sanne, "Sanne Bakker", Capacity.Professional, "wijkverpleegkundige", network.Linde);

        Assert.Equal(HttpStatusCode.NotFound, await Closes(money, network));
        Assert.Equal(HttpStatusCode.NotFound, await Closes(joke, network));
        Assert.Equal(HttpStatusCode.NotFound, await Closes(sanne, network));
        Assert.Equal(CareState.InCare, await State(network));
        Assert.Equal(HttpStatusCode.Redirect, await Closes(mentor, network));
        var own = await _stage.Network();
        Assert.Equal(HttpStatusCode.Redirect, await Closes(own.Annie, own));
    }

    private async Task<PersonId> Relative(LockedNetwork network)
    {
        var joke = await _stage.World.Person("Joke de Vries");
        await _stage.World.Joins(network.Id, joke, "Joke de Vries", Capacity.InformalCarer);
        return joke;
    }

    private async Task<CareState> State(LockedNetwork network) => Assert.Single(await _stage.Rows<CareNetwork>(network.Id)).State;

    private async Task<HttpStatusCode> Closes(PersonId person, LockedNetwork network)
        => await Forging.Post(await _stage.World.SignedIn(person), network.Path("afsluiten"), "afsluiten", ("bevestig", "afsluiten"));

    private async Task<HttpStatusCode> Writes(PersonId person, LockedNetwork network)
        => await Forging.Post(await _stage.World.SignedIn(person), network.Path("berichten/nieuw"), "gesprek", ("onderwerp", "Boodschappen"), ("wie", "iedereen"), ("leestmee", "true"), ("tekst", "Wie gaat er?"), ("kenmerk", Guid.CreateVersion7().ToString()));
}
