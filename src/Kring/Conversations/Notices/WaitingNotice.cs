using Kring.Access;
using Kring.Platform;

namespace Kring.Conversations.Notices;

public readonly record struct WaitingNoticeId(Guid Value) : ITypedId<WaitingNoticeId>
{
    public static WaitingNoticeId From(Guid value) => new(value);
}

/// <summary>A message whose readers may have to be told. Written with the message and deleted with the notices that came of it, so that nothing is lost or told twice.</summary>
internal sealed class WaitingNotice : ICompartmented
{
    public required WaitingNoticeId Id { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required ConversationId Conversation { get; init; }

    public required long Number { get; init; }

    public required PersonId Author { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Whether those who had the conversation open got a moment to read it already.</summary>
    public bool Waited { get; init; }
}
