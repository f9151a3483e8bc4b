using Kring.Access;
using Kring.Networks;

namespace Kring.Conversations.Threads;

/// <summary>What somebody who wants to start a conversation may choose from.</summary>
internal sealed record StartOffer(NetworkHead Head, IReadOnlyList<Audience> Audiences);

/// <summary>Tells for whom somebody may start a conversation. A closed network offers none.</summary>
internal sealed class OfferConversation(Door door, NetworksAccess networks)
{
    internal async Task<(StartOffer? Offer, GateRefusal Refusal)> Run(Actor actor, NetworkId network, CancellationToken cancel)
    {
        var entrance = await door.Enter(new Visit(actor, network.Compartment, ConversationsPurposes.Communicate, Operations.Read, new LoggedObject("conversation-list")), cancel);
        if (entrance.Grant is not { } grant)
            return (null, entrance.Refusal);
        return grant.Standing.ReadOnly
            ? (null, GateRefusal.ReadOnly)
            : (new StartOffer(await networks.Head(grant, cancel), Conversation.OpenTo(grant.Standing.Role)), GateRefusal.None);
    }
}
