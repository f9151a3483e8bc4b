using System.Linq.Expressions;
using Kring.Access;
using Kring.Access.Sealing;
using Kring.Platform;

namespace Kring.Networks.Mandates;

public readonly record struct MandateId(Guid Value) : ITypedId<MandateId>
{
    public static MandateId From(Guid value) => new(value);
}

/// <summary>In which quality somebody represents the care recipient (BW 7:465; UAVG art. 5).</summary>
public enum MandateKind
{
    ParentWithAuthority,
    Guardian,
    Curator,
    Mentor,
    AuthorisedProxy,
    /// <summary>Bewindvoerder: money and goods, no say over care.</summary>
    Administrator,
}

internal static class MandateKinds
{
    /// <summary>Authority over a child, which ends at majority (BW 1:233 and 1:245).</summary>
    internal static bool IsForMinors(this MandateKind kind) => kind is MandateKind.ParentWithAuthority or MandateKind.Guardian;

    /// <summary>By a court, for adults.</summary>
    internal static bool IsForAdults(this MandateKind kind) => kind is MandateKind.Curator or MandateKind.Mentor or MandateKind.Administrator;
}

/// <summary>What a mandate covers. Only care covers who takes part.</summary>
public enum MandateScope
{
    Care,
    Money,
    Both,
}

/// <summary>How a mandate stands on one Dutch day.</summary>
internal enum MandateState
{
    Holds,
    /// <summary>Its last day is tomorrow.</summary>
    EndsTomorrow,
    /// <summary>Holds until midnight.</summary>
    LastDay,
    BeginsLater,
    Expired,
    /// <summary>Ended by the coordinator before its time.</summary>
    Ended,
}

/// <summary>Somebody's power to decide for the care recipient, with dates and evidence. Never a flag on a person.</summary>
internal sealed class Mandate : ICompartmented
{
    internal static readonly SealedField<string> EvidenceField = new("mandates", "evidence_reference");

    public required MandateId Id { get; init; }

    public required CompartmentId Compartment { get; init; }

    /// <summary>The representative.</summary>
    public required PersonId Person { get; init; }

    public required MandateKind Kind { get; init; }

    public required MandateScope Scope { get; init; }

    /// <summary>First Dutch day on which it holds.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last Dutch day on which it holds; null holds until it is ended.</summary>
    public DateOnly? Until { get; set; }

    public required Sealed<string> EvidenceReference { get; init; }

    public required PersonId RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    internal bool HoldsOn(DateOnly day) => EndedAt is null && From <= day && (Until is null || day <= Until);

    internal MandateState StateOn(DateOnly day)
    {
        if (EndedAt is not null) return MandateState.Ended;
        if (Until < day) return MandateState.Expired;
        if (From > day) return MandateState.BeginsLater;
        if (Until == day) return MandateState.LastDay;
        return Until == day.AddDays(1) ? MandateState.EndsTomorrow : MandateState.Holds;
    }

    internal bool CoversCare => CoversCareOf(this);

    /// <summary>Covers care, as the database asks it: the one place where the rule stands.</summary>
    internal static Expression<Func<Mandate, bool>> ForCare => m => m.Scope != MandateScope.Money && m.Kind != MandateKind.Administrator;

    private static readonly Func<Mandate, bool> CoversCareOf = ForCare.Compile();
}
