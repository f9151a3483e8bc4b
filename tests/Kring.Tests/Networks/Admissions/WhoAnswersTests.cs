using System.Net;
using Kring.Access;
using Kring.Networks.Admissions;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Platform;
using Kring.Tests.Support;

namespace Kring.Tests.Networks.Admissions;

public sealed class WhoAnswersTests(KringApp app) : IClassFixture<KringApp>
{
    private const string Form = "main form";
    private readonly Consenting _stage = new(app);

    private DateOnly Today => app.Clock.GetUtcNow().DutchDay();

    [Fact]
    public async Task The_coordinator_does_not_answer_for_the_client_nor_what_they_asked()
    {
        var network = await _stage.Network();
        var question = await _stage.Asks(network.Id, network.Marieke);

        Assert.Equal(HttpStatusCode.Forbidden, await Forge(network.Marieke, network, question, "ja"));
        Assert.Empty(await _stage.Rows<Consent>(network.Id));
        var marieke = await _stage.World.SignedIn(network.Marieke);
        await marieke.Get(network.Path($"toestemming/{question.Value}"));
        Assert.Equal(HttpStatusCode.NotFound, marieke.Last!.StatusCode);
    }

    [Fact]
    public async Task A_relative_does_not_answer_and_a_stranger_finds_nothing()
    {
        var network = await _stage.Network();
        var question = await _stage.Asks(network.Id, network.Marieke);
        var joke = await _stage.World.Person("Joke de Vries");
        await _stage.World.Joins(network.Id, joke, "Joke de Vries", Capacity.InformalCarer);
        var stranger = await _stage.World.Person("Een Vreemde");

        Assert.Equal(HttpStatusCode.Forbidden, await Forge(joke, network, question, "ja"));
        Assert.Equal(HttpStatusCode.NotFound, await Forge(stranger, network, question, "ja"));
        Assert.Empty(await _stage.Rows<Consent>(network.Id));
    }

    [Fact]
    public async Task A_mentor_answers_on_behalf_of_the_client()
    {
        var network = await _stage.Network();
        var (mentor, _) = await _stage.Representative(network.Id, MandateKind.Mentor);
        var question = await _stage.Asks(network.Id, network.Marieke);
        var browser = await _stage.World.SignedIn(mentor);

        var page = await browser.Get(network.Path($"toestemming/{question.Value}"));
        Assert.Contains("namens Annie de Vries, als mentor", page.Body!.TextContent, StringComparison.Ordinal);
        await browser.Submit(page, Form, ("antwoord", "ja"));

        var consent = Assert.Single(await _stage.Rows<Consent>(network.Id));
        Assert.Equal((mentor, network.Annie, ConsentGround.Mandate), (consent.AnsweredBy, consent.OnBehalfOf, consent.Ground));
        Assert.NotNull(consent.Mandate);
        var overview = await browser.Get(network.Path("toestemming"));
        Assert.Contains("Élodie IJsbrand als mentor, namens Annie de Vries", overview.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_representative_does_not_answer_what_they_asked_themselves()
    {
        var network = await _stage.Network();
        var (mentor, _) = await _stage.Representative(network.Id, MandateKind.Mentor);
        var question = await _stage.Asks(network.Id, mentor);

        await Refused(mentor, network, question, "U hebt dit zelf gevraagd");
    }

    [Fact]
    public async Task Nobody_answers_about_themselves()
    {
        var network = await _stage.Network();
        var mentor = await _stage.World.Person("Élodie IJsbrand", "Elodie@kring.example");
        await _stage.World.Joins(network.Id, mentor, "Élodie IJsbrand", Capacity.Representative, "mentor");
        await _stage.World.Represents(network.Id, mentor, MandateKind.Mentor, MandateScope.Care, Today);
        var question = await _stage.Asks(network.Id, network.Marieke, "Élodie IJsbrand", "elodie@KRING.example");

        await Refused(mentor, network, question, "gaat over uzelf");
    }

    [Theory]
    [InlineData(nameof(MandateKind.Administrator), nameof(MandateScope.Both))]
    [InlineData(nameof(MandateKind.Curator), nameof(MandateScope.Money))]
    public async Task Whoever_manages_the_money_has_no_say_over_care(string kind, string scope)
    {
        var network = await _stage.Network();
        var (person, _) = await _stage.Representative(network.Id, Enum.Parse<MandateKind>(kind), Enum.Parse<MandateScope>(scope));
        var question = await _stage.Asks(network.Id, network.Marieke);

        await SeesNothing(person, network, question);
    }

    [Fact]
    public async Task A_mandate_that_is_over_opens_nothing_and_one_for_money_beside_it_does_not_help()
    {
        var network = await _stage.Network();
        var (expired, _) = await _stage.Representative(network.Id, MandateKind.Mentor, until: Today.AddDays(-1));
        var (both, _) = await _stage.Representative(network.Id, MandateKind.Mentor, until: Today.AddDays(-1));
        await _stage.World.Represents(network.Id, both, MandateKind.Curator, MandateScope.Money, Today.AddYears(-1));
        var question = await _stage.Asks(network.Id, network.Marieke);

        Assert.Equal(HttpStatusCode.NotFound, await Forge(expired, network, question, "ja"));
        await SeesNothing(both, network, question);
    }

    [Fact]
    public async Task A_child_of_11_leaves_it_to_the_parent()
    {
        var network = await _stage.Network(Today.AddYears(-12).AddDays(1));
        var (parent, _) = await _stage.Representative(network.Id, MandateKind.ParentWithAuthority);
        var question = await _stage.Asks(network.Id, network.Marieke);

        await Refused(network.Annie, network, question, "Een ouder of voogd beantwoordt");
        await Answer(parent, network, question, "ja");
        Assert.Equal(ConsentGround.ParentalAuthority, Assert.Single(await _stage.Rows<Consent>(network.Id)).Ground);
    }

    [Fact]
    public async Task A_youth_of_12_sees_the_question_cannot_say_yes_and_can_say_no()
    {
        var network = await _stage.Network(Today.AddYears(-12));
        var question = await _stage.Asks(network.Id, network.Marieke);
        var youth = await _stage.World.SignedIn(network.Annie);
        var page = await youth.Get(network.Path($"toestemming/{question.Value}"));

        Assert.Null(page.QuerySelector("button[value=ja]"));
        await youth.Submit(page, Form, ("antwoord", "ja"));
        Assert.Equal(HttpStatusCode.Forbidden, youth.Last!.StatusCode);
        Assert.Empty(await _stage.Rows<Consent>(network.Id));
        await youth.Submit(page, Form, ("antwoord", "nee"));
        var consent = Assert.Single(await _stage.Rows<Consent>(network.Id));
        Assert.Equal((false, ConsentGround.OwnObjection), (consent.Given, consent.Ground));
    }

    [Fact]
    public async Task From_16_on_the_recipient_answers_and_the_parent_no_longer()
    {
        var network = await _stage.Network(Today.AddYears(-16));
        var (parent, _) = await _stage.Representative(network.Id, MandateKind.ParentWithAuthority);
        var question = await _stage.Asks(network.Id, network.Marieke);

        await Refused(parent, network, question, "is 16 of ouder en beslist nu zelf");
        await Answer(network.Annie, network, question, "ja");
    }

    [Fact]
    public async Task A_mentor_is_no_parent_of_a_child()
    {
        var network = await _stage.Network(Today.AddYears(-10));
        var (mentor, _) = await _stage.Representative(network.Id, MandateKind.Mentor);
        var question = await _stage.Asks(network.Id, network.Marieke);

        await Refused(mentor, network, question, "is nog geen 16");
    }

    [Fact]
    public async Task A_question_of_another_network_is_not_there()
    {
        var (network, other) = (await _stage.Network(), await _stage.Network());
        var question = await _stage.Asks(other.Id, other.Marieke);

        Assert.Equal(HttpStatusCode.NotFound, await Forge(network.Annie, network, question, "ja"));
        Assert.Empty(await _stage.Rows<Consent>(other.Id));
    }

    /// <summary>Shown why, without buttons, and refused when posted all the same.</summary>
    private async Task SeesNothing(PersonId person, LockedNetwork network, AdmissionId question)
    {
        var browser = await _stage.World.SignedIn(person);
        await browser.Get(network.Path($"toestemming/{question.Value}"));
        Assert.Equal(HttpStatusCode.NotFound, browser.Last!.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await Forge(person, network, question, "ja"));
        Assert.Empty(await _stage.Rows<Consent>(network.Id));
    }

    private async Task Refused(PersonId person, LockedNetwork network, AdmissionId question, string sentence)
    {
        var browser = await _stage.World.SignedIn(person);
        var page = await browser.Get(network.Path($"toestemming/{question.Value}"));
        Assert.Contains(sentence, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("button[name=antwoord]"));
        Assert.Equal(HttpStatusCode.Forbidden, await Forge(person, network, question, "ja"));
        Assert.Equal(HttpStatusCode.Forbidden, await Forge(person, network, question, "nee"));
        Assert.Empty(await _stage.Rows<Consent>(network.Id));
    }

    private async Task Answer(PersonId person, LockedNetwork network, AdmissionId question, string answer)
    {
        var browser = await _stage.World.SignedIn(person);
        await browser.Submit(await browser.Get(network.Path($"toestemming/{question.Value}")), Form, ("antwoord", answer));
        Assert.Equal(HttpStatusCode.Redirect, browser.Last!.StatusCode);
    }

    private async Task<HttpStatusCode> Forge(PersonId person, LockedNetwork network, AdmissionId question, string answer)
        => await Forging.Post(await _stage.World.SignedIn(person), network.Path($"toestemming/{question.Value}"), "antwoord", ("antwoord", answer));
}
