using Kring.Access;
using Kring.Networks;

namespace Kring.Conversations;

/// <summary>A conversation that somebody may take part in, and the grant to do so.</summary>
internal sealed record Talk(Grant Grant, Conversation Conversation)
{
    /// <summary>Nothing from before this may be seen, quotes included; null sees everything.</summary>
    internal DateTimeOffset? HistoryFrom => Grant.Standing.HistoryFrom;

    internal string Path => $"/netwerken/{Conversation.Compartment}/berichten/{Conversation.Id}";

    internal bool MaySee(DateTimeOffset said) => HistoryFrom is not { } from || said >= from;
}

/// <summary>The answer to somebody who wants into a conversation: the way in, or why not.</summary>
internal readonly record struct Admittance(Talk? Talk, GateRefusal Refusal);

/// <summary>
/// The way in to conversations: through a network somebody takes part in, and then through the conversation's audience. A conversation that is not there and one that is
/// not theirs give the same answer, and both are in the log.
/// </summary>
internal sealed class EnterConversation(Door door, ConversationHeads heads)
{
    private Conversation? _found;

    /// <summary>The network that a conversation belongs to, for who knows its id only. The first entry after it takes the conversation as it was found.</summary>
    internal async Task<NetworkId?> NetworkOf(ConversationId id, CancellationToken cancel) => (_found = await heads.Find(id, cancel)) is { } found ? new NetworkId(found.Compartment.Value) : null;

    /// <param name="what">What is used of it, for the log.</param>
    internal Task<Admittance> Run(Actor actor, NetworkId network, ConversationId id, Operations operation, string what, CancellationToken cancel)
        => RunFor(actor, network, id, operation, new LoggedObject(what, id.Value), cancel);

    /// <param name="what">Something that stands in it.</param>
    internal async Task<Admittance> RunFor(Actor actor, NetworkId network, ConversationId id, Operations operation, LoggedObject what, CancellationToken cancel)
    {
        var entrance = await door.Enter(new Visit(actor, network.Compartment, ConversationsPurposes.Communicate, operation, what), cancel);
        if (entrance.Grant is not { } grant)
            return new Admittance(null, entrance.Refusal);
        var found = _found is { } before && before.Id == id ? before : await heads.Find(id, cancel);
        _found = null;
        var conversation = found?.Compartment == grant.Compartment.Id ? found : null;
        // What was over before they came is not theirs, its subject neither.
        var inTheirTime = grant.Standing.HistoryFrom is not { } from || conversation?.LastAt >= from;
        if (conversation is not null && conversation.IsFor(grant.Standing.Role) && inTheirTime)
            return new Admittance(new Talk(grant, conversation), GateRefusal.None);
        await door.Refuse(grant, conversation is null ? "NoSuchConversation" : "OutsideAudience", cancel);
        return new Admittance(null, GateRefusal.NoRelation);
    }
}
