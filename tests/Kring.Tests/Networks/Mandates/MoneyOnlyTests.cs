using System.Net;
using Kring.Access;
using Kring.Conversations;
using Kring.Conversations.Messages;
using Kring.Conversations.Threads;
using Kring.Networks;
using Kring.Networks.Admissions;
using Kring.Networks.Invitations;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Platform;
using Kring.Privacy;
using Kring.Tests.Networks.Admissions;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Networks.Mandates;

/// <summary>A representative whose mandate covers money and goods only (BW 7:465 leaves care to others): takes part, and arranges, decides and learns nothing about care.</summary>
public sealed class MoneyOnlyTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly Consenting _stage = new(app);

    [Theory]
    [InlineData(nameof(MandateKind.Administrator), nameof(MandateScope.Money), nameof(Role.FinancialRepresentative))]
    [InlineData(nameof(MandateKind.AuthorisedProxy), nameof(MandateScope.Money), nameof(Role.FinancialRepresentative))]
    [InlineData(nameof(MandateKind.Administrator), nameof(MandateScope.Both), nameof(Role.FinancialRepresentative))]
    [InlineData(nameof(MandateKind.AuthorisedProxy), nameof(MandateScope.Both), nameof(Role.Representative))]
    [InlineData(nameof(MandateKind.Mentor), nameof(MandateScope.Care), nameof(Role.Representative))]
    public async Task What_the_mandate_covers_decides_the_role(string kind, string scope, string role)
    {
        var network = await _stage.Network();
        var (person, _) = await _stage.Representative(network.Id, Enum.Parse<MandateKind>(kind), Enum.Parse<MandateScope>(scope));

        Assert.Equal(role, (await RoleOf(person, network)).ToString());
    }

    [Fact]
    public async Task A_mandate_for_care_beside_it_counts_as_long_as_it_holds()
    {
        var network = await _stage.Network();
        var today = app.Clock.GetUtcNow().DutchDay();
        var (person, _) = await _stage.Representative(network.Id, MandateKind.Administrator, MandateScope.Money);

        await _stage.World.Represents(network.Id, person, MandateKind.Mentor, MandateScope.Care, today.AddYears(-1), today.AddDays(-1));
        Assert.Equal(Role.FinancialRepresentative, await RoleOf(person, network));
        await _stage.World.Represents(network.Id, person, MandateKind.Mentor, MandateScope.Care, today);
        Assert.Equal(Role.Representative, await RoleOf(person, network));
    }

    [Fact]
    public async Task The_gate_lets_them_take_part_and_talk_and_nothing_else()
    {
        var network = await _stage.Network();
        var (person, _) = await _stage.Representative(network.Id, MandateKind.Administrator, MandateScope.Money);

        foreach (var purpose in (Purpose[])[NetworksPurposes.Arrange, NetworksPurposes.Decide, PrivacyPurposes.WhoLooked])
        {
            foreach (var operation in (Operations[])[Operations.Create, Operations.Read, Operations.Update, Operations.Delete, Operations.Export])
                Assert.Equal(GateRefusal.NotAuthorised, await Enters(person, network, purpose, operation));
        }

        foreach (var operation in (Operations[])[Operations.Create, Operations.Update, Operations.Delete])
            Assert.Equal(GateRefusal.NotAuthorised, await Enters(person, network, NetworksPurposes.Represent, operation));
        Assert.Equal(GateRefusal.None, await Enters(person, network, NetworksPurposes.TakePart, Operations.Read));
        Assert.Equal(GateRefusal.None, await Enters(person, network, ConversationsPurposes.Communicate, Operations.Create));
    }

    [Fact]
    public async Task They_see_who_takes_part_and_not_who_is_asked_or_invited()
    {
        var network = await _stage.Network();
        var (person, _) = await _stage.Representative(network.Id, MandateKind.Administrator, MandateScope.Money);
        await Granted(network, "Ineke Bos", "ineke@kring.example");
        await _stage.Asks(network.Id, network.Marieke, "Geheime Gerda", "gerda@kring.example");
        using var browser = await _stage.World.SignedIn(person);

        var page = await browser.Get(network.Path("mensen"));
        var text = page.Body!.TextContent;

        Assert.Contains("Marieke Visser", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheime Gerda", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ineke Bos", text, StringComparison.Ordinal);
        Assert.DoesNotContain("BO-1", text, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[href$='/uitnodigen']"));
        Assert.Single(page.QuerySelectorAll("a[href$='/stoppen']"));
        var more = await browser.Get(network.Path("meer"));
        foreach (var link in (string[])["toestemming", "wie-keek", "coordinator", "afsluiten"])
            Assert.Null(more.QuerySelector($"a[href='{network.Path(link)}']"));
    }

    [Fact]
    public async Task They_neither_withdraw_nor_repeat_an_invitation()
    {
        var network = await _stage.Network();
        var (person, _) = await _stage.Representative(network.Id, MandateKind.Administrator, MandateScope.Money);
        await Granted(network, "Ineke Bos", "ineke@kring.example");
        var invitation = Assert.Single(await _stage.Rows<Invitation>(network.Id));
        app.Clock.Advance(TimeSpan.FromHours(2));
        using var browser = await _stage.World.SignedIn(person);

        foreach (var button in (string[])["trek-in", "herinner"])
            Assert.Equal(HttpStatusCode.NotFound, await Forging.Post(browser, network.Path("mensen"), "uitnodigingen", (button, invitation.Id.Value.ToString())));

        var after = Assert.Single(await _stage.Rows<Invitation>(network.Id));
        Assert.Equal((invitation.Version, null), (after.Version, after.WithdrawnAt));
    }

    [Fact]
    public async Task Of_the_mandates_they_see_their_own()
    {
        var network = await _stage.Network();
        await _stage.Representative(network.Id, MandateKind.Mentor);
        var (person, _) = await _stage.Representative(network.Id, MandateKind.Administrator, MandateScope.Money);
        using var browser = await _stage.World.SignedIn(person);

        var page = await browser.Get(network.Path("vertegenwoordigers"));

        Assert.Contains("geld en spullen", Assert.Single(page.QuerySelectorAll(".card")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_read_conversations_for_everyone_and_none_of_professionals()
    {
        var network = await _stage.Network();
        var (person, _) = await _stage.Representative(network.Id, MandateKind.Administrator, MandateScope.Money);
        var (open, shut) = (await Starts(network, Audience.Everyone), await Starts(network, Audience.ProfessionalsOnly));
        using var browser = await _stage.World.SignedIn(person);

        await browser.Get(network.Path($"berichten/{open}"));
        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
        await browser.Get(network.Path($"berichten/{shut}"));
        Assert.Equal(HttpStatusCode.NotFound, browser.Last!.StatusCode);
    }

    [Fact]
    public async Task They_are_not_told_of_a_question_about_admission_and_a_mentor_is()
    {
        var network = await _stage.Network();
        var (money, _) = await _stage.Representative(network.Id, MandateKind.Administrator, MandateScope.Money);
        var (mentor, _) = await _stage.Representative(network.Id, MandateKind.Mentor);
        var wish = new InvitationWish("Ineke Bos", InvitationAddress.Read("ineke@kring.example")!, Capacity.InformalCarer, "nicht", null, "Zij helpt.", false);

        Assert.Equal(InviteOutcome.ConsentAsked, await app.Acts(services => services.GetRequiredService<InviteParticipant>().Run(Actor.Arriving(network.Marieke), network.Id, wish, default)));

        Assert.Empty(await app.Notices(money));
        Assert.NotEmpty(await app.Notices(mentor));
        Assert.NotEmpty(await app.Notices(network.Annie));
    }

    private async Task Granted(LockedNetwork network, string name, string address)
    {
        var question = await _stage.Asks(network.Id, network.Marieke, name, address);
        await app.Acts(services => services.GetRequiredService<AnswerAdmission>().Run(Actor.Arriving(network.Annie), network.Id, question, Answer.Yes, false, "1", default));
    }

    private Task<string> Starts(LockedNetwork network, Audience audience) => app.In(async services => (await services.GetRequiredService<StartConversation>()
        .Run(Actor.Arriving(network.Marieke), network.Id, "Dinsdag", audience, new NewMessage(Guid.CreateVersion7(), "Om tien uur."), default)).Conversation!.Value.ToString());

    private Task<Role> RoleOf(PersonId person, LockedNetwork network) => app.In(async services => (await services.GetRequiredService<Door>()
        .Enter(new Visit(Actor.Arriving(person), network.Id.Compartment, NetworksPurposes.TakePart, Operations.Read, new LoggedObject("network")), default)).Grant!.Standing.Role);

    private Task<GateRefusal> Enters(PersonId person, LockedNetwork network, Purpose purpose, Operations operation) => app.In(async services => (await services.GetRequiredService<Door>()
        .Enter(new Visit(Actor.Arriving(person), network.Id.Compartment, purpose, operation, new LoggedObject("network")), default)).Refusal);
}
