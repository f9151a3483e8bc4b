using Kring.Access;
using Kring.Access.Sealing;
using Kring.Platform;

namespace Kring.Networks.Participation;

public readonly record struct MembershipId(Guid Value) : ITypedId<MembershipId>
{
    public static MembershipId From(Guid value) => new(value);
}

/// <summary>In which capacity somebody takes part.</summary>
public enum Capacity
{
    CareRecipient,
    Representative,
    InformalCarer,
    Professional,
}

/// <summary>Why a membership ended.</summary>
public enum MembershipEnd
{
    Left,
    Removed,
    ConsentWithdrawn,
    MandateEnded,
    NetworkClosed,
    /// <summary>The basis of the organisation ended for which they took part.</summary>
    BasisEnded,
    /// <summary>Goes on in another capacity, in a membership of its own: a daughter who became mentor.</summary>
    ChangedCapacity,
}

/// <summary>A period in which somebody takes part in a network. Never deleted: who could read what, and when, stays known.</summary>
internal sealed class NetworkMembership : ICompartmented
{
    internal static readonly SealedField<string> NameField = new("network_memberships", "name");
    internal static readonly SealedField<string> FunctionField = new("network_memberships", "function");
    internal static readonly SealedField<string> EndReasonField = new("network_memberships", "end_reason");

    public required MembershipId Id { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required PersonId Person { get; init; }

    public required Capacity Capacity { get; init; }

    public bool IsCoordinator { get; set; }

    /// <summary>For a professional: on whose behalf.</summary>
    public OrganisationId? Organisation { get; init; }

    /// <summary>The name as this network shows it.</summary>
    public required Sealed<string> Name { get; set; }

    /// <summary>"dochter", "wijkverpleegkundige".</summary>
    public required Sealed<string> Function { get; set; }

    public required DateTimeOffset From { get; init; }

    public DateTimeOffset? Until { get; set; }

    public MembershipEnd? End { get; set; }

    public PersonId? EndedBy { get; set; }

    /// <summary>Why a coordinator ended it, in their own words.</summary>
    public Sealed<string>? EndReason { get; set; }

    /// <summary>Messages from this instant on are visible; null shows everything, which is granted and not the default.</summary>
    public DateTimeOffset? HistoryFrom { get; init; }

    /// <summary>Ends the participation now: from the next request on nothing of the network opens to this person.</summary>
    internal void EndAt(DateTimeOffset now, MembershipEnd end, PersonId by)
    {
        Until = now;
        End = end;
        EndedBy = by;
    }

    internal bool ActiveAt(DateTimeOffset now) => From <= now && (Until is null || now < Until);
}
