using Kring.Access;
using Kring.Access.Log;
using Kring.Access.Sealing;
using Kring.Conversations;
using Kring.Conversations.Messages;
using Kring.Conversations.Threads;
using Kring.Networks;
using Kring.Networks.Admissions;
using Kring.Networks.Enrolment;
using Kring.Networks.Invitations;
using Kring.Networks.Leaving;
using Kring.Networks.Participation;
using Kring.Organisations;
using Kring.Tests.Networks;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Faults.Simulation;

/// <summary>What is: one network in the program, acted upon by name, and described from its rows.</summary>
internal sealed class LivingNetwork
{
    private readonly KringApp _app;
    private readonly Dictionary<string, PersonId> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _addresses = new(StringComparer.Ordinal);
    private readonly List<string> _links = [];
    private readonly List<AdmissionId> _questions = [];
    private NetworkId _network;
    private ConversationId _talk;

    private LivingNetwork(KringApp app) => _app = app;

    internal DateTimeOffset LocksAt { get; private set; }

    internal static async Task<LivingNetwork> Start(KringApp app, IEnumerable<string> others)
    {
        var living = new LivingNetwork(app);
        var world = new World(app);
        var linde = await world.Organisation();
        foreach (var name in others.Prepend(Model.Recipient).Prepend(Model.Coordinator))
        {
            living._addresses[name] = $"{Guid.CreateVersion7():N}@kring.example";
            living._people[name] = await world.Person(name, living._addresses[name]);
        }

        await world.Works(living._people[Model.Coordinator], linde, Role.Coordinator, Model.Coordinator);
        living._network = await world.Network(living._people[Model.Recipient], Model.Recipient, living._people[Model.Coordinator], linde);
        living.LocksAt = await app.InDatabase(db => db.Set<CareNetwork>().Where(n => n.Id == living._network).Select(n => n.LocksAt).SingleAsync());
        living._talk = (await living.In<StartConversation, ConversationId?>(async use => (await use.Run(living.By(Model.Coordinator), living._network, "Thuis", Audience.Everyone, New(), default)).Conversation))!.Value;
        return living;
    }

    internal Task<string> Invite(string person)
    {
        var wish = new InvitationWish(person, InvitationAddress.Read(_addresses[person])!, Capacity.InformalCarer, "buur", null, "Helpt met lopen.", false);
        return In<InviteParticipant, string>(async use => (await use.Run(By(Model.Coordinator), _network, wish, default)).ToString());
    }

    internal Task<string> Answer(int question, Answer answer)
        => In<AnswerAdmission, string>(async use => (await use.Run(By(Model.Recipient), _network, _questions[question], answer, false, "1", default)).Outcome.ToString());

    internal Task<string> Accept(int invitation, string person) => In<AcceptInvitation, string>(async use => (await use.Run(By(person), _links[invitation].Split('/')[^1], null, default)).Outcome.ToString());

    internal Task<string> Decline(int invitation) => In<DeclineInvitation, string>(async use => (await use.Run(null, _links[invitation].Split('/')[^1], default)).ToString());

    internal Task<string> Withdraw(int question) => In<WithdrawConsent, string>(async use => (await use.Run(By(Model.Recipient), _network, _questions[question], default)).Outcome.ToString());

    internal Task<string> Remove(string person) => End(Model.Recipient, person);

    internal Task<string> Leave(string person) => End(person, person);

    internal Task<string> Post(string person) => In<PostMessage, string>(async use => (await use.Run(By(person), _network, _talk, New(), default)).Answer.ToString());

    /// <summary>Follows what came of a step: links that went out, questions that were put. Then all of it in words.</summary>
    internal async Task<string> Describe()
    {
        var compartment = _network.Compartment.Id;
        var names = _people.ToDictionary(p => p.Value, p => p.Key);
        return await _app.InDatabase(async db =>
        {
            var members = await db.Set<NetworkMembership>().AsNoTracking().Where(m => m.Compartment == compartment && m.Until == null).Select(m => m.Person).ToListAsync();
            var invitations = await db.Set<Invitation>().AsNoTracking().Where(i => i.Compartment == compartment).OrderBy(i => i.Id).ToListAsync();
            var questions = await db.Set<AdmissionRequest>().AsNoTracking().Where(a => a.Compartment == compartment).OrderBy(a => a.Id).ToListAsync();
            var consents = await db.Set<Consent>().AsNoTracking().Where(c => c.Compartment == compartment).ToListAsync();
            var said = await db.Set<Message>().AsNoTracking().Where(m => m.Compartment == compartment).OrderBy(m => m.Number).ToListAsync();
            await Follow(invitations, questions);
            // Promises that hold whatever happened.
            Assert.Equal(Enumerable.Range(1, said.Count).Select(n => (long)n), said.Select(m => m.Number));
            Assert.All(invitations.Where(i => i.InvitedAt >= LocksAt), i => Assert.Contains(consents, c => c.Admission == i.Admission && c.Given));
            Assert.Equal(said.Count - 1, await db.Set<AccessEntry>().CountAsync(e => e.Compartment == compartment && e.ObjectType == "message" && e.Operation == Operations.Create && e.Outcome == Outcome.Done));
            return string.Join("; ",
                string.Join(' ', members.Select(m => names[m]).Order(StringComparer.Ordinal)),
                Model.Counted(invitations.Select(i => i.WithdrawnAt is not null ? "withdrawn" : i.DeclinedAt is not null ? "declined" : i.AcceptedAt is not null ? "accepted" : "sent")),
                Model.Counted(questions.Select(q => q.State.ToString())),
                Model.Counted(consents.Select(c => !c.Given ? "no" : c.WithdrawnAt is null ? "yes" : "taken back")),
                string.Concat(said.Select(m => names[m.Author][0])));
        });
    }

    private async Task Follow(List<Invitation> invitations, List<AdmissionRequest> questions)
    {
        _questions.AddRange(questions.Skip(_questions.Count).Select(q => q.Id));
        var index = await _app.In(services => Task.FromResult(_addresses.ToDictionary(a => InvitationAddress.Read(a.Value)!.Index(services.GetRequiredService<LookupIndexes>()), a => a.Value)));
        foreach (var invitation in invitations.Skip(_links.Count).ToList())
            _links.Add(await _app.InvitationFor(_network.Compartment, index[invitation.AddressIndex]));
    }

    private async Task<string> End(string by, string person)
    {
        var membership = await _app.InDatabase(db => db.Set<NetworkMembership>().Where(m => m.Compartment == _network.Compartment.Id && m.Person == _people[person] && m.Until == null).Select(m => (MembershipId?)m.Id).SingleOrDefaultAsync());
        return membership is { } there ? await In<EndParticipation, string>(async use => (await use.Run(By(by), _network, there, null, default)).Outcome.ToString()) : "nobody";
    }

    private Actor By(string person) => Actor.Arriving(_people[person]);

    private static NewMessage New() => new(Guid.CreateVersion7(), "Iets");

    private Task<TAnswer> In<TUse, TAnswer>(Func<TUse, Task<TAnswer>> run) where TUse : notnull => _app.In(services => run(services.GetRequiredService<TUse>()));
}
