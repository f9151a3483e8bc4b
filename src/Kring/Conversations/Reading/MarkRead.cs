using Kring.Access;
using Kring.Networks;

namespace Kring.Conversations.Reading;

/// <summary>Records that somebody saw a conversation up to a message. A page asks for it when it is looked at; reading the page itself changes nothing.</summary>
internal sealed class MarkRead(Door door, EnterConversation enter, ConversationsAccess conversations, Receipts receipts)
{
    internal async Task<GateRefusal> Run(Actor actor, NetworkId network, ConversationId conversation, long upTo, CancellationToken cancel)
    {
        // What was told before is no change, and would stand in the log as one that came to nothing.
        if (await conversations.HasReached(actor.Person!.Value, network, conversation, upTo, cancel))
            return GateRefusal.None;
        var way = await enter.Run(actor, network, conversation, Operations.Create, "read-receipt", cancel);
        if (way.Talk is not { } talk)
            return way.Refusal;
        // A second receipt of the same moment and number is the same receipt: losing to it is fine.
        if (await receipts.Add(talk.Grant, conversation, Math.Min(upTo, talk.Conversation.LastNumber), cancel))
            await door.Commit(cancel);
        return GateRefusal.None;
    }
}
