using System.Net;
using Kring.Access;
using Kring.Conversations;
using Kring.Networks;
using Kring.Networks.Admissions;
using Kring.Networks.BreakGlass;
using Kring.Networks.Invitations;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Tests.Networks.Admissions;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Networks.Closing;

/// <summary>A closed network is read, and what was given can still be taken back (AVG art. 7(3)).</summary>
public sealed class EndingWhenClosedTests(KringApp app) : IClassFixture<KringApp>
{
    private const string Form = "main form";
    private readonly Consenting _stage = new(app);

    [Fact]
    public async Task A_relative_leaves_by_the_pages()
    {
        var network = await _stage.Network();
        var (joke, _) = await Relative(network);
        await _stage.Close(network.Id);
        using var browser = await _stage.World.SignedIn(joke);

        Assert.NotNull((await browser.Get(network.Path("mensen"))).QuerySelector("a[href$='/stoppen']"));
        Assert.NotNull((await browser.Get(network.Path("meer"))).QuerySelector($"a[href='{network.Path("stoppen")}']"));
        var page = await browser.Get((await browser.Get(network.Path("stoppen"))).QuerySelector("main a.button")!.GetAttribute("href")!);
        Assert.Contains("Terugkomen kan niet", page.Body!.TextContent, StringComparison.Ordinal);
        await browser.Submit(page, Form);

        Assert.Equal(HttpStatusCode.Redirect, browser.Last!.StatusCode);
        Assert.Equal(GateRefusal.NoRelation, await _stage.Enter(joke, network.Id));
    }

    [Fact]
    public async Task The_recipient_lets_somebody_stop_and_the_coordinator_does_with_a_reason()
    {
        var network = await _stage.Network();
        var ((joke, first), (piet, second)) = (await Relative(network), await Relative(network));
        await _stage.Close(network.Id);
        using var annie = await _stage.World.SignedIn(network.Annie);
        using var marieke = await _stage.World.SignedIn(network.Marieke);

        var list = await annie.Get(network.Path("stoppen"));
        Assert.Null(list.QuerySelector("main a[href$='/afsluiten']"));
        await annie.Submit(await annie.Get(network.Path($"mensen/{first.Value}/stoppen")), Form);
        await marieke.Submit(await marieke.Get(network.Path($"mensen/{second.Value}/stoppen")), Form, ("reden", "Op eigen verzoek"));

        Assert.Equal(GateRefusal.NoRelation, await _stage.Enter(joke, network.Id));
        Assert.Equal(GateRefusal.NoRelation, await _stage.Enter(piet, network.Id));
        Assert.Equal(HttpStatusCode.Forbidden, await Forging.Post(annie, network.Path($"mensen/{(await Own(network, network.Annie)).Value}/stoppen"), "stoppen"));
    }

    [Fact]
    public async Task The_recipient_withdraws_a_consent_in_as_many_steps_as_before()
    {
        var network = await _stage.Network();
        var question = await _stage.Asks(network.Id, network.Marieke);
        using var annie = await _stage.World.SignedIn(network.Annie);
        await annie.Submit(await annie.Get(network.Path($"toestemming/{question.Value}")), Form, ("antwoord", "ja"));
        var ineke = await _stage.Accepts(network.Id, question);
        await _stage.Close(network.Id);

        await annie.Submit(await annie.Get((await annie.Get(network.Path("toestemming"))).QuerySelector(".people__state a")!.GetAttribute("href")!), Form);

        Assert.Equal(HttpStatusCode.Redirect, annie.Last!.StatusCode);
        Assert.NotNull(Assert.Single(await _stage.Rows<Consent>(network.Id)).WithdrawnAt);
        Assert.Equal(GateRefusal.NoRelation, await _stage.Enter(ineke, network.Id));
    }

    [Fact]
    public async Task The_coordinator_ends_a_mandate_and_records_none()
    {
        var network = await _stage.Network();
        var (mentor, _) = await _stage.Representative(network.Id, MandateKind.Mentor);
        await _stage.Close(network.Id);
        using var marieke = await _stage.World.SignedIn(network.Marieke);

        var list = await marieke.Get(network.Path("vertegenwoordigers"));
        Assert.Null(list.QuerySelector("a[href$='/nieuw']"));
        await marieke.Submit(await marieke.Get(list.QuerySelector("main a[href$='/stoppen']")!.GetAttribute("href")!), Form);

        Assert.Equal(HttpStatusCode.Redirect, marieke.Last!.StatusCode);
        Assert.Equal(GateRefusal.NoRelation, await _stage.Enter(mentor, network.Id));
    }

    [Fact]
    public async Task A_question_that_was_left_open_is_not_answered_and_says_why()
    {
        var network = await _stage.Network();
        var question = await _stage.Asks(network.Id, network.Marieke);
        await _stage.Close(network.Id);
        using var annie = await _stage.World.SignedIn(network.Annie);

        var page = await annie.Get(network.Path($"toestemming/{question.Value}"));
        Assert.Contains("Er kan niemand meer bij komen", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("button[name=antwoord]"));
        Assert.Contains("Er wacht geen vraag", (await annie.Get(network.Path("toestemming"))).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await Forging.Post(annie, network.Path($"toestemming/{question.Value}"), "antwoord", ("antwoord", "ja")));
        Assert.Empty(await _stage.Rows<Consent>(network.Id));
    }

    [Fact]
    public async Task An_invitation_that_was_left_open_is_shut_at_the_gate()
    {
        var network = await _stage.Network();
        var question = await _stage.Asks(network.Id, network.Marieke, capacity: Capacity.InformalCarer);
        using var annie = await _stage.World.SignedIn(network.Annie);
        await annie.Submit(await annie.Get(network.Path($"toestemming/{question.Value}")), Form, ("antwoord", "ja"));
        var invitation = Assert.Single(await _stage.Rows<Invitation>(network.Id)).Id;
        await _stage.Close(network.Id);

        foreach (var operation in (Operations[])[Operations.Create, Operations.Update])
            Assert.Equal(GateRefusal.ReadOnly, await Enters(new Visit(Actor.Invited(invitation.Value), network.Id.Compartment, NetworksPurposes.TakePart, operation, new LoggedObject("invitation"))));
        using var visitor = app.NewBrowser();
        await visitor.Get(await app.InvitationFor(network.Id.Compartment, "ineke@kring.example"));
        Assert.Equal(HttpStatusCode.Gone, visitor.Last!.StatusCode);
    }

    [Fact]
    public async Task Everything_but_ending_stays_refused_whoever_asks()
    {
        var network = await _stage.Network();
        var (joke, _) = await Relative(network);
        await _stage.Close(network.Id);

        foreach (var (person, purpose, operation) in ((PersonId, Purpose, Operations)[])
            [(joke, ConversationsPurposes.Communicate, Operations.Create), (joke, NetworksPurposes.Arrange, Operations.Create), (joke, ConversationsPurposes.Communicate, Operations.Delete),
             (joke, NetworksPurposes.TakePart, Operations.Delete), (network.Marieke, NetworksPurposes.Arrange, Operations.Create), (network.Marieke, NetworksPurposes.Arrange, Operations.Delete),
             (network.Marieke, NetworksPurposes.Represent, Operations.Create), (network.Annie, NetworksPurposes.Decide, Operations.Update), (network.Annie, NetworksPurposes.Arrange, Operations.Update)])
            Assert.Equal(GateRefusal.ReadOnly, await Enters(new Visit(Actor.Arriving(person), network.Id.Compartment, purpose, operation, new LoggedObject("network"))));
        var ending = Visit.Ending(Actor.Arriving(joke), network.Id.Compartment, NetworksPurposes.TakePart, new LoggedObject("participant"));
        Assert.Equal(GateRefusal.None, await Enters(ending));
        Assert.Equal(GateRefusal.NotAuthorised, await Enters(Visit.Ending(Actor.Arriving(joke), network.Id.Compartment, NetworksPurposes.Arrange, new LoggedObject("participant"))));
        Assert.False((ending with { Operation = Operations.Create }).OnlyEnds);
    }

    [Fact]
    public async Task Who_ends_something_adds_nothing_with_that_grant()
    {
        var network = await _stage.Network();
        var membership = (await _stage.Rows<NetworkMembership>(network.Id))[0];
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.In(async services =>
        {
            var visit = Visit.Ending(Actor.Arriving(network.Annie), network.Id.Compartment, NetworksPurposes.TakePart, new LoggedObject("participant"));
            return (await services.GetRequiredService<Door>().Enter(visit, default)).Grant!.Add(membership);
        }));
    }

    [Fact]
    public async Task Whoever_broke_the_glass_ends_nothing()
    {
        var network = await _stage.Network();
        var colleague = await _stage.World.Person("Ahmed Yılmaz");
        await _stage.World.Works(colleague, network.Linde, Role.Professional, "Ahmed Yılmaz");
        var (answer, _) = await app.Acts(services => services.GetRequiredService<OpenInEmergency>().Run(Actor.Arriving(colleague), "Ahmed Yılmaz", "Annie de Vries", new DateOnly(1944, 3, 9), "Zij is gevallen en ligt alleen thuis.", default));
        Assert.Equal(EmergencyAnswer.Opened, answer);
        var opened = await app.InDatabase(db => db.Set<EmergencyAccess>().Where(e => e.Person == colleague).Select(e => e.Compartment).SingleAsync());

        Assert.Equal(GateRefusal.ReadOnly, await Enters(Visit.Ending(Actor.Arriving(colleague), new CompartmentRef(CompartmentKind.Network, opened), NetworksPurposes.TakePart, new LoggedObject("participant"))));
    }

    private Task<GateRefusal> Enters(Visit visit) => app.In(async services => (await services.GetRequiredService<Door>().Enter(visit, default)).Refusal);

    private async Task<(PersonId Person, MembershipId Membership)> Relative(LockedNetwork network)
    {
        var joke = await _stage.World.Person("Joke de Vries");
        return (joke, await _stage.World.Joins(network.Id, joke, "Joke de Vries", Capacity.InformalCarer));
    }

    private async Task<MembershipId> Own(LockedNetwork network, PersonId person) => (await _stage.Rows<NetworkMembership>(network.Id)).Single(m => m.Person == person).Id;
}
