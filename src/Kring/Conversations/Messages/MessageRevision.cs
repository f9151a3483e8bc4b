using Kring.Access;
using Kring.Access.Sealing;
using Kring.Platform;

namespace Kring.Conversations.Messages;

public readonly record struct RevisionId(Guid Value) : ITypedId<RevisionId>
{
    public static RevisionId From(Guid value) => new(value);
}

/// <summary>What an edited message said before: an honest trace for those who had read it. Goes when the message is removed.</summary>
internal sealed class MessageRevision : ICompartmented
{
    internal static readonly SealedField<string> TextField = new("message_revisions", "text");

    public required RevisionId Id { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required MessageId Message { get; init; }

    public required Sealed<string> Text { get; init; }

    /// <summary>When this text was replaced.</summary>
    public required DateTimeOffset ReplacedAt { get; init; }
}
