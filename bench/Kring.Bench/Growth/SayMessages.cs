using Kring.Access;
using Kring.Conversations;
using Kring.Conversations.Messages;
using Kring.Networks;

namespace Kring.Bench.Growth;

/// <summary>
/// What the people of many networks said in the past year, saved as the program saves what is said at the same moment: the gate answers for each message, each is sealed with its network's
/// key and has its own line in the log, and all are one transaction with one statement for each kind of row.
/// </summary>
internal sealed class SayMessages(Door door)
{
    /// <param name="since">When they began to talk; what they say is spread evenly from then until <paramref name="now"/>.</param>
    internal async Task<int> Run(IReadOnlyList<SeededNetwork> networks, DateTimeOffset since, DateTimeOffset now)
    {
        // As they came in: a network's messages do not lie side by side.
        var said = networks.SelectMany(network => Plan(network, since, now)).OrderBy(message => message.At).ToList();
        var saved = await door.CommitTogether([.. said.Select(Visit)], grants =>
        {
            foreach (var (place, grant) in grants)
                Add(grant, said[place], place);
            return Task.FromResult<IReadOnlyCollection<int>>([.. grants.Keys]);
        });
        return saved.Count == said.Count ? said.Count : throw new InvalidOperationException($"Of {said.Count} messages {saved.Count} were saved.");
    }

    private static IEnumerable<Said> Plan(SeededNetwork network, DateTimeOffset since, DateTimeOffset now)
    {
        var (all, first) = (WorldPlan.Messages(network.Number), WorldPlan.InFirst(network.Number));
        return In(network, network.First, first, since, now).Concat(network.Second is { } second ? In(network, second, all - first, since, now) : []);
    }

    private static IEnumerable<Said> In(SeededNetwork network, ConversationId conversation, int messages, DateTimeOffset since, DateTimeOffset now)
    {
        var pause = (now - since) / (messages + 1);
        for (var number = 1; number <= messages; number++)
            yield return new Said(network.Id, conversation, number, network.People[(int)(number * 7_919L % network.People.Count)], since.AddSeconds(Math.Floor(pause.TotalSeconds * number)));
    }

    private static Visit Visit(Said said)
        => new(Actor.Arriving(said.Author), said.Network.Compartment, ConversationsPurposes.Communicate, Operations.Create, new LoggedObject("message", said.Conversation.Value));

    private static void Add(Grant grant, Said said, int place)
    {
        var id = MessageId.From(Guid.CreateVersion7(said.At));
        grant.Add(new Message
        {
            Id = id,
            Compartment = grant.Compartment.Id,
            Conversation = said.Conversation,
            Number = said.Number,
            Author = said.Author,
            ClientId = id.Value,
            At = said.At,
            Text = grant.Seal(Message.TextField, id.Value, BenchWorld.Text(said.Number + (place % 7))),
        });
    }

    private readonly record struct Said(NetworkId Network, ConversationId Conversation, int Number, PersonId Author, DateTimeOffset At);
}
