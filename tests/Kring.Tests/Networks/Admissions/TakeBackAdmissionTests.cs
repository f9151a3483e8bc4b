using System.Net;
using Kring.Access;
using Kring.Access.Log;
using Kring.Networks.Admissions;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Networks.Admissions;

public sealed class TakeBackAdmissionTests(KringApp app) : IClassFixture<KringApp>
{
    private const string Form = "main form";
    private readonly Consenting _stage = new(app);

    [Fact]
    public async Task A_relative_takes_their_question_back_and_the_recipient_sees_it()
    {
        var network = await _stage.Network();
        var joke = await Relative(network);
        var question = await _stage.Asks(network.Id, joke);
        var (browser, annie) = (await _stage.World.SignedIn(joke), await _stage.World.SignedIn(network.Annie));
        var asked = await annie.Get(network.Path($"toestemming/{question.Value}"));

        var people = await browser.Get(network.Path("mensen"));
        await browser.Submit(people, Form, ("vraag-terug", people.QuerySelector("button[name=vraag-terug]")!.GetAttribute("value")!));
        Assert.EndsWith("gedaan=vraag-ingetrokken", browser.Last!.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("De vraag is ingetrokken.", (await browser.Visit(browser.Last.Headers.Location.ToString())).Body!.TextContent, StringComparison.Ordinal);

        await annie.Submit(asked, Form, ("antwoord", "ja"));
        Assert.Equal(HttpStatusCode.Conflict, annie.Last!.StatusCode);
        var after = await annie.Get(network.Path($"toestemming/{question.Value}"));
        Assert.Contains("Deze vraag is ingetrokken.", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("door Joke de Vries", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(after.QuerySelector("button[name=antwoord]"));
        var list = await annie.Get(network.Path("toestemming"));
        Assert.Contains("Er wacht geen vraag.", list.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Vraag ingetrokken", list.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await _stage.Rows<Consent>(network.Id));
    }

    [Fact]
    public async Task The_coordinator_takes_back_what_a_relative_asked_and_twice_is_once()
    {
        var network = await _stage.Network();
        var question = await _stage.Asks(network.Id, await Relative(network));

        Assert.Equal(TakeBackOutcome.TakenBack, await TakeBack(network.Marieke, network, question));
        Assert.Equal(TakeBackOutcome.TakenBack, await TakeBack(network.Marieke, network, question));

        var request = Assert.Single(await _stage.Rows<AdmissionRequest>(network.Id));
        Assert.Equal((AdmissionState.TakenBack, network.Marieke, 1), (request.State, request.AnsweredBy!.Value, request.Version));
    }

    [Fact]
    public async Task Nobody_else_takes_it_back_and_the_log_says_who_tried()
    {
        var network = await _stage.Network();
        var question = await _stage.Asks(network.Id, network.Marieke);
        var (mentor, _) = await _stage.Representative(network.Id, MandateKind.Mentor);
        foreach (var person in (PersonId[])[network.Annie, mentor, await Relative(network), await _stage.World.Person("Een Vreemde")])
        {
            var before = await Refusals(network, person);
            Assert.Equal(HttpStatusCode.NotFound, await Forging.Post(await _stage.World.SignedIn(person), network.Path("mensen"), "uitnodigingen", ("vraag-terug", question.Value.ToString())));
            Assert.True(await Refusals(network, person) > before);
        }

        Assert.Equal(AdmissionState.Waiting, Assert.Single(await _stage.Rows<AdmissionRequest>(network.Id)).State);
        Assert.Null((await (await _stage.World.SignedIn(network.Annie)).Get(network.Path("mensen"))).QuerySelector("button[name=vraag-terug]"));
    }

    [Fact]
    public async Task What_was_answered_cannot_be_taken_back_and_a_question_of_another_network_is_not_there()
    {
        var (network, other) = (await _stage.Network(), await _stage.Network());
        var question = await _stage.Asks(network.Id, network.Marieke);
        using var marieke = await _stage.World.SignedIn(network.Marieke);
        var people = await marieke.Get(network.Path("mensen"));
        Assert.Equal(AnswerOutcome.Recorded, await Answer(network, question));

        var page = await marieke.Submit(people, Form, ("vraag-terug", question.Value.ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, marieke.Last!.StatusCode);
        Assert.Contains("al beantwoord", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(TakeBackOutcome.NotThere, await TakeBack(other.Marieke, other, question));
    }

    [Fact]
    public async Task Taking_back_and_answering_at_once_leaves_exactly_one_of_them()
    {
        for (var round = 0; round < 20; round++)
        {
            var network = await _stage.Network();
            var question = await _stage.Asks(network.Id, network.Marieke);

            var (back, answer) = (TakeBack(network.Marieke, network, question), Answer(network, question));
            var taken = await back == TakeBackOutcome.TakenBack;
            var answered = await answer == AnswerOutcome.Recorded;

            Assert.True(taken ^ answered, $"Round {round}: {await back}, {await answer}.");
            var request = Assert.Single(await _stage.Rows<AdmissionRequest>(network.Id));
            Assert.Equal((taken ? AdmissionState.TakenBack : AdmissionState.Granted, 1), (request.State, request.Version));
            Assert.Equal(answered ? 1 : 0, (await _stage.Rows<Consent>(network.Id)).Count);
        }
    }

    private async Task<PersonId> Relative(LockedNetwork network)
    {
        var joke = await _stage.World.Person("Joke de Vries");
        await _stage.World.Joins(network.Id, joke, "Joke de Vries", Capacity.InformalCarer);
        return joke;
    }

    private Task<TakeBackOutcome> TakeBack(PersonId person, LockedNetwork network, AdmissionId question)
        => Task.Run(() => app.Acts(services => services.GetRequiredService<TakeBackAdmission>().Run(Actor.Arriving(person), network.Id, question, default)));

    private Task<AnswerOutcome> Answer(LockedNetwork network, AdmissionId question)
        => Task.Run(() => app.Acts(async services => (await services.GetRequiredService<AnswerAdmission>().Run(Actor.Arriving(network.Annie), network.Id, question, Kring.Networks.Admissions.Answer.Yes, false, "1", default)).Outcome));

    private Task<int> Refusals(LockedNetwork network, PersonId person)
        => app.InDatabase(db => db.Set<AccessEntry>().CountAsync(e => e.Compartment == network.Id.Compartment.Id && e.Person == person && e.Outcome == Outcome.Refused));
}
