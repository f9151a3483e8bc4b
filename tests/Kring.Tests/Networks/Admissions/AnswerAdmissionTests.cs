using System.Net;
using Kring.Access;
using Kring.Delivery;
using Kring.Networks.Admissions;
using Kring.Networks.Invitations;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Tests.Support;

namespace Kring.Tests.Networks.Admissions;

public sealed class AnswerAdmissionTests(KringApp app) : IClassFixture<KringApp>
{
    private const string Form = "main form";
    private readonly Consenting _stage = new(app);

    [Fact]
    public async Task Yes_is_recorded_with_its_proof_and_sends_the_invitation()
    {
        var network = await _stage.Network();
        var question = await _stage.Asks(network.Id, network.Marieke);
        var annie = await _stage.World.SignedIn(network.Annie);

        var overview = await annie.Get(network.Path("toestemming"));
        var page = await annie.Get(overview.QuerySelector("a.card__link")!.GetAttribute("href")!);
        Assert.Contains("Mag Ineke Bos", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Zij helpt met lopen.", page.Body!.TextContent, StringComparison.Ordinal);
        await annie.Submit(page, Form, ("antwoord", "ja"));
        Assert.Equal(HttpStatusCode.Redirect, annie.Last!.StatusCode);
        var after = await annie.Get(annie.Last.Headers.Location!.ToString());

        Assert.Contains("U kunt dit altijd veranderen.", after.Body!.TextContent, StringComparison.Ordinal);
        var consent = Assert.Single(await _stage.Rows<Consent>(network.Id));
        Assert.True(consent is { Given: true, HistoryGranted: false, Ground: ConsentGround.OwnConsent, TextVersion: "toelating-1-nl", Mandate: null });
        Assert.Equal((network.Annie, network.Annie, question), (consent.AnsweredBy, consent.OnBehalfOf, consent.Admission));
        var invitation = Assert.Single(await _stage.Rows<Invitation>(network.Id));
        Assert.Equal((question, false, Capacity.Professional), (invitation.Admission!.Value, invitation.HistoryGranted, invitation.Capacity));
        Assert.Equal(1, (await _stage.Rows<Kring.Networks.CareNetwork>(network.Id)).Single().Version);
    }

    [Fact]
    public async Task Old_messages_are_granted_only_when_chosen()
    {
        var network = await _stage.Network();
        var question = await _stage.Asks(network.Id, network.Marieke);

        await Answer(network.Annie, network, question, ("antwoord", "ja"), ("oud", "alles"));

        Assert.True(Assert.Single(await _stage.Rows<Consent>(network.Id)).HistoryGranted);
        Assert.True(Assert.Single(await _stage.Rows<Invitation>(network.Id)).HistoryGranted);
    }

    [Fact]
    public async Task No_is_recorded_invites_nobody_and_tells_the_asker_without_saying_what()
    {
        var network = await _stage.Network();
        var question = await _stage.Asks(network.Id, network.Marieke);

        await Answer(network.Annie, network, question, ("antwoord", "nee"));

        Assert.False(Assert.Single(await _stage.Rows<Consent>(network.Id)).Given);
        Assert.Equal(AdmissionState.Refused, Assert.Single(await _stage.Rows<AdmissionRequest>(network.Id)).State);
        Assert.Empty(await _stage.Rows<Invitation>(network.Id));
        Assert.Equal(NoticeKind.AdmissionAnswered, Assert.Single(await Notices(network.Marieke)).Kind);
    }

    [Theory]
    [InlineData("nee")]
    [InlineData("ja")]
    public async Task Whoever_asked_and_left_is_not_told_and_the_coordinator_is(string answer)
    {
        var network = await _stage.Network();
        var joke = await _stage.World.Person("Joke de Vries");
        await _stage.World.Joins(network.Id, joke, "Joke de Vries", Capacity.InformalCarer);
        var question = await _stage.Asks(network.Id, joke, capacity: Capacity.InformalCarer);
        await _stage.Change(network.Id, async grant => (await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(grant.Rows<NetworkMembership>(), m => m.Person == joke))
            .EndAt(app.Clock.GetUtcNow(), MembershipEnd.Left, joke));

        await Answer(network.Annie, network, question, ("antwoord", answer));

        Assert.Empty(await Notices(joke));
        Assert.Equal(NoticeKind.AdmissionAnswered, Assert.Single(await Notices(network.Marieke)).Kind);
    }

    [Fact]
    public async Task Whoever_asked_and_the_coordinator_see_for_thirty_days_that_it_was_refused_and_nobody_else_does()
    {
        var network = await _stage.Network();
        var (joke, bert) = (await _stage.World.Person("Joke de Vries"), await _stage.World.Person("Bert"));
        await _stage.World.Joins(network.Id, joke, "Joke de Vries", Capacity.InformalCarer);
        await _stage.World.Joins(network.Id, bert, "Bert", Capacity.InformalCarer, "zoon");
        var question = await _stage.Asks(network.Id, joke);
        await Answer(network.Annie, network, question, ("antwoord", "nee"));

        foreach (var (person, sees) in ((PersonId, bool)[])[(joke, true), (network.Marieke, true), (bert, false), (network.Annie, false)])
        {
            var page = (await (await _stage.World.SignedIn(person)).Get(network.Path("mensen"))).QuerySelector("main")!;
            Assert.Equal(sees, page.TextContent.Contains("Geweigerd, vandaag", StringComparison.Ordinal));
            Assert.Equal(sees, page.TextContent.Contains("Ineke Bos", StringComparison.Ordinal));
        }

        app.Clock.Advance(TimeSpan.FromDays(31));
        Assert.DoesNotContain("Geweigerd", (await (await _stage.World.SignedIn(joke)).Get(network.Path("mensen"))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_records_nothing_and_asks_again_tomorrow_at_midnight()
    {
        var network = await _stage.Network();
        var question = await _stage.Asks(network.Id, network.Marieke);

        var annie = await Answer(network.Annie, network, question, ("antwoord", "later"));

        var request = Assert.Single(await _stage.Rows<AdmissionRequest>(network.Id));
        Assert.Equal(AdmissionState.Postponed, request.State);
        Assert.Equal(Kring.Platform.Instants.StartInAmsterdam(Kring.Platform.Instants.DutchDay(app.Clock.GetUtcNow()).AddDays(1)), request.PostponedUntil);
        Assert.Empty(await _stage.Rows<Consent>(network.Id));
        await annie.Submit(await annie.Get(network.Path($"toestemming/{question.Value}")), Form, ("antwoord", "ja"));
        Assert.Equal(AdmissionState.Granted, Assert.Single(await _stage.Rows<AdmissionRequest>(network.Id)).State);
    }

    [Fact]
    public async Task No_button_at_all_asks_to_choose_and_keeps_the_choice_about_old_messages()
    {
        var network = await _stage.Network();
        var question = await _stage.Asks(network.Id, network.Marieke);
        var annie = await _stage.World.SignedIn(network.Annie);

        var page = await annie.Submit(await annie.Get(network.Path($"toestemming/{question.Value}")), Form, ("oud", "alles"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, annie.Last!.StatusCode);
        Assert.NotNull(page.QuerySelector("input[value=alles][checked]"));
        Assert.NotNull(page.QuerySelector(".govuk-error-summary a[href='#antwoord']"));
    }

    [Fact]
    public async Task Looking_changes_nothing()
    {
        var network = await _stage.Network();
        var question = await _stage.Asks(network.Id, network.Marieke);
        var annie = await _stage.World.SignedIn(network.Annie);

        await annie.Get(network.Path($"toestemming/{question.Value}?antwoord=ja"));
        await annie.Get(network.Path($"toestemming/{question.Value}/intrekken"));

        Assert.Equal((AdmissionState.Waiting, 0), (await _stage.Rows<AdmissionRequest>(network.Id)).Select(a => (a.State, a.Version)).Single());
        Assert.Empty(await _stage.Rows<Consent>(network.Id));
    }

    [Fact]
    public async Task Answering_twice_leaves_the_first_answer()
    {
        var network = await _stage.Network();
        var question = await _stage.Asks(network.Id, network.Marieke);
        var (first, second) = (await _stage.World.SignedIn(network.Annie), await _stage.World.SignedIn(network.Annie));
        var page = await second.Get(network.Path($"toestemming/{question.Value}"));

        await first.Submit(await first.Get(network.Path($"toestemming/{question.Value}")), Form, ("antwoord", "nee"));
        await second.Submit(page, Form, ("antwoord", "ja"));

        Assert.Equal(HttpStatusCode.Conflict, second.Last!.StatusCode);
        Assert.False(Assert.Single(await _stage.Rows<Consent>(network.Id)).Given);
    }

    [Fact]
    public async Task Yes_and_no_at_once_fifty_times_record_exactly_one_answer()
    {
        var network = await _stage.Network();
        var question = await _stage.Asks(network.Id, network.Marieke);
        var annie = await _stage.World.SignedIn(network.Annie);
        var page = await annie.Get(network.Path($"toestemming/{question.Value}"));

        var tries = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
        {
            await annie.Submit(page, Form, ("antwoord", i % 2 == 0 ? "ja" : "nee"));
            return i;
        }));

        Assert.Equal(50, tries.Length);
        var consent = Assert.Single(await _stage.Rows<Consent>(network.Id));
        var request = Assert.Single(await _stage.Rows<AdmissionRequest>(network.Id));
        Assert.Equal(consent.Given ? AdmissionState.Granted : AdmissionState.Refused, request.State);
        Assert.Equal(1, request.Version);
        Assert.Equal(consent.Given ? 1 : 0, (await _stage.Rows<Invitation>(network.Id)).Count);
        Assert.Single(await Notices(network.Marieke));
    }

    private async Task<HttpBrowser> Answer(PersonId person, LockedNetwork network, AdmissionId question, params (string, string)[] fields)
    {
        var browser = await _stage.World.SignedIn(person);
        await browser.Submit(await browser.Get(network.Path($"toestemming/{question.Value}")), Form, fields);
        Assert.Equal(HttpStatusCode.Redirect, browser.Last!.StatusCode);
        return browser;
    }

    private Task<List<OutboxItem>> Notices(PersonId person) => app.In(async services =>
    {
        var door = services.GetService(typeof(Door)) as Door;
        var profile = (await door!.Enter(new Visit(Actor.ForJob("test-stage"), person.Profile, FirstStartPurposes.Seed, Operations.Create, new LoggedObject("stage")), default)).Grant!;
        return await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(profile.Rows<OutboxItem>());
    });
}
