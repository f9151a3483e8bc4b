using Kring.Access;
using Kring.Access.Sealing;
using Kring.Conversations.Messages;
using Kring.Platform;

namespace Kring.Conversations.Attachments;

public readonly record struct AttachmentId(Guid Value) : ITypedId<AttachmentId>
{
    public static AttachmentId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public enum AttachmentKind
{
    Photo,
    /// <summary>A PDF.</summary>
    File,
}

/// <summary>What goes with a message: a photo or a file. What is in it stands apart (<see cref="AttachmentContent"/>), so that a page of messages never loads it.</summary>
internal sealed class Attachment : ICompartmented
{
    internal const int MostPerMessage = 4, LongestDescription = 200;

    internal static readonly SealedField<string> NameField = new("attachments", "name");
    internal static readonly SealedField<string> DescriptionField = new("attachments", "description");
    internal static readonly SealedField<string> SourceField = new("attachments", "source");

    public required AttachmentId Id { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required ConversationId Conversation { get; init; }

    public required MessageId Message { get; init; }

    /// <summary>Its place in the message: 0, 1, 2, 3.</summary>
    public required int Place { get; init; }

    public required AttachmentKind Kind { get; init; }

    /// <summary>What a file is called; a photo has no name.</summary>
    public required Sealed<string>? Name { get; init; }

    /// <summary>What is on a photo, in words of whoever sent it.</summary>
    public required Sealed<string>? Description { get; init; }

    /// <summary>SHA-256 of what was uploaded, by which a second try with the same id is known to be the same.</summary>
    public required Sealed<string> Source { get; init; }

    /// <summary>In bytes, as it is sent to whoever opens it.</summary>
    public required long Size { get; init; }

    /// <summary>In pixels; 0 for a file.</summary>
    public required int Width { get; init; }

    public required int Height { get; init; }
}
