using Kring.Access;
using Kring.Access.Sealing;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Platform;

namespace Kring.Networks.Admissions;

public readonly record struct ConsentId(Guid Value) : ITypedId<ConsentId>
{
    public static ConsentId From(Guid value) => new(value);
}

/// <summary>By what right somebody consented.</summary>
public enum ConsentGround
{
    /// <summary>The care recipient, of 16 or older (UAVG art. 5; BW 7:447).</summary>
    OwnConsent,
    /// <summary>A representative within a mandate for care (BW 7:465).</summary>
    Mandate,
    /// <summary>A parent with authority for a child under 16 (UAVG art. 5).</summary>
    ParentalAuthority,
    /// <summary>A care recipient of 12 to 15 says no or withdraws; saying yes takes a parent (UAVG art. 5).</summary>
    OwnObjection,
}

/// <summary>The proof of a consent (AVG art. 7(1)): who, on whose behalf, on which ground, to which text, about whom. Withdrawing is as easy as giving.</summary>
internal sealed class Consent : ICompartmented
{
    internal static readonly SealedField<string> AboutField = new("consents", "about");

    public required ConsentId Id { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required AdmissionId Admission { get; init; }

    /// <summary>Name and function as they stood in the question.</summary>
    public required Sealed<string> About { get; init; }

    public required bool Given { get; init; }

    public required bool HistoryGranted { get; init; }

    public required PersonId AnsweredBy { get; init; }

    /// <summary>The care recipient.</summary>
    public required PersonId OnBehalfOf { get; init; }

    public required ConsentGround Ground { get; init; }

    public MandateId? Mandate { get; init; }

    /// <summary>Version of the question's text.</summary>
    public required string TextVersion { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who joined on the strength of it, once they have.</summary>
    public PersonId? Person { get; set; }

    /// <summary>The participation that came from it, which ends when it is withdrawn; null for somebody who took part already.</summary>
    public MembershipId? Membership { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public PersonId? WithdrawnBy { get; set; }

    internal bool Holds => Given && WithdrawnAt is null;

    internal void Withdraw(PersonId by, DateTimeOffset now)
    {
        WithdrawnAt = now;
        WithdrawnBy = by;
    }
}
