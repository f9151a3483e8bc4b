using Kring.Access;
using Kring.Access.Sealing;
using Kring.Platform;

namespace Kring.Conversations;

public readonly record struct ConversationId(Guid Value) : ITypedId<ConversationId>
{
    public static ConversationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Who may read a conversation. Said in words beside every composer.</summary>
public enum Audience
{
    Everyone,
    /// <summary>Everyone but the care recipient, who was visibly left out by whoever started it.</summary>
    WithoutRecipient,
    ProfessionalsOnly,
}

/// <summary>A subject that some of a network's people talk about.</summary>
internal sealed class Conversation : ICompartmented
{
    internal static readonly SealedField<string> SubjectField = new("conversations", "subject");

    public required ConversationId Id { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required Sealed<string> Subject { get; set; }

    public required Audience Audience { get; init; }

    public required PersonId StartedBy { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The number of the newest message; the first is 1. Posting raises it, so it also orders posts.</summary>
    public long LastNumber { get; set; }

    public required DateTimeOffset LastAt { get; set; }
}
