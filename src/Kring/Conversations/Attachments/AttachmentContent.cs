using Kring.Access;
using Kring.Access.Sealing;

namespace Kring.Conversations.Attachments;

/// <summary>What is in an attachment. Goes when its message is removed.</summary>
internal sealed class AttachmentContent : ICompartmented
{
    internal static readonly SealedBytesField ContentField = new("attachment_contents", "content");
    internal static readonly SealedBytesField ThumbnailField = new("attachment_contents", "thumbnail");

    public required AttachmentId Id { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required SealedBytes Content { get; init; }

    /// <summary>A photo, small; a file has none.</summary>
    public required SealedBytes? Thumbnail { get; init; }
}
