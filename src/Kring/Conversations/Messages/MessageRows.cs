using Kring.Access;
using Kring.Conversations.Attachments;
using Kring.Conversations.Notices;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations.Messages;

/// <summary>What somebody wants to say.</summary>
/// <param name="ClientId">Made before the first try; the same for every try.</param>
/// <param name="ReplyTo">The number of the message it answers.</param>
/// <param name="Seen">The number of the newest message that was on the page.</param>
internal sealed record NewMessage(Guid ClientId, string? Text, long? ReplyTo = null, long Seen = 0)
{
    public IReadOnlyList<NewFile> Files { get; init; } = [];
}

/// <summary>Makes the rows of a message. The caller holds the grant and the turn, has decided that it may be, and commits.</summary>
internal sealed class MessageRows(TimeProvider time)
{
    internal Message Add(Grant grant, ConversationId conversation, long number, NewMessage message, string text, DateTimeOffset at)
    {
        var id = time.NewId<MessageId>();
        grant.Add(new WaitingNotice
        {
            Id = time.NewId<WaitingNoticeId>(),
            Compartment = grant.Compartment.Id,
            Conversation = conversation,
            Number = number,
            Author = grant.Person,
            DueAt = at,
        });
        return grant.Add(new Message
        {
            Id = id,
            Compartment = grant.Compartment.Id,
            Conversation = conversation,
            Number = number,
            Author = grant.Person,
            ClientId = message.ClientId,
            At = at,
            Text = grant.Seal(Message.TextField, id.Value, text),
            ReplyTo = message.ReplyTo,
        });
    }

    /// <summary>The message that an earlier try with the same id made.</summary>
    internal static Task<Message?> Earlier(Grant grant, Guid clientId, CancellationToken cancel)
        => grant.Rows<Message>().AsNoTracking().SingleOrDefaultAsync(m => m.Author == grant.Person && m.ClientId == clientId, cancel);

    /// <summary>Whether an earlier try said the same and sent the same along, as far as can still be known.</summary>
    internal static async Task<bool> IsTheSame(Grant grant, Message earlier, string text, IReadOnlyList<NewFile> files, CancellationToken cancel)
        => SaysTheSame(grant, earlier, text) && await AttachmentRows.AreTheSame(grant, earlier, files, cancel);

    private static bool SaysTheSame(Grant grant, Message earlier, string text)
        => earlier.EditedAt is not null || earlier.Text is not { } said || grant.Open(Message.TextField, earlier.Id.Value, said) == text;
}
