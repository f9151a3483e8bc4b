using Kring.Access;
using Kring.Conversations;
using Kring.Conversations.Messages;
using Kring.Conversations.Threads;
using Kring.Networks;
using Kring.Networks.Admissions;
using Kring.Networks.Enrolment;
using Kring.Networks.Invitations;
using Kring.Networks.Leaving;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Organisations;
using Kring.People;
using Kring.People.SignIns;
using Kring.People.Staff;
using Kring.Platform;
using Kring.Tests.Networks.Admissions;
using Kring.Tests.Networks.Invitations;
using Kring.Tests.People.Staff;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Networks;

/// <summary>
/// What somebody's standing rests on ends in a transaction that is open when they ask for a change: on PostgreSQL the change waits for it, and is then refused. Without the hold it
/// would be saved before the end is.
/// </summary>
[Trait("database", "postgres")] // on SQLite a transaction is alone
public sealed class OutrunTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly Consenting _stage = new(app);

    public static TheoryData<string, string> Endings => new()
    {
        { "professional", "update network_memberships set until = '2001-01-01' where compartment = '{network}' and person = '{person}'" },
        { "professional", "update staff_members set until = '2001-01-01' where person = '{person}'" },
        { "professional", "update participation_bases set ended_at = now() where compartment = '{network}'" },
        { "professional", "update cooperation_agreements set valid_until = '2020-01-01' where organisation = '{organisation}'" },
        { "professional", "update care_networks set state = 'Closed', version = version + 1 where compartment = '{network}'" },
        { "mentor", "update network_memberships set until = '2001-01-01' where compartment = '{network}' and person = '{person}'" },
        { "mentor", "update mandates set ended_at = now() where compartment = '{network}'" },
    };

    public static TheoryData<string> Changes => ["basis", "end-basis", "correct-basis", "withdraw", "remind", "stop", "mandate", "end-mandate", "appoint", "pause", "close", "take-back"];

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task A_message_waits_for_the_end_of_what_its_writer_stands_on(string who, string ending)
    {
        var network = await _stage.Network();
        var person = who == "mentor" ? (await _stage.Representative(network.Id, MandateKind.Mentor)).Person : await Professional(network);
        var talk = (await In<StartConversation, ConversationId?>(async start => (await start.Run(Actor.Arriving(network.Annie), network.Id, "Dinsdag", Audience.Everyone, New("Wie gaat er mee?"), default)).Conversation))!.Value;

        var answer = await Outrun(Filled(ending, network, person), () => In<PostMessage, PostAnswer>(async post => (await post.Run(Actor.Arriving(person), network.Id, talk, New("Nog net"), default)).Answer));

        Assert.Equal(PostAnswer.Refused, answer);
        Assert.Single(await _stage.Rows<Message>(network.Id));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_coordinator_who_loses_their_work_meanwhile_changes_nothing(string change)
    {
        var scene = await Scene.Set(app, _stage);

        var outcome = await Outrun($"update staff_members set until = '2001-01-01' where person = '{scene.Network.Marieke}'", () => scene.Do(change));

        Assert.Contains(outcome, (string[])["NotTheirs", "NotThere"]);
        Assert.Equal(scene.Before, await scene.State());
    }

    [Fact]
    public async Task Whoever_handed_over_meanwhile_records_no_basis()
    {
        var scene = await Scene.Set(app, _stage);

        var outcome = await Outrun($"update network_memberships set is_coordinator = false where compartment = '{scene.Network.Id}' and person = '{scene.Network.Marieke}'", () => scene.Do("basis"));

        Assert.NotEqual(nameof(BasisOutcome.Recorded), outcome);
        Assert.Equal(scene.Before, await scene.State());
    }

    [Fact]
    public async Task A_mentor_whose_mandate_ends_meanwhile_neither_answers_nor_withdraws()
    {
        var network = await _stage.Network();
        var (mentor, _) = await _stage.Representative(network.Id, MandateKind.Mentor);
        var (waiting, granted) = (await _stage.Asks(network.Id, network.Marieke), await _stage.Asks(network.Id, network.Marieke, "Piet", "piet@kring.example"));
        await Answers(network.Annie, network, granted);
        var ending = $"update mandates set ended_at = now() where compartment = '{network.Id}'";
        var again = $"update mandates set ended_at = null where compartment = '{network.Id}'";

        Assert.Equal(AnswerOutcome.NotThere, await Outrun(ending, () => Answers(mentor, network, waiting)));
        await app.Execute(again);
        Assert.Equal(WithdrawOutcome.NotThere, await Outrun(ending, () => In<WithdrawConsent, WithdrawOutcome>(async use => (await use.Run(Actor.Arriving(mentor), network.Id, granted, default)).Outcome)));

        Assert.True(Assert.Single(await _stage.Rows<Consent>(network.Id)).Holds);
    }

    [Theory]
    [InlineData("update participation_bases set ended_at = now() where compartment = '{network}'")]
    [InlineData("update cooperation_agreements set valid_until = '2020-01-01' where organisation = '{organisation}'")]
    public async Task Nobody_comes_in_for_an_organisation_that_goes_out_meanwhile(string ending)
    {
        var (network, address) = (await _stage.Network(), $"{Guid.CreateVersion7()}@kring.example");
        var admission = await _stage.Asks(network.Id, network.Marieke, address: address, organisation: network.Linde);
        await Answers(network.Annie, network, admission);
        var ineke = await _stage.World.Person("Ineke Bos", address);
        var link = await app.InvitationFor(network.Id.Compartment, address);
        var before = (await _stage.Rows<NetworkMembership>(network.Id)).Count;

        var outcome = await Outrun(Filled(ending, network, ineke), () => app.Accept(Actor.Arriving(ineke), link));

        Assert.Equal(AcceptOutcome.SomebodyWasFirst, outcome);
        Assert.Equal(before, (await _stage.Rows<NetworkMembership>(network.Id)).Count);
    }

    [Fact]
    public async Task An_officer_who_left_and_a_coordinator_who_left_change_nothing_in_the_office()
    {
        var network = await _stage.Network();
        var details = new EnrolmentDetails(network.Linde, "Bep de Boer", new DateOnly(1950, 1, 1), null, ContactPreference.InPerson, BasisKind.StatutoryTask, "X", new DateOnly(2025, 1, 1), Guid.CreateVersion7());

        var outcome = await Outrun($"update staff_members set until = '2001-01-01' where person = '{network.Marieke}'",
            () => In<StartNetwork, EnrolmentOutcome>(async use => (await use.Run(Actor.Arriving(network.Marieke), details, default)).Outcome));

        Assert.Equal(EnrolmentOutcome.SomebodyWasFirst, outcome);
        Assert.Equal(0, await app.InDatabase(db => db.Set<CareNetwork>().CountAsync(n => n.ClientId == details.ClientId)));
    }

    [Fact]
    public async Task An_administrator_whose_work_ends_meanwhile_shuts_nobody_out()
    {
        var stage = await StaffStage.Set(app);
        var row = (await stage.Row(stage.Marieke)).Id;

        var result = await Outrun($"update staff_members set until = '2001-01-01' where person = '{stage.Bas}'",
            () => In<BlockStaff, WorkResult>(block => block.Block(Actor.Arriving(stage.Bas), stage.Linde, row, default)));

        Assert.Equal(WorkChange.NotThere, result.Change);
        Assert.False(await app.InDatabase(db => db.Set<Account>().AnyAsync(a => a.Person == stage.Marieke && a.BlockedAt != null)));
    }

    [Fact]
    public async Task Nobody_comes_to_work_by_the_link_of_an_administrator_who_is_sent_away_meanwhile()
    {
        var stage = await StaffStage.Set(app);
        using var bas = await stage.World.SignedIn(stage.Bas);
        await stage.Invites(bas, "ingehaald@delinde.example");
        var secret = (await stage.Link("ingehaald@delinde.example")).Split('/')[^1];
        var before = await Staff();

        var joined = await Outrun($"update organisations set name = name where id = '{stage.Linde}'; update staff_members set until = '2001-01-01' where person = '{stage.Bas}'",
            () => In<AcceptStaffInvitation, Joined>(accept => accept.Run(null, secret, "drie losse woorden", new Caller("127.0.0.1", "127.0.0.0/24", "Test"), default)));

        Assert.Equal(Joining.NotLikeThis, joined.Outcome);
        Assert.Equal(before, await Staff());

        Task<int> Staff() => app.InDatabase(db => db.Set<StaffMember>().CountAsync(s => s.Organisation == stage.Linde));
    }

    [Fact]
    public async Task Many_who_change_a_network_at_once_never_wait_for_each_other_in_a_circle()
    {
        var network = await _stage.Network();
        var relatives = new List<(PersonId Person, MembershipId Membership)>();
        for (var i = 0; i < 12; i++)
        {
            var person = await _stage.World.Person($"Naaste {i}");
            relatives.Add((person, await _stage.World.Joins(network.Id, person, $"Naaste {i}", Capacity.InformalCarer)));
        }

        // Each both by themselves and by the recipient, while they write.
        var ends = relatives.SelectMany(r => (PersonId[])[r.Person, network.Annie], (r, by) => Ends(by, network, r.Membership));
        var posts = relatives.Select(r => Task.Run(() => In<StartConversation, StartAnswer>(async use => (await use.Run(Actor.Arriving(r.Person), network.Id, "Hoi", Audience.Everyone, New("Hoi"), default)).Answer)));
        await Task.WhenAll(ends.Cast<Task>().Concat(posts));

        foreach (var relative in relatives)
        {
            var still = (await _stage.Rows<NetworkMembership>(network.Id)).Single(m => m.Id == relative.Membership);
            Assert.True(still.Until is not null || await Ends(network.Annie, network, relative.Membership) == EndOutcome.Ended);
        }
    }

    private static NewMessage New(string text) => new(Guid.CreateVersion7(), text);

    private static string Filled(string ending, LockedNetwork network, PersonId person) => ending.Replace("{network}", network.Id.ToString(), StringComparison.Ordinal)
        .Replace("{person}", person.ToString(), StringComparison.Ordinal).Replace("{organisation}", network.Linde.ToString(), StringComparison.Ordinal);

    private Task<EndOutcome> Ends(PersonId by, LockedNetwork network, MembershipId membership)
        => Task.Run(() => In<EndParticipation, EndOutcome>(async use => (await use.Run(Actor.Arriving(by), network.Id, membership, null, default)).Outcome));

    private Task<AnswerOutcome> Answers(PersonId by, LockedNetwork network, AdmissionId question)
        => In<AnswerAdmission, AnswerOutcome>(async use => (await use.Run(Actor.Arriving(by), network.Id, question, Answer.Yes, false, "1", default)).Outcome);

    private async Task<PersonId> Professional(LockedNetwork network)
    {
        var person = await _stage.World.Person("Ahmed Yılmaz");
        await _stage.World.Works(person, network.Linde, Role.Professional, "Ahmed Yılmaz");
        await _stage.World.Joins(network.Id, person, "Ahmed Yılmaz", Capacity.Professional, "wijkverpleegkundige", network.Linde);
        return person;
    }

    private Task<TAnswer> In<TUse, TAnswer>(Func<TUse, Task<TAnswer>> run) where TUse : notnull => app.In(services => run(services.GetRequiredService<TUse>()));

    /// <summary>Begins the end, asks for the change, and lets the end be saved once the change waits for it (or went on without).</summary>
    private Task<T> Outrun<T>(string ending, Func<Task<T>> change) => app.InDatabase(async db =>
    {
        await using var end = await db.Database.BeginTransactionAsync();
        Assert.True(await db.Database.ExecuteSqlRawAsync(ending) > 0);
        var asked = Task.Run(change);
        while (!asked.IsCompleted && !await Waits())
            await Task.Delay(10, TestContext.Current.CancellationToken);
        await end.CommitAsync();
        return await asked;
    });

    private Task<bool> Waits() => app.InDatabase(async db => (await db.Database.SqlQueryRaw<int>(
        "select count(*)::int as \"Value\" from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'").ToListAsync())[0] > 0);
}
