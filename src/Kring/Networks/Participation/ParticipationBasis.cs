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

/// <summary>The recorded basis of one organisation in one network. No basis, no access.</summary>
internal sealed class ParticipationBasis : ICompartmented
{
    internal static readonly SealedField<string> ReferenceField = new("participation_bases", "document_reference");

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
}
