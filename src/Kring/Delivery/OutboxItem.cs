using Kring.Access;
using Kring.Access.Sealing;
using Kring.Platform;

namespace Kring.Delivery;

public readonly record struct OutboxItemId(Guid Value) : ITypedId<OutboxItemId>
{
    public static OutboxItemId From(Guid value) => new(value);
}

/// <summary>Which notice it is. None holds content, a name of a client or sender, a network or an organisation.</summary>
public enum NoticeKind
{
    LoginCode,
    Invitation,
    NewMessages,
    AdmissionAsked,
    AdmissionAnswered,
    /// <summary>Who coordinates or represents has changed, or a network was closed.</summary>
    NetworkChanged,
    AccountChanged,
    AccountBlocked,
    PasswordLink,
    PasswordChanged,
    UnknownAccessReported,
    /// <summary>To the data protection officer: somebody used break-glass.</summary>
    EmergencyAccess,
    /// <summary>To whoever reported a line: the privacy desk has answered.</summary>
    ReportAnswered,
    /// <summary>To an address that somebody typed for their account.</summary>
    AccountCode,
    AccountExists,
    /// <summary>To the functional administrator: an invitation entered somebody in the staff file.</summary>
    StaffEntered,
    SignInLink,
}

public enum DeliveryChannel
{
    Mail,
    Sms,
}

/// <summary>A notice that must go out, written in the same transaction as its cause. Address and variables are sealed in the compartment of the cause.</summary>
internal sealed class OutboxItem : ICompartmented
{
    internal static readonly SealedField<string> AddressField = new("outbox", "address");
    internal static readonly SealedField<string> VariablesField = new("outbox", "variables");

    public required OutboxItemId Id { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required CompartmentKind CompartmentKind { get; init; }

    public required NoticeKind Kind { get; init; }

    public required DeliveryChannel Channel { get; init; }

    /// <summary>Mail address or E.164 number.</summary>
    public required Sealed<string> Address { get; init; }

    /// <summary>JSON object of texts: the receiver's own name, a code, a path within Kring, a language.</summary>
    public required Sealed<string> Variables { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Not to be sent earlier: quiet hours, digests, a next try.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>Worth nothing after this: a stale code is not sent.</summary>
    public DateTimeOffset? UselessAfter { get; init; }

    /// <summary>A notice that replaces an unsent one of the same kind for the same receiver carries the same text.</summary>
    public string? MergeKey { get; init; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public int Tries { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public DateTimeOffset? GivenUpAt { get; set; }
}
