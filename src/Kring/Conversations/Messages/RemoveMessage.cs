using Kring.Access;
using Kring.Conversations.Attachments;
using Kring.Conversations.Live;
using Kring.Networks;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations.Messages;

internal enum RemoveAnswer
{
    Removed,
    /// <summary>It was changed at the same moment, in another window.</summary>
    ChangedMeanwhile,
    Refused,
}

/// <summary>Removes somebody's own message: its text, what it said before and what went with it are gone, that there was a message stays.</summary>
internal sealed class RemoveMessage(Door door, EnterConversation enter, FindOwnMessage find, ConversationFeed feed, TimeProvider time)
{
    internal async Task<(RemoveAnswer Answer, GateRefusal Refusal)> Run(Actor actor, NetworkId network, ConversationId conversation, long number, CancellationToken cancel)
    {
        var way = await enter.Run(actor, network, conversation, Operations.Delete, "message", cancel);
        if (way.Talk is not { } talk)
            return (RemoveAnswer.Refused, way.Refusal);
        var (message, plan) = await find.Run(talk, number, cancel);
        if (message is null || plan == MessagePlan.NotTheAuthor)
            return (RemoveAnswer.Refused, GateRefusal.NoRelation);
        if (plan == MessagePlan.Removed)
            return (RemoveAnswer.Removed, GateRefusal.None);
        message.Text = null;
        message.RemovedAt = time.Moment();
        message.Version++;
        foreach (var revision in await talk.Grant.Rows<MessageRevision>().Where(r => r.Message == message.Id).ToListAsync(cancel))
            talk.Grant.Remove(revision);
        var commit = await door.CommitHeld(talk.Grant, async () =>
        {
            await AttachmentRows.Remove(talk.Grant, message.Id, cancel);
            return true;
        }, cancel);
        if (commit == HeldCommit.Saved)
            feed.Tell(conversation, number);
        return commit switch
        {
            HeldCommit.Saved => (RemoveAnswer.Removed, GateRefusal.None),
            HeldCommit.NothingChanged => (RemoveAnswer.ChangedMeanwhile, GateRefusal.None),
            _ => (RemoveAnswer.Refused, GateRefusal.NoRelation),
        };
    }
}
