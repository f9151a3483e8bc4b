using System.Net;
using Kring.Access;
using Kring.Delivery;
using Kring.Networks;
using Kring.Networks.Invitations;
using Kring.Networks.Participation;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Networks.Invitations;

public sealed class InvitePageTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task In_the_first_week_the_coordinator_checks_the_answers_and_the_invitation_goes_out()
    {
        var stage = await Stage.Set(app);
        using var marieke = await stage.World.SignedIn(stage.Marieke);
        var form = await marieke.Get(stage.Path("mensen/uitnodigen"));

        var check = await marieke.Submit(form, "main form", Stage.Wish("Joke de Vries", " Joke@Kring.example", "controleer"));
        Assert.Equal(HttpStatusCode.OK, marieke.Last!.StatusCode);
        Assert.Contains("Kloppen uw antwoorden?", check.Title, StringComparison.Ordinal);
        await marieke.Submit(check, "main form", ("stap", "verstuur"));
        var people = await marieke.Visit(marieke.Last!.Headers.Location!.ToString());

        Assert.Contains("De uitnodiging is verstuurd", people.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Joke@Kring.example", people.Body!.TextContent, StringComparison.Ordinal);
        var (kind, variables) = Assert.Single(await app.NoticesIn(stage.Network.Compartment, "Joke@Kring.example"));
        Assert.Equal(NoticeKind.Invitation, kind);
        Assert.Equal(["language", "name", "path"], variables.Keys.Order());
        Assert.Equal("Joke de Vries", variables["name"]);
        Assert.StartsWith("/uitnodiging/", variables["path"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Six_days_and_all_but_a_second_is_in_time_and_a_second_later_the_same_form_asks_the_client()
    {
        var stage = await Stage.Set(app, ago: TimeSpan.FromDays(7) - TimeSpan.FromSeconds(40));
        using var marieke = await stage.World.SignedIn(stage.Marieke);
        var form = await marieke.Get(stage.Path("mensen/uitnodigen"));
        var planned = await marieke.Submit(form, "main form", Stage.Wish("Late Lies", "lies@kring.example", "controleer", "Zij helpt met de administratie"));

        await marieke.Submit(form, "main form", Stage.Wish("Joke", "joke@kring.example"));
        Assert.EndsWith("gedaan=uitgenodigd", marieke.Last!.Headers.Location!.ToString(), StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromSeconds(41));
        await marieke.Submit(planned, "main form", ("stap", "verstuur"));

        Assert.EndsWith("gedaan=gevraagd", marieke.Last!.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Empty(await app.NoticesIn(stage.Network.Compartment, "lies@kring.example"));
        var people = await marieke.Get(stage.Path("mensen"));
        Assert.Contains("Wacht op toestemming van Annie de Vries", people.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Locked_in_the_meantime_the_form_asks_why_and_keeps_what_was_typed()
    {
        var stage = await Stage.Set(app, ago: TimeSpan.FromDays(7) - TimeSpan.FromSeconds(20));
        using var marieke = await stage.World.SignedIn(stage.Marieke);
        var form = await marieke.Get(stage.Path("mensen/uitnodigen"));
        app.Clock.Advance(TimeSpan.FromSeconds(21));

        var again = await marieke.Submit(form, "main form", Stage.Wish("Joke", "joke@kring.example"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, marieke.Last!.StatusCode);
        Assert.Contains("Schrijf waarom deze persoon mee moet doen", again.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Joke", again.QuerySelector("#naam")!.GetAttribute("value"));
    }

    [Fact]
    public async Task After_the_lock_a_naaste_may_ask_and_the_client_gets_a_notice_that_says_nothing()
    {
        var stage = await Stage.Set(app, ago: TimeSpan.FromDays(8));
        var bert = await stage.World.Person("Bert", "bert@kring.example");
        await stage.World.Joins(stage.Network, bert, "Bert", Capacity.InformalCarer, "zoon");
        var truus = await stage.World.Person("Truus", "truus@kring.example");
        var network = await stage.World.Network(truus, "Truus Bakker", stage.Marieke, stage.Linde, ago: TimeSpan.FromDays(8));
        await stage.World.Joins(network, bert, "Bert", Capacity.InformalCarer, "zoon");
        using var browser = await stage.World.SignedIn(bert);
        var form = await browser.Get($"/netwerken/{network}/mensen/uitnodigen");

        await browser.Submit(form, "main form", Stage.Wish("Joke Bakker", "joke@kring.example", reason: "Zij komt elke week"));

        Assert.EndsWith("gedaan=gevraagd", browser.Last!.Headers.Location!.ToString(), StringComparison.Ordinal);
        var (kind, variables) = Assert.Single(await app.NoticesIn(truus.Profile, "truus@kring.example"));
        Assert.Equal(NoticeKind.AdmissionAsked, kind);
        Assert.Equal("Truus", variables["name"]);
        Assert.Equal($"/netwerken/{network}/toestemming", variables["path"]);
        Assert.DoesNotContain(variables.Values, v => v.Contains("Joke", StringComparison.Ordinal));
        using var recipient = await stage.World.SignedIn(truus);
        Assert.Contains("1 toestemmingsvraag", (await recipient.Get("/?alle=1")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_first_week_a_naaste_is_told_to_ask_the_coordinator_and_a_forged_post_changes_nothing()
    {
        var stage = await Stage.Set(app);
        var bert = await stage.World.Person("Bert");
        await stage.World.Joins(stage.Network, bert, "Bert", Capacity.InformalCarer, "zoon");
        using var browser = await stage.World.SignedIn(bert);

        var page = await browser.Get(stage.Path("mensen/uitnodigen"));

        Assert.Contains("voegt alleen de coördinator mensen toe", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
        Assert.Equal(InviteOutcome.MayNotInvite, await Invite(bert, stage.Network, "joke@kring.example"));
        Assert.Empty(await app.NoticesIn(stage.Network.Compartment, "joke@kring.example"));
    }

    [Fact]
    public async Task A_client_without_a_representative_is_not_left_with_a_question_that_nobody_may_answer()
    {
        var stage = await Stage.Set(app, ago: TimeSpan.FromDays(8));

        Assert.Equal(InviteOutcome.NobodyElseAnswers, await Invite(stage.Annie, stage.Network, "buurman@kring.example"));
        using var annie = await stage.World.SignedIn(stage.Annie);
        var page = await annie.Get(stage.Path("mensen/uitnodigen"));
        Assert.Contains("niemand geeft antwoord op een eigen vraag", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
    }

    [Fact]
    public async Task A_parent_who_asks_for_a_child_hears_at_once_that_nobody_else_answers()
    {
        var world = new World(app);
        var linde = await world.Organisation();
        var marieke = await world.Person("Marieke Visser");
        await world.Works(marieke, linde, Role.Coordinator, "Marieke Visser");
        var born = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime).AddYears(-8);
        var child = await world.Person("Sem Bos", born: born);
        var network = await world.Network(child, "Sem Bos", marieke, linde, born, ago: TimeSpan.FromDays(8));
        Assert.Equal(InviteOutcome.NobodyDecides, await Invite(marieke, network, "oma@kring.example"));
        var parent = await world.Person("Ria Bos");
        await world.Joins(network, parent, "Ria Bos", Capacity.Representative, "moeder");
        await world.Represents(network, parent, Kring.Networks.Mandates.MandateKind.ParentWithAuthority, Kring.Networks.Mandates.MandateScope.Care, new DateOnly(2020, 1, 1));
        using var ria = await world.SignedIn(parent);

        var page = await ria.Get($"/netwerken/{network}/mensen/uitnodigen");

        Assert.Contains("niemand geeft antwoord op een eigen vraag", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
        Assert.Equal(InviteOutcome.NobodyElseAnswers, await Invite(parent, network, "oma@kring.example"));
        Assert.Equal(InviteOutcome.ConsentAsked, await Invite(marieke, network, "oma@kring.example"));
    }

    [Fact]
    public async Task The_recipient_counts_as_the_one_who_answers_a_mentor_and_a_mentor_the_recipient()
    {
        var stage = await Stage.Set(app, ago: TimeSpan.FromDays(8));
        var mentor = await stage.World.Person("Mo Mentor");
        await stage.World.Joins(stage.Network, mentor, "Mo Mentor", Capacity.Representative, "mentor");
        await stage.World.Represents(stage.Network, mentor, Kring.Networks.Mandates.MandateKind.Mentor, Kring.Networks.Mandates.MandateScope.Care, new DateOnly(2020, 1, 1));

        Assert.Equal(InviteOutcome.ConsentAsked, await Invite(mentor, stage.Network, "een@kring.example"));
        Assert.Equal(InviteOutcome.ConsentAsked, await Invite(stage.Annie, stage.Network, "twee@kring.example"));
    }

    [Fact]
    public async Task A_stranger_gets_the_answer_of_an_unknown_network()
    {
        var stage = await Stage.Set(app);
        var stranger = await stage.World.Person("Vreemde");
        using var browser = await stage.World.SignedIn(stranger);

        foreach (var page in (string[])["mensen", "mensen/uitnodigen", "mensen/grondslag", "meer"])
        {
            await browser.Get(stage.Path(page));
            Assert.Equal(HttpStatusCode.NotFound, browser.Last!.StatusCode);
            await browser.Get($"/netwerken/{Guid.CreateVersion7()}/{page}");
            Assert.Equal(HttpStatusCode.NotFound, browser.Last!.StatusCode);
        }

        Assert.Equal(InviteOutcome.NotAParticipant, await Invite(stranger, stage.Network, "joke@kring.example"));
    }

    [Fact]
    public async Task Bad_input_gives_a_sentence_per_field()
    {
        var stage = await Stage.Set(app);
        using var marieke = await stage.World.SignedIn(stage.Marieke);
        var form = await marieke.Get(stage.Path("mensen/uitnodigen"));

        var page = await marieke.Submit(form, "main form", ("naam", "  "), ("adres", "joke"), ("stap", "controleer"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, marieke.Last!.StatusCode);
        Assert.Equal(["#naam", "#adres", "#hoedanigheid", "#oud"], page.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href")));
        Assert.Equal("joke", page.QuerySelector("#adres")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_professional_comes_only_from_an_organisation_with_an_agreement_and_a_basis()
    {
        var stage = await Stage.Set(app);
        var beweeg = await stage.World.Organisation("Beweeg");
        var over = await stage.World.Organisation("Verlopen", agreement: false);

        Assert.Equal(InviteOutcome.NoAgreement, await Invite(stage.Marieke, stage.Network, "a@kring.example", over));
        Assert.Equal(InviteOutcome.NoBasis, await Invite(stage.Marieke, stage.Network, "a@kring.example", beweeg));
        Assert.Equal(InviteOutcome.Sent, await Invite(stage.Marieke, stage.Network, "a@kring.example", stage.Linde));
    }

    [Fact]
    public async Task Nobody_is_asked_twice()
    {
        var stage = await Stage.Set(app);
        var bert = await stage.World.Person("Bert", "bert.in@kring.example");
        await stage.World.Joins(stage.Network, bert, "Bert", Capacity.InformalCarer, "zoon");

        Assert.Equal(InviteOutcome.Sent, await Invite(stage.Marieke, stage.Network, "twee@kring.example"));
        Assert.Equal(InviteOutcome.AlreadyInvited, await Invite(stage.Marieke, stage.Network, "Twee@kring.example"));
        Assert.Equal(InviteOutcome.AlreadyTakesPart, await Invite(stage.Marieke, stage.Network, "bert.in@kring.example"));

        var locked = await Stage.Set(app, ago: TimeSpan.FromDays(9));
        Assert.Equal(InviteOutcome.ConsentAsked, await Invite(locked.Marieke, locked.Network, "drie@kring.example"));
        Assert.Equal(InviteOutcome.AlreadyAsked, await Invite(locked.Marieke, locked.Network, "drie@kring.example"));
    }

    private Task<InviteOutcome> Invite(PersonId by, NetworkId network, string address, OrganisationId? organisation = null) => app.Acts(services => services.GetRequiredService<InviteParticipant>().Run(
        Actor.Arriving(by), network, new InvitationWish("Iemand", InvitationAddress.Read(address)!, organisation is null ? Capacity.InformalCarer : Capacity.Professional, "arts", organisation, "Omdat het helpt", false), default));
}
