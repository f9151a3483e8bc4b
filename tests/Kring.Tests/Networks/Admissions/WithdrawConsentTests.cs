using System.Net;
using Kring.Access;
using Kring.Networks;
using Kring.Networks.Admissions;
using Kring.Networks.Invitations;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Platform;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Networks.Admissions;

public sealed class WithdrawConsentTests(KringApp app) : IClassFixture<KringApp>
{
    private const string Form = "main form";
    private readonly Consenting _stage = new(app);

    [Fact]
    public async Task Withdrawing_shuts_somebody_out_from_the_next_request_on_and_closes_their_open_stream()
    {
        var (network, question) = await Granted();
        var ineke = await _stage.Accepts(network.Id, question);
        Assert.Equal(GateRefusal.None, await _stage.Enter(ineke, network.Id));
        using var watch = app.Services.GetRequiredService<MembershipChanges>().Watch(network.Id, ineke);
        var annie = await _stage.World.SignedIn(network.Annie);

        var overview = await annie.Get(network.Path("toestemming"));
        var page = await annie.Get(overview.QuerySelector(".people__state a")!.GetAttribute("href")!);
        await annie.Submit(page, Form);

        Assert.Equal(HttpStatusCode.Redirect, annie.Last!.StatusCode);
        Assert.Equal(GateRefusal.NoRelation, await _stage.Enter(ineke, network.Id));
        Assert.True(watch.Ended.IsCancellationRequested);
        var membership = (await _stage.Rows<NetworkMembership>(network.Id)).Single(m => m.Person == ineke);
        Assert.Equal((MembershipEnd.ConsentWithdrawn, network.Annie), (membership.End!.Value, membership.EndedBy!.Value));
        Assert.Contains("Toestemming ingetrokken", (await annie.Get(network.Path("toestemming"))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawing_before_it_was_accepted_makes_the_invitation_void()
    {
        var (network, question) = await Granted();

        await Withdraw(network.Annie, network, question);

        Assert.NotNull(Assert.Single(await _stage.Rows<Invitation>(network.Id)).WithdrawnAt);
    }

    [Fact]
    public async Task Withdrawing_takes_no_more_steps_than_giving()
    {
        var network = await _stage.Network();
        await _stage.Asks(network.Id, network.Marieke);
        var annie = await _stage.World.SignedIn(network.Annie);

        // Giving: the overview, the question, one button.
        var question = await annie.Get((await annie.Get(network.Path("toestemming"))).QuerySelector("a.card__link")!.GetAttribute("href")!);
        await annie.Submit(question, Form, ("antwoord", "ja"));
        // Withdrawing: the overview, the confirmation, one button.
        var confirm = await annie.Get((await annie.Get(network.Path("toestemming"))).QuerySelector(".people__state a")!.GetAttribute("href")!);
        await annie.Submit(confirm, Form);

        Assert.NotNull(Assert.Single(await _stage.Rows<Consent>(network.Id)).WithdrawnAt);
    }

    [Fact]
    public async Task A_youth_of_12_takes_back_what_a_parent_gave()
    {
        var network = await _stage.Network(app.Clock.GetUtcNow().DutchDay().AddYears(-12));
        var (parent, _) = await _stage.Representative(network.Id, MandateKind.ParentWithAuthority);
        var question = await _stage.Asks(network.Id, network.Marieke);
        await Answer(parent, network, question);

        await Withdraw(network.Annie, network, question);

        Assert.Equal(network.Annie, Assert.Single(await _stage.Rows<Consent>(network.Id)).WithdrawnBy);
    }

    [Fact]
    public async Task A_child_of_11_and_somebody_who_manages_money_do_not_withdraw()
    {
        var network = await _stage.Network(app.Clock.GetUtcNow().DutchDay().AddYears(-11));
        var (parent, _) = await _stage.Representative(network.Id, MandateKind.ParentWithAuthority);
        var (money, _) = await _stage.Representative(network.Id, MandateKind.Administrator);
        var question = await _stage.Asks(network.Id, network.Marieke);
        await Answer(parent, network, question);

        var annie = await _stage.World.SignedIn(network.Annie);
        await annie.Submit(await annie.Get(network.Path($"toestemming/{question.Value}/intrekken")), Form);
        Assert.Equal(HttpStatusCode.Forbidden, annie.Last!.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await Forging.Post(await _stage.World.SignedIn(money), network.Path($"toestemming/{question.Value}/intrekken"), "intrekken"));

        Assert.Null(Assert.Single(await _stage.Rows<Consent>(network.Id)).WithdrawnAt);
    }

    [Fact]
    public async Task Who_represents_the_recipient_by_now_goes_on_and_the_page_says_so()
    {
        var (network, question) = await Granted();
        var ineke = await _stage.Accepts(network.Id, question);
        await _stage.Change(network.Id, async grant => (await grant.Rows<NetworkMembership>().SingleAsync(m => m.Person == ineke)).EndAt(app.Clock.GetUtcNow(), MembershipEnd.ChangedCapacity, network.Marieke));
        await _stage.World.Joins(network.Id, ineke, "Ineke Bos", Capacity.Representative, "mentor");
        await _stage.World.Represents(network.Id, ineke, MandateKind.Mentor, MandateScope.Care, new DateOnly(2020, 1, 1));
        var annie = await _stage.World.SignedIn(network.Annie);

        var page = await annie.Get(network.Path($"toestemming/{question.Value}/intrekken"));
        Assert.Contains("blijft meedoen, want dat berust niet op deze toestemming", page.Body!.TextContent, StringComparison.Ordinal);
        await annie.Submit(page, Form);

        Assert.NotNull(Assert.Single(await _stage.Rows<Consent>(network.Id)).WithdrawnAt);
        Assert.Equal(GateRefusal.None, await _stage.Enter(ineke, network.Id));
        Assert.Contains("blijft meedoen", (await annie.Get(network.Path($"toestemming/{question.Value}"))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_coordinator_finds_no_page_to_withdraw_and_a_question_without_answer_has_none()
    {
        var (network, question) = await Granted();
        var open = await _stage.Asks(network.Id, network.Marieke);
        var (marieke, annie) = (await _stage.World.SignedIn(network.Marieke), await _stage.World.SignedIn(network.Annie));

        await marieke.Get(network.Path($"toestemming/{question.Value}/intrekken"));
        await annie.Get(network.Path($"toestemming/{open.Value}/intrekken"));

        Assert.Equal(HttpStatusCode.NotFound, marieke.Last!.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, annie.Last!.StatusCode);
    }

    private async Task<(LockedNetwork Network, AdmissionId Question)> Granted()
    {
        var network = await _stage.Network();
        var question = await _stage.Asks(network.Id, network.Marieke);
        await Answer(network.Annie, network, question);
        return (network, question);
    }

    private async Task Answer(PersonId person, LockedNetwork network, AdmissionId question)
    {
        var browser = await _stage.World.SignedIn(person);
        await browser.Submit(await browser.Get(network.Path($"toestemming/{question.Value}")), Form, ("antwoord", "ja"));
        Assert.Equal(HttpStatusCode.Redirect, browser.Last!.StatusCode);
    }

    private async Task Withdraw(PersonId person, LockedNetwork network, AdmissionId question)
    {
        var browser = await _stage.World.SignedIn(person);
        await browser.Submit(await browser.Get(network.Path($"toestemming/{question.Value}/intrekken")), Form);
        Assert.Equal(HttpStatusCode.Redirect, browser.Last!.StatusCode);
    }
}
