using Kring.Access;
using Kring.Access.Sealing;
using Kring.Networks.Invitations;
using Kring.Networks.Participation;
using Kring.Platform;

namespace Kring.Networks;

/// <summary>The id of a care network, which is also the id of its compartment.</summary>
public readonly record struct NetworkId(Guid Value) : ITypedId<NetworkId>
{
    public static NetworkId From(Guid value) => new(value);

    public CompartmentRef Compartment => new(CompartmentKind.Network, new CompartmentId(Value));

    public override string ToString() => Value.ToString();
}

/// <summary>Whether care goes on.</summary>
public enum CareState
{
    InCare,
    /// <summary>In hospital, say: shown as "niet actief", people go on talking, and no retention term starts.</summary>
    TemporarilyOutOfCare,
    /// <summary>Read-only; retention has started.</summary>
    Closed,
}

/// <summary>How the care recipient likes to be told that something waits for them. By telephone and in person are for the coordinator to do.</summary>
public enum ContactPreference
{
    Mail,
    Sms,
    Telephone,
    InPerson,
}

/// <summary>The people around one care recipient. Locks seven times 24 hours after enrolment: from then on the recipient decides who comes in.</summary>
internal sealed class CareNetwork : ICompartmented
{
    internal static readonly SealedField<string> NameField = new("care_networks", "name");
    internal static readonly SealedField<DateOnly> BirthDateField = new("care_networks", "birth_date");

    public required NetworkId Id { get; init; }

    public required CompartmentId Compartment { get; init; }

    /// <summary>Changes only when somebody turns out to have an account already.</summary>
    public required PersonId Recipient { get; set; }

    /// <summary>Finds the network by name and date of birth as they were typed, in an emergency.</summary>
    public required LookupIndex RecipientIndex { get; init; }

    /// <summary>The care recipient's name, which is what the network is called.</summary>
    public required Sealed<string> Name { get; set; }

    /// <summary>Decides who may consent: UAVG art. 5.</summary>
    public required Sealed<DateOnly> BirthDate { get; set; }

    /// <summary>The organisation whose coordinator started it.</summary>
    public required OrganisationId LeadOrganisation { get; init; }

    public required DateTimeOffset EnrolledAt { get; init; }

    /// <summary>Seven times 24 hours after the first enrolment of this recipient.</summary>
    public required DateTimeOffset LocksAt { get; set; }

    public required CareState State { get; set; }

    public ContactPreference ContactPreference { get; set; }

    /// <summary>Made by the browser before the first try: sending the form twice gives one network.</summary>
    public required Guid ClientId { get; init; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Raised by every change of who takes part, so that lock, invitation, answer and removal cannot cross.</summary>
    public int Version { get; set; }

    internal bool LockedAt(DateTimeOffset now) => now >= LocksAt;

    /// <summary>The recipient turns out to have had a network before: its lock holds here too.</summary>
    internal void LockNoLaterThan(DateTimeOffset earlier) => LocksAt = earlier < LocksAt ? earlier : LocksAt;

    /// <param name="by">The membership of whoever wants to invite.</param>
    internal InvitationPlan PlanInvitation(NetworkMembership? by, DateTimeOffset now)
    {
        if (by is null || !by.ActiveAt(now)) return InvitationPlan.NotAParticipant;
        if (State == CareState.Closed) return InvitationPlan.NetworkClosed;
        if (LockedAt(now)) return InvitationPlan.AskConsentFirst;
        return by.IsCoordinator ? InvitationPlan.SendNow : InvitationPlan.MayNotInvite;
    }
}
