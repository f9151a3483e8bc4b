using Kring.Access;
using Kring.Conversations.Messages;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations.Attachments;

/// <summary>An attachment sealed and ready to be saved.</summary>
internal sealed record SealedAttachment(AttachmentId Id, Func<MessageId, int, Attachment> Row, AttachmentContent Content);

/// <summary>Makes and removes the rows of attachments. The caller holds the grant, has decided that it may be, and commits.</summary>
internal sealed class AttachmentRows(TimeProvider time)
{
    /// <summary>Seals outside the transaction: nobody waits for it.</summary>
    internal IReadOnlyList<SealedAttachment> Seal(Talk talk, IReadOnlyList<TakenFile> files) => [.. files.Select(file => Seal(talk.Grant, talk.Conversation.Id, file))];

    internal static void Add(Grant grant, MessageId message, IReadOnlyList<SealedAttachment> attachments)
    {
        foreach (var (attachment, place) in attachments.Select((a, place) => (a, place)))
        {
            grant.Add(attachment.Row(message, place));
            grant.Add(attachment.Content);
        }
    }

    /// <summary>Whether an earlier try sent the same files.</summary>
    internal static async Task<bool> AreTheSame(Grant grant, Message earlier, IReadOnlyList<NewFile> files, CancellationToken cancel)
    {
        if (earlier.RemovedAt is not null)
            return true;
        var there = await grant.Rows<Attachment>().AsNoTracking().Where(a => a.Message == earlier.Id).OrderBy(a => a.Place).ToListAsync(cancel);
        return there.Select(a => grant.Open(Attachment.SourceField, a.Id.Value, a.Source)).SequenceEqual(files.Select(f => f.Source), StringComparer.Ordinal);
    }

    /// <summary>Within a held commit: contents are not loaded to be removed.</summary>
    internal static async Task Remove(Grant grant, MessageId message, CancellationToken cancel)
    {
        var mine = grant.Rows<Attachment>().Where(a => a.Message == message);
        await grant.Rows<AttachmentContent>().Where(c => mine.Any(a => a.Id == c.Id)).ExecuteDeleteAsync(cancel);
        await mine.ExecuteDeleteAsync(cancel);
    }

    private SealedAttachment Seal(Grant grant, ConversationId conversation, TakenFile file)
    {
        var id = time.NewId<AttachmentId>();
        var (name, description) = (grant.SealOrNull(Attachment.NameField, id.Value, file.Name), grant.SealOrNull(Attachment.DescriptionField, id.Value, file.Description));
        var source = grant.Seal(Attachment.SourceField, id.Value, file.Source);
        return new SealedAttachment(
            id,
            (message, place) => new Attachment
            {
                Id = id,
                Compartment = grant.Compartment.Id,
                Conversation = conversation,
                Message = message,
                Place = place,
                Kind = file.Kind,
                Name = name,
                Description = description,
                Source = source,
                Size = file.Content.Length,
                Width = file.Width,
                Height = file.Height,
            },
            new AttachmentContent
            {
                Id = id,
                Compartment = grant.Compartment.Id,
                Content = grant.Seal(AttachmentContent.ContentField, id.Value, file.Content.Span),
                Thumbnail = file.Thumbnail is { } small ? grant.Seal(AttachmentContent.ThumbnailField, id.Value, small) : null,
            });
    }
}
