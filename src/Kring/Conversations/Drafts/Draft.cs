using Kring.Access;
using Kring.Access.Sealing;
using Kring.Platform;

namespace Kring.Conversations.Drafts;

public readonly record struct DraftId(Guid Value) : ITypedId<DraftId>
{
    public static DraftId From(Guid value) => new(value);
}

/// <summary>What somebody typed and did not send yet. Nobody else can read it.</summary>
internal sealed class Draft : ICompartmented
{
    internal static readonly SealedField<string> TextField = new("drafts", "text");

    public required DraftId Id { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required ConversationId Conversation { get; init; }

    public required PersonId Person { get; init; }

    public required Sealed<string> Text { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }
}
