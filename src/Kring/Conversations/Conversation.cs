using Kring.Access;
using Kring.Access.Sealing;
using Kring.Networks.Participation;
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
    internal const int LongestSubject = 100;

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

    /// <summary>Raised by triggers when something that a page of it shows is changed: a message, who read it, who takes part.</summary>
    public long Changes { get; init; }

    internal bool IsFor(Role role) => Includes(Audience, role);

    internal bool IsFor(Capacity capacity) => Includes(Audience, capacity switch
    {
        Capacity.CareRecipient => Role.CareRecipient,
        Capacity.Representative => Role.Representative,
        Capacity.InformalCarer => Role.InformalCarer,
        _ => Role.Professional,
    });

    /// <summary>A representative is left out of nothing but what is for professionals: whoever speaks for the care recipient knows that she was left out. One for money reads as a relative does.</summary>
    internal static bool Includes(Audience audience, Role role) => audience switch
    {
        Audience.Everyone => true,
        Audience.WithoutRecipient => role != Role.CareRecipient,
        _ => role is Role.Professional or Role.Coordinator,
    };

    /// <summary>Which audiences somebody may start a conversation for. Nobody starts one that leaves themselves out.</summary>
    internal static IReadOnlyList<Audience> OpenTo(Role role) => [.. Enum.GetValues<Audience>().Where(audience => Includes(audience, role))];
}
