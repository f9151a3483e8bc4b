using Kring.Access;
using Kring.Access.Sealing;
using Kring.Conversations.Messages;
using Kring.Networks;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations.Attachments;

/// <summary>What is asked of an attachment.</summary>
internal enum AttachmentPart
{
    Photo,
    /// <summary>The small photo in the conversation.</summary>
    Thumbnail,
    File,
}

/// <param name="Name">What a file is called; null for a photo.</param>
internal sealed record AttachmentRead(byte[] Bytes, string? Name);

/// <summary>An attachment that somebody may see, with its message.</summary>
internal sealed record FoundAttachment(Talk Talk, Attachment Attachment, Message Message);

/// <summary>
/// Gives what is in an attachment, to whoever may read its message: the gate, the conversation's audience, and nothing from before they took part. What is not there, not theirs, in
/// another conversation or removed gives the same answer, and is in the log.
/// </summary>
internal sealed class ReadAttachment(FindAttachment find)
{
    internal async Task<(AttachmentRead? Read, GateRefusal Refusal)> Run(Actor actor, NetworkId network, ConversationId conversation, AttachmentId id, AttachmentPart part, CancellationToken cancel)
    {
        var logged = part switch
        {
            AttachmentPart.Photo => new LoggedObject("photo", id.Value),
            AttachmentPart.Thumbnail => new LoggedObject("photo-thumbnail", id.Value),
            AttachmentPart.File => new LoggedObject("file", id.Value),
        };
        var kind = part == AttachmentPart.File ? AttachmentKind.File : AttachmentKind.Photo;
        var (found, refusal) = await find.Run(actor, network, conversation, id, kind, logged, cancel);
        if (found is null)
            return (null, refusal);
        var grant = found.Talk.Grant;
        var contents = grant.Rows<AttachmentContent>().Where(c => c.Id == id);
        var bytes = part == AttachmentPart.Thumbnail
            ? Open(AttachmentContent.ThumbnailField, await contents.Select(c => c.Thumbnail).SingleOrDefaultAsync(cancel))
            : Open(AttachmentContent.ContentField, await contents.Select(c => (SealedBytes?)c.Content).SingleOrDefaultAsync(cancel));
        // Removed between the two questions.
        return bytes is null ? (null, GateRefusal.NoRelation) : (new AttachmentRead(bytes, grant.OpenOrNull(Attachment.NameField, id.Value, found.Attachment.Name)), GateRefusal.None);

        byte[]? Open(SealedBytesField field, SealedBytes? value) => value is { } there ? grant.Open(field, id.Value, there) : null;
    }
}

/// <summary>Finds an attachment for whoever may see it.</summary>
internal sealed class FindAttachment(Door door, EnterConversation enter)
{
    /// <param name="logged">What is used of it, for the log.</param>
    internal async Task<(FoundAttachment? Found, GateRefusal Refusal)> Run(
        Actor actor, NetworkId network, ConversationId conversation, AttachmentId id, AttachmentKind kind, LoggedObject logged, CancellationToken cancel)
    {
        var way = await enter.RunFor(actor, network, conversation, Operations.Read, logged, cancel);
        if (way.Talk is not { } talk)
            return (null, way.Refusal);
        var found = await (
            from attachment in talk.Grant.Rows<Attachment>()
            join message in talk.Grant.Rows<Message>() on attachment.Message equals message.Id
            where attachment.Id == id && attachment.Conversation == conversation && attachment.Kind == kind && message.RemovedAt == null
            select new { attachment, message }).SingleOrDefaultAsync(cancel);
        if (found is not null && talk.MaySee(found.message.At))
            return (new FoundAttachment(talk, found.attachment, found.message), GateRefusal.None);
        await door.Refuse(talk.Grant, "NoSuchAttachment", cancel);
        return (null, GateRefusal.NoRelation);
    }
}
