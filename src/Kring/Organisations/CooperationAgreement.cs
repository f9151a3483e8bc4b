using Kring.Access;
using Kring.Platform;

namespace Kring.Organisations;

public readonly record struct AgreementId(Guid Value) : ITypedId<AgreementId>
{
    public static AgreementId From(Guid value) => new(value);
}

public enum AgreementKind
{
    /// <summary>With the joint-controller arrangement of AVG art. 26.</summary>
    JointControllers,
    /// <summary>AVG art. 28.</summary>
    Processor,
}

/// <summary>The agreement under which an organisation takes part (promise K8). Without one that is valid today, no participation.</summary>
internal sealed class CooperationAgreement
{
    public required AgreementId Id { get; init; }

    public required OrganisationId Organisation { get; init; }

    public required AgreementKind Kind { get; init; }

    public required DateOnly SignedOn { get; init; }

    public DateOnly? ValidUntil { get; set; }

    public required string DocumentReference { get; init; }

    /// <summary>A newer agreement takes its place: it ends the day before, and never before it began.</summary>
    internal void GiveWayTo(DateOnly newer)
    {
        var last = newer.AddDays(-1) < SignedOn ? SignedOn : newer.AddDays(-1);
        if (ValidUntil is null || ValidUntil > last)
            ValidUntil = last;
    }

    internal bool ValidOn(DateOnly day) => SignedOn <= day && (ValidUntil is null || day <= ValidUntil);
}
