using Kring.Access;
using Kring.Conversations.Attachments;
using Kring.Networks;

namespace Kring.Conversations.Messages;

/// <summary>Shows somebody a message of their own, to change or remove it.</summary>
internal sealed class ReadOwnMessage(EnterConversation enter, FindOwnMessage find, NetworksAccess networks)
{
    internal async Task<(OwnMessage? Message, GateRefusal Refusal)> Run(Actor actor, NetworkId network, ConversationId conversation, long number, CancellationToken cancel)
    {
        var way = await enter.Run(actor, network, conversation, Operations.Read, "message", cancel);
        if (way.Talk is not { } talk)
            return (null, way.Refusal);
        var (message, plan) = await find.Run(talk, number, cancel);
        if (message is null || plan == MessagePlan.NotTheAuthor)
            return (null, GateRefusal.NoRelation);
        var text = talk.Grant.OpenOrNull(Message.TextField, message.Id.Value, message.Text);
        var attachments = await OpenAttachments.Run(talk, [message], cancel);
        return (new OwnMessage(await networks.Head(talk.Grant, cancel), talk.Path, message.At, text, talk.Grant.Standing.ReadOnly, [.. attachments[message.Id]]), GateRefusal.None);
    }
}

/// <param name="Text">Null once it was removed.</param>
internal sealed record OwnMessage(NetworkHead Head, string Path, DateTimeOffset At, string? Text, bool ReadOnly, IReadOnlyList<AttachmentShown> Attachments);
