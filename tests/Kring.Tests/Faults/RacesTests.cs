using Kring.Access;
using Kring.Conversations;
using Kring.Conversations.Messages;
using Kring.Conversations.Threads;
using Kring.Delivery;
using Kring.Networks;
using Kring.Networks.Admissions;
using Kring.Networks.Invitations;
using Kring.Networks.Leaving;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Platform;
using Kring.Tests.Networks;
using Kring.Tests.Networks.Admissions;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Faults;

/// <summary>Two people decide at the same moment, over and over, with a little less or more between them each time.</summary>
public sealed class RacesTests(KringApp app) : IClassFixture<KringApp>
{
    private const int Few = 50, Many = 1_000;
    private readonly Consenting _stage = new(app);

    [Fact]
    public Task Nothing_is_said_after_somebody_is_stopped() => RevokeAgainstPost(Few);

    [Fact(Explicit = true)]
    [Trait("length", "long")]
    public Task Nothing_is_said_after_somebody_is_stopped_a_thousand_times() => RevokeAgainstPost(Many);

    [Fact]
    public Task One_of_yes_and_no_stands() => ApproveAgainstRefuse(Few);

    [Fact(Explicit = true)]
    [Trait("length", "long")]
    public Task One_of_yes_and_no_stands_a_thousand_times() => ApproveAgainstRefuse(Many);

    [Fact]
    public Task No_invitation_goes_out_unasked_after_the_lock() => LockAgainstInvite(Few);

    [Fact(Explicit = true)]
    [Trait("length", "long")]
    public Task No_invitation_goes_out_unasked_after_the_lock_a_thousand_times() => LockAgainstInvite(Many);

    private async Task RevokeAgainstPost(int rounds)
    {
        var network = await _stage.Network();
        var talk = (await In<StartConversation, ConversationId?>(async use => (await use.Run(Actor.Arriving(network.Annie), network.Id, "Dinsdag", Audience.Everyone, New("Wie gaat er mee?"), default)).Conversation))!.Value;
        var joke = await _stage.World.Person("Joke de Vries");
        var outrun = 0;
        for (var round = 0; round < rounds; round++)
        {
            var membership = await _stage.World.Joins(network.Id, joke, "Joke de Vries", Capacity.InformalCarer);
            var (posted, standing) = await Together(round, () => PostUntilRefused(joke, network, talk), async () =>
            {
                while (await Stops(network, membership) == EndOutcome.TryAgain)
                {
                }

                return await Said(joke, network);
            });

            // What stood there when the stop was saved is all that ever stands there, and all of it was acknowledged.
            Assert.Equal(standing, await Said(joke, network));
            var row = await app.InDatabase(db => db.Set<NetworkMembership>().AsNoTracking().SingleAsync(m => m.Compartment == network.Id.Compartment.Id && m.Id == membership));
            var during = await app.InDatabase(db => db.Set<Message>().AsNoTracking().Where(m => m.Compartment == network.Id.Compartment.Id && m.Author == joke && m.At >= row.From).Select(m => m.At).ToListAsync());
            Assert.Equal(posted, during.Count);
            Assert.All(during, at => Assert.True(at <= row.Until, $"Round {round}: said at {at:O}, stopped at {row.Until:O}."));
            outrun += posted > 0 ? 1 : 0;
        }

        Assert.InRange(outrun, 1, rounds); // sometimes something was said first
    }

    private async Task ApproveAgainstRefuse(int rounds)
    {
        var network = await _stage.Network();
        var (mentor, _) = await _stage.Representative(network.Id, MandateKind.Mentor);
        for (var round = 0; round < rounds; round++)
        {
            var address = $"{Guid.CreateVersion7():N}@kring.example";
            var question = await _stage.Asks(network.Id, network.Marieke, address: address);
            var before = await Told(network.Marieke);

            var (yes, no) = await Together(round, () => Answers(network.Annie, network, question, Answer.Yes), () => Answers(mentor, network, question, Answer.No));

            Assert.Single(new[] { yes, no }, AnswerOutcome.Recorded);
            var (asked, consent, sent) = await app.InDatabase(async db => (
                await db.Set<AdmissionRequest>().AsNoTracking().SingleAsync(a => a.Id == question),
                await db.Set<Consent>().AsNoTracking().SingleAsync(c => c.Admission == question),
                await db.Set<Invitation>().CountAsync(i => i.Admission == question)));
            var granted = yes == AnswerOutcome.Recorded;
            Assert.Equal((granted ? AdmissionState.Granted : AdmissionState.Refused, granted, granted ? 1 : 0, granted ? network.Annie : mentor), (asked.State, consent.Given, sent, consent.AnsweredBy));
            Assert.Equal(before + 1, await Told(network.Marieke));
        }
    }

    private async Task LockAgainstInvite(int rounds)
    {
        var network = await _stage.Network();
        var (sent, asked) = (0, 0);
        for (var round = 0; round < rounds; round++)
        {
            var locks = app.Clock.Moment().AddMilliseconds(round % 25);
            await app.InDatabase(db => db.Set<CareNetwork>().Where(n => n.Id == network.Id).ExecuteUpdateAsync(set => set.SetProperty(n => n.LocksAt, locks)));

            var (one, other) = await Together(round, () => Invites(network), () => Invites(network));

            Assert.All(new[] { one, other }, o => Assert.Contains(o, (InviteOutcome[])[InviteOutcome.Sent, InviteOutcome.ConsentAsked, InviteOutcome.SomebodyWasFirst]));
            sent += new[] { one, other }.Count(o => o == InviteOutcome.Sent);
            asked += new[] { one, other }.Count(o => o == InviteOutcome.ConsentAsked);
            var rows = await app.InDatabase(async db => (
                Invitations: await db.Set<Invitation>().AsNoTracking().Where(i => i.Compartment == network.Id.Compartment.Id).ToListAsync(),
                Questions: await db.Set<AdmissionRequest>().CountAsync(a => a.Compartment == network.Id.Compartment.Id),
                Notices: await db.Set<OutboxItem>().CountAsync(i => i.Compartment == network.Id.Compartment.Id && i.Kind == NoticeKind.Invitation),
                Locks: await db.Set<CareNetwork>().Where(n => n.Id == network.Id).Select(n => n.LocksAt).SingleAsync()));
            Assert.Equal((sent, asked, sent), (rows.Invitations.Count, rows.Questions, rows.Notices));
            Assert.All(rows.Invitations, i => Assert.True(i.InvitedAt < rows.Locks, $"Round {round}: invited at {i.InvitedAt:O}, locked at {rows.Locks:O}."));
        }

        Assert.True(sent > 0 && asked > 0, $"It was no race: {sent} sent and {asked} asked.");
    }

    /// <summary>Both begin at the same moment, or one a little later.</summary>
    private static async Task<(TOne, TOther)> Together<TOne, TOther>(int round, Func<Task<TOne>> one, Func<Task<TOther>> other)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var (first, second) = (Task.Run(() => After(round % 3, one)), Task.Run(() => After(round % 5, other)));
        start.SetResult();
        return (await first, await second);

        async Task<T> After<T>(int milliseconds, Func<Task<T>> run)
        {
            await start.Task;
            if (milliseconds > 0)
                await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
            return await run();
        }
    }

    private async Task<int> PostUntilRefused(PersonId person, LockedNetwork network, ConversationId talk)
    {
        var posted = 0;
        while (await In<PostMessage, PostAnswer>(async use => (await use.Run(Actor.Arriving(person), network.Id, talk, New("Nog iets"), default)).Answer) == PostAnswer.Posted)
            posted++;
        return posted;
    }

    private Task<int> Said(PersonId person, LockedNetwork network) => app.InDatabase(db => db.Set<Message>().CountAsync(m => m.Compartment == network.Id.Compartment.Id && m.Author == person));

    private Task<int> Told(PersonId person) => app.InDatabase(db => db.Set<OutboxItem>().CountAsync(i => i.Compartment == person.Profile.Id && i.Kind == NoticeKind.AdmissionAnswered));

    private Task<EndOutcome> Stops(LockedNetwork network, MembershipId membership)
        => In<EndParticipation, EndOutcome>(async use => (await use.Run(Actor.Arriving(network.Annie), network.Id, membership, null, default)).Outcome);

    private Task<AnswerOutcome> Answers(PersonId by, LockedNetwork network, AdmissionId question, Answer answer)
        => In<AnswerAdmission, AnswerOutcome>(async use => (await use.Run(Actor.Arriving(by), network.Id, question, answer, false, "1", default)).Outcome);

    private Task<InviteOutcome> Invites(LockedNetwork network)
    {
        var wish = new InvitationWish("Ineke Bos", InvitationAddress.Read($"{Guid.CreateVersion7():N}@kring.example")!, Capacity.InformalCarer, "buurvrouw", null, "Zij helpt met lopen.", false);
        return In<InviteParticipant, InviteOutcome>(use => use.Run(Actor.Arriving(network.Marieke), network.Id, wish, default));
    }

    private static NewMessage New(string text) => new(Guid.CreateVersion7(), text);

    private Task<TAnswer> In<TUse, TAnswer>(Func<TUse, Task<TAnswer>> run) where TUse : notnull => app.In(services => run(services.GetRequiredService<TUse>()));
}
