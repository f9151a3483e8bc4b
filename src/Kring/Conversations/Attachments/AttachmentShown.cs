using Kring.Access;
using Kring.Conversations.Messages;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations.Attachments;

/// <summary>An attachment as it stands under its message; what is in it is asked for apart.</summary>
/// <param name="Path">The address of the photo's page or of the file.</param>
public sealed record AttachmentShown(AttachmentKind Kind, string? Name, string? Description, long Size, int Width, int Height, string Path);

/// <summary>Opens what stands under messages: one query, whatever their number.</summary>
internal static class OpenAttachments
{
    internal static async Task<ILookup<MessageId, AttachmentShown>> Run(Talk talk, IEnumerable<Message> messages, CancellationToken cancel)
        => Open(talk, messages, await Rows(talk.Grant, messages, cancel));

    internal static async Task<ILookup<MessageId, Attachment>> Rows(Grant grant, IEnumerable<Message> messages, CancellationToken cancel)
    {
        var ids = messages.Where(m => m.RemovedAt is null).Select(m => m.Id).ToList();
        return (await grant.Rows<Attachment>().AsNoTracking().Where(a => ids.Contains(a.Message)).OrderBy(a => a.Place).ToListAsync(cancel)).ToLookup(a => a.Message);
    }

    /// <summary>Of what the reader may see.</summary>
    internal static ILookup<MessageId, AttachmentShown> Open(Talk talk, IEnumerable<Message> messages, ILookup<MessageId, Attachment> rows)
        => messages.Where(m => m.RemovedAt is null && talk.MaySee(m.At)).SelectMany(m => rows[m.Id]).ToLookup(a => a.Message, a => Show(talk, a));

    internal static AttachmentShown Show(Talk talk, Attachment attachment) => new(
        attachment.Kind,
        talk.Grant.OpenOrNull(Attachment.NameField, attachment.Id.Value, attachment.Name),
        talk.Grant.OpenOrNull(Attachment.DescriptionField, attachment.Id.Value, attachment.Description),
        attachment.Size, attachment.Width, attachment.Height,
        $"{talk.Path}/{(attachment.Kind == AttachmentKind.Photo ? "foto" : "bestand")}/{attachment.Id}");
}
