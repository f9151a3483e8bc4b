using System.Net;
using Kring.Access;
using Kring.Access.Log;
using Kring.Delivery;
using Kring.Networks;
using Kring.Networks.Invitations;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Tests.Networks.Admissions;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Networks.Invitations;

/// <summary>A locked network in which nobody can say yes, and the way out.</summary>
public sealed class InviteRecipientTests(KringApp app) : IClassFixture<KringApp>
{
    private const string Form = "main form";
    private readonly Consenting _stage = new(app);

    [Fact]
    public async Task A_question_that_nobody_can_answer_is_not_asked_and_the_page_says_what_to_do()
    {
        var network = await Voiceless();
        using var marieke = await _stage.World.SignedIn(network.Marieke);

        var page = await marieke.Get(network.Path("mensen/uitnodigen"));

        Assert.Contains("Niemand kan deze vraag beantwoorden: Annie de Vries heeft geen account en er is geen vertegenwoordiger", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(Form));
        Assert.NotNull(page.QuerySelector($"a[href='{network.Path("mensen/account")}']"));
        Assert.Equal(InviteOutcome.NobodyCanAnswer, await Ask(network));
        Assert.Empty(await _stage.Rows<Kring.Networks.Admissions.AdmissionRequest>(network.Id));
        Assert.Contains("Niemand kan deze vraag beantwoorden", (await marieke.Get(network.Path("mensen"))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_loses_the_last_to_answer_while_typing_keeps_what_was_typed()
    {
        var network = await _stage.Network();
        using var marieke = await _stage.World.SignedIn(network.Marieke);
        var form = await marieke.Get(network.Path("mensen/uitnodigen"));
        await WithoutAccount(network);

        var again = await marieke.Submit(form, Form, Stage.Wish("Joke", "joke@kring.example", reason: "Zij helpt"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, marieke.Last!.StatusCode);
        Assert.Contains("Niemand kan deze vraag beantwoorden", again.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_representative_with_an_account_is_enough()
    {
        var network = await Voiceless();
        await _stage.Representative(network.Id, MandateKind.Mentor);

        Assert.Equal(InviteOutcome.ConsentAsked, await Ask(network));
    }

    [Fact]
    public async Task Before_the_lock_the_coordinator_is_warned_and_after_it_the_recipient_gets_an_account_and_a_voice()
    {
        var stage = await Stage.Set(app);
        var bep = await stage.World.Person("Bep Bos", "bep.enrolled@kring.example", account: false);
        var network = await stage.World.Network(bep, "Bep Bos", stage.Marieke, stage.Linde);
        var locked = new LockedNetwork(network, bep, stage.Marieke, stage.Linde);
        using (var early = await stage.World.SignedIn(stage.Marieke))
            Assert.Contains("Na de open week kan niemand ja zeggen: nodig Bep Bos zelf of een vertegenwoordiger uit", (await early.Get(locked.Path("mensen"))).Body!.TextContent, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromDays(8));
        using var marieke = await stage.World.SignedIn(stage.Marieke);

        await marieke.Submit(await marieke.Get(locked.Path("mensen/account")), Form, ("adres", "bep.own@kring.example"));
        Assert.EndsWith("gedaan=uitgenodigd", marieke.Last!.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var browser = app.NewBrowser();
        await browser.Submit(await browser.Get(await app.InvitationFor(network.Compartment, "bep.own@kring.example")), "form:has([name=wachtwoord])", ("wachtwoord", World.Password));

        Assert.Contains("Bep Bos (u)", (await browser.Get(locked.Path("mensen"))).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(InviteOutcome.ConsentAsked, await Ask(locked));
        Assert.Equal(InviteRecipientOutcome.HasAccount, await Invite(locked, "bep.again@kring.example"));
        var log = await app.InDatabase(db => db.Set<AccessEntry>().Where(e => e.Compartment == network.Compartment.Id && e.Person == stage.Marieke && e.Operation == Operations.Create).ToListAsync());
        Assert.Contains(log, e => e.ObjectType == "recipient-invitation");
    }

    [Fact]
    public async Task A_new_invitation_ends_the_earlier_one_and_the_same_address_waits_an_hour()
    {
        var network = await Voiceless();
        Assert.Equal(InviteRecipientOutcome.Sent, await Invite(network, "annie.typo@kring.example"));
        var old = await app.InvitationFor(network.Id.Compartment, "annie.typo@kring.example");

        Assert.Equal(InviteRecipientOutcome.TooSoon, await Invite(network, "annie.typo@kring.example"));
        Assert.Equal(InviteRecipientOutcome.Sent, await Invite(network, "annie.right@kring.example"));

        using var visitor = app.NewBrowser();
        await visitor.Get(old);
        Assert.Equal(HttpStatusCode.Gone, visitor.Last!.StatusCode);
        Assert.Single(await _stage.Rows<Invitation>(network.Id), i => i.WithdrawnAt is null);
    }

    [Fact]
    public async Task The_address_is_of_nobody_else_who_takes_part_took_part_or_was_asked_for()
    {
        var network = await Voiceless();
        var joke = await _stage.World.Person("Joke de Vries", "joke.here@kring.example");
        await _stage.World.Joins(network.Id, joke, "Joke de Vries", Capacity.InformalCarer);
        await _stage.Asks(network.Id, network.Marieke, address: "ineke.asked@kring.example");

        Assert.Equal(InviteRecipientOutcome.OfAParticipant, await Invite(network, "Joke.here@kring.example"));
        Assert.Equal(InviteRecipientOutcome.OfAParticipant, await Invite(network, $"{network.Marieke.Value:N}@kring.example"));
        Assert.Equal(InviteRecipientOutcome.OfAParticipant, await Invite(network, "ineke.asked@kring.example"));
        await _stage.Change(network.Id, async grant => (await grant.Rows<NetworkMembership>().SingleAsync(m => m.Person == joke)).EndAt(app.Clock.GetUtcNow(), MembershipEnd.Left, joke));
        Assert.Equal(InviteRecipientOutcome.OfAParticipant, await Invite(network, "joke.here@kring.example"));
        Assert.Empty(await _stage.Rows<Invitation>(network.Id));
    }

    [Fact]
    public async Task Only_the_coordinator_invites_the_recipient_and_not_in_a_closed_network()
    {
        var network = await Voiceless();
        var joke = await _stage.World.Person("Joke de Vries");
        await _stage.World.Joins(network.Id, joke, "Joke de Vries", Capacity.InformalCarer);

        Assert.Equal(InviteRecipientOutcome.NotTheirs, await Invite(network, "annie@kring.example", joke));
        Assert.Equal(InviteRecipientOutcome.NotTheirs, await Invite(network, "annie@kring.example", await _stage.World.Person("Een Vreemde")));
        await _stage.Close(network.Id);
        Assert.NotEqual(InviteRecipientOutcome.Sent, await Invite(network, "annie@kring.example"));
        Assert.Empty(await _stage.Rows<Invitation>(network.Id));
    }

    [Fact]
    public async Task Who_decides_already_is_told()
    {
        var network = await Voiceless();
        var mail = $"{(await _stage.Representative(network.Id, MandateKind.Mentor)).Person.Value:N}@kring.example";
        var mentor = (await _stage.Rows<Mandate>(network.Id)).Single().Person;

        Assert.Equal(InviteRecipientOutcome.Sent, await Invite(network, "annie.told@kring.example"));

        Assert.Equal(NoticeKind.NetworkChanged, Assert.Single(await app.NoticesIn(mentor.Profile, mail)).Kind);
    }

    [Fact]
    public async Task Bad_input_keeps_what_was_typed()
    {
        var network = await Voiceless();
        using var marieke = await _stage.World.SignedIn(network.Marieke);

        var page = await marieke.Submit(await marieke.Get(network.Path("mensen/account")), Form, ("adres", "annie"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, marieke.Last!.StatusCode);
        Assert.Equal("annie", page.QuerySelector("#adres")!.GetAttribute("value"));
    }

    private async Task<LockedNetwork> Voiceless()
    {
        var network = await _stage.Network();
        await WithoutAccount(network);
        return network;
    }

    private Task<int> WithoutAccount(LockedNetwork network) => app.InDatabase(db => db.Set<Kring.People.Account>().Where(a => a.Person == network.Annie).ExecuteDeleteAsync());

    private Task<InviteRecipientOutcome> Invite(LockedNetwork network, string address, PersonId? by = null)
        => app.Acts(services => services.GetRequiredService<InviteRecipient>().Run(Actor.Arriving(by ?? network.Marieke), network.Id, InvitationAddress.Read(address)!, default));

    private Task<InviteOutcome> Ask(LockedNetwork network) => app.Acts(services => services.GetRequiredService<InviteParticipant>().Run(
        Actor.Arriving(network.Marieke), network.Id, new InvitationWish("Iemand", InvitationAddress.Read($"{Guid.CreateVersion7():N}@kring.example")!, Capacity.InformalCarer, "buur", null, "Omdat het helpt", false), default));
}
