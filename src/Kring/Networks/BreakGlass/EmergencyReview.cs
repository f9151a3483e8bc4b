using Kring.Access;
using Kring.Access.Sealing;

namespace Kring.Networks.BreakGlass;

/// <summary>
/// An emergency access as the privacy desk of the organisation reviews it afterwards: who, which network, why and what the data protection officer found. Lives in the organisation's
/// compartment, beside the access in the network's.
/// </summary>
internal sealed class EmergencyReview : ICompartmented
{
    internal static readonly SealedField<string> NameField = new("emergency_reviews", "name");
    internal static readonly SealedField<string> RecipientField = new("emergency_reviews", "recipient");
    internal static readonly SealedField<string> ReasonField = new("emergency_reviews", "reason");
    internal static readonly SealedField<string> FindingField = new("emergency_reviews", "finding");

    /// <summary>That of the access.</summary>
    public required EmergencyAccessId Id { get; init; }

    /// <summary>The organisation's own compartment.</summary>
    public required CompartmentId Compartment { get; init; }

    public required Sealed<string> Name { get; init; }

    /// <summary>Whose network it was, as it was typed.</summary>
    public required Sealed<string> Recipient { get; init; }

    public required Sealed<string> Reason { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset Until { get; init; }

    public DateTimeOffset? ReviewedAt { get; private set; }

    public PersonId? ReviewedBy { get; private set; }

    public Sealed<string>? Finding { get; private set; }

    /// <summary>Raised by reviewing: of two officers at the same moment, one is told.</summary>
    public int Version { get; private set; }

    internal void Review(Sealed<string> finding, PersonId by, DateTimeOffset now) => (Finding, ReviewedBy, ReviewedAt, Version) = (finding, by, now, Version + 1);
}
