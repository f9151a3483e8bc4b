using Kring.Access;
using Kring.Access.Sealing;
using Kring.Platform;

namespace Kring.Networks.Participation;

public readonly record struct BasisId(Guid Value) : ITypedId<BasisId>
{
    public static BasisId From(Guid value) => new(value);
}

/// <summary>On which ground an organisation takes part (promise K6). There is no default.</summary>
public enum BasisKind
{
    TreatmentAgreement,
    StatutoryTask,
    WrittenConsent,
}

/// <summary>How a basis came to its end.</summary>
public enum BasisEnd
{
    /// <summary>By the coordinator: it no longer holds.</summary>
    Ended,
    /// <summary>The care recipient, or who decides for them, took the written consent back (AVG art. 7(3)).</summary>
    ConsentWithdrawn,
    /// <summary>Another one, recorded at the same moment, goes on in its place.</summary>
    Corrected,
}

/// <summary>The recorded basis of one organisation in one network. No basis, no access. Never changed or deleted: on which ground who could read, and when, stays known.</summary>
internal sealed class ParticipationBasis : ICompartmented
{
    internal static readonly SealedField<string> ReferenceField = new("participation_bases", "document_reference");
    internal static readonly SealedField<string> EndReasonField = new("participation_bases", "end_reason");

    public required BasisId Id { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required OrganisationId Organisation { get; init; }

    public required BasisKind Kind { get; init; }

    /// <summary>Where the document is kept, in the organisation's own words.</summary>
    public required Sealed<string> DocumentReference { get; init; }

    public required DateOnly DocumentDate { get; init; }

    public required PersonId RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public BasisEnd? End { get; set; }

    public PersonId? EndedBy { get; set; }

    /// <summary>Why a coordinator ended it, in their own words.</summary>
    public Sealed<string>? EndReason { get; set; }

    internal void EndAt(DateTimeOffset now, BasisEnd end, PersonId by)
    {
        EndedAt = now;
        End = end;
        EndedBy = by;
    }
}
