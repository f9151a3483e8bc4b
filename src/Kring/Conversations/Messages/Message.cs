using Kring.Access;
using Kring.Access.Sealing;
using Kring.Platform;

namespace Kring.Conversations.Messages;

public readonly record struct MessageId(Guid Value) : ITypedId<MessageId>
{
    public static MessageId From(Guid value) => new(value);

    /// <summary>Made earlier, as the databases sort them.</summary>
    public static bool operator <(MessageId one, MessageId other) => one.Value < other.Value;

    public static bool operator >(MessageId one, MessageId other) => one.Value > other.Value;

    public override string ToString() => Value.ToString();
}

/// <summary>What somebody may do with a message that stands in a conversation.</summary>
internal enum MessagePlan
{
    Allowed,
    /// <summary>It is somebody else's.</summary>
    NotTheAuthor,
    /// <summary>There is nothing left to change.</summary>
    Removed,
}

/// <summary>What somebody said. Plain text of at most 5,000 characters.</summary>
internal sealed class Message : ICompartmented
{
    internal const int LongestText = 5_000;

    internal static readonly SealedField<string> TextField = new("messages", "text");

    public required MessageId Id { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required ConversationId Conversation { get; init; }

    /// <summary>Its place in the conversation, without gaps: 1, 2, 3.</summary>
    public required long Number { get; init; }

    public required PersonId Author { get; init; }

    /// <summary>Made by the browser before the first try: a double click, a retry and a reconnect give one message.</summary>
    public required Guid ClientId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null once it was removed.</summary>
    public Sealed<string>? Text { get; set; }

    /// <summary>The number of the message it answers.</summary>
    public long? ReplyTo { get; init; }

    public DateTimeOffset? EditedAt { get; set; }

    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>Raised by every edit and removal, so that the two cannot cross.</summary>
    public int Version { get; set; }

    /// <summary>Whether somebody may change or remove it: only what they said themselves.</summary>
    internal MessagePlan PlanChange(PersonId by)
    {
        if (Author != by)
            return MessagePlan.NotTheAuthor;
        return RemovedAt is null ? MessagePlan.Allowed : MessagePlan.Removed;
    }
}
