using Kring.Access;
using Kring.Platform;

namespace Kring.Conversations.Reading;

public readonly record struct ReceiptId(Guid Value) : ITypedId<ReceiptId>
{
    public static ReceiptId From(Guid value) => new(value);
}

/// <summary>Somebody saw a conversation up to a message. Only ever added: the first receipt that reaches a message tells when it was read.</summary>
internal sealed class ReadReceipt : ICompartmented
{
    public required ReceiptId Id { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required ConversationId Conversation { get; init; }

    public required PersonId Person { get; init; }

    /// <summary>The number of the newest message that was on the page.</summary>
    public required long UpTo { get; init; }

    public required DateTimeOffset At { get; init; }
}
