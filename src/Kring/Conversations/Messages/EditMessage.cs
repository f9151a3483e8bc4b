using Kring.Access;
using Kring.Conversations.Attachments;
using Kring.Conversations.Live;
using Kring.Networks;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations.Messages;

internal enum EditAnswer
{
    Saved,
    Empty,
    TooLong,
    /// <summary>It was removed meanwhile.</summary>
    Removed,
    /// <summary>It was changed at the same moment, in another window.</summary>
    ChangedMeanwhile,
    Refused,
}

/// <summary>Changes the text of somebody's own message. What it said before is kept, and that it was changed is shown.</summary>
internal sealed class EditMessage(Door door, EnterConversation enter, FindOwnMessage find, ConversationFeed feed, TimeProvider time)
{
    internal async Task<(EditAnswer Answer, GateRefusal Refusal)> Run(Actor actor, NetworkId network, ConversationId conversation, long number, string? typed, CancellationToken cancel)
    {
        var way = await enter.Run(actor, network, conversation, Operations.Update, "message", cancel);
        if (way.Talk is not { } talk)
            return (EditAnswer.Refused, way.Refusal);
        var (message, plan) = await find.Run(talk, number, cancel);
        if (message is null || plan == MessagePlan.NotTheAuthor)
            return (EditAnswer.Refused, GateRefusal.NoRelation);
        if (plan == MessagePlan.Removed)
            return (EditAnswer.Removed, GateRefusal.None);
        var text = PlainText.Tidy(typed);
        if (string.IsNullOrWhiteSpace(text) && !await talk.Grant.Rows<Attachment>().AnyAsync(a => a.Message == message.Id, cancel))
            return (EditAnswer.Empty, GateRefusal.None);
        if (PlainText.Length(text) > Message.LongestText)
            return (EditAnswer.TooLong, GateRefusal.None);
        var before = talk.Grant.Open(Message.TextField, message.Id.Value, message.Text!.Value);
        if (before == text)
            return (EditAnswer.Saved, GateRefusal.None);
        Change(talk.Grant, message, before, text);
        var commit = await door.CommitHeld(talk.Grant, () => Task.FromResult(true), cancel);
        if (commit == HeldCommit.Saved)
            feed.Tell(conversation, number);
        return commit switch
        {
            HeldCommit.Saved => (EditAnswer.Saved, GateRefusal.None),
            HeldCommit.NothingChanged => (EditAnswer.ChangedMeanwhile, GateRefusal.None),
            _ => (EditAnswer.Refused, GateRefusal.NoRelation),
        };
    }

    private void Change(Grant grant, Message message, string before, string text)
    {
        var (id, now) = (time.NewId<RevisionId>(), time.Moment());
        grant.Add(new MessageRevision
        {
            Id = id,
            Compartment = grant.Compartment.Id,
            Message = message.Id,
            Text = grant.Seal(MessageRevision.TextField, id.Value, before),
            ReplacedAt = now,
        });
        message.Text = grant.Seal(Message.TextField, message.Id.Value, text);
        message.EditedAt = now;
        message.Version++;
    }
}

/// <summary>Finds the message that somebody wants to change. What is not theirs or not there is refused in the log.</summary>
internal sealed class FindOwnMessage(Door door)
{
    internal async Task<(Message? Message, MessagePlan Plan)> Run(Talk talk, long number, CancellationToken cancel)
    {
        var message = await talk.Grant.Rows<Message>().SingleOrDefaultAsync(m => m.Conversation == talk.Conversation.Id && m.Number == number, cancel);
        if (message is null || !talk.MaySee(message.At))
        {
            await door.Refuse(talk.Grant, "NoSuchMessage", cancel);
            return (null, MessagePlan.NotTheAuthor);
        }

        var plan = message.PlanChange(talk.Grant.Person);
        if (plan == MessagePlan.NotTheAuthor)
            await door.Refuse(talk.Grant, nameof(MessagePlan.NotTheAuthor), cancel);
        return (message, plan);
    }
}
