using Kring.Access;
using Kring.Access.Sealing;
using Kring.Networks.Admissions;
using Kring.Networks.Participation;
using Kring.Platform;

namespace Kring.Networks.Invitations;

public readonly record struct InvitationId(Guid Value) : ITypedId<InvitationId>
{
    public static InvitationId From(Guid value) => new(value);
}

/// <summary>A link that was sent to one address: single use, seven days, and inert until somebody presses the button behind it.</summary>
internal sealed class Invitation : ICompartmented
{
    internal static readonly SealedField<string> NameField = new("invitations", "name");
    internal static readonly SealedField<string> FunctionField = new("invitations", "function");
    internal static readonly SealedField<string> AddressField = new("invitations", "address");

    public required InvitationId Id { get; init; }

    public required CompartmentId Compartment { get; init; }

    /// <summary>Index of the secret in the link; renewed when somebody is reminded.</summary>
    public required LookupIndex Secret { get; set; }

    public required Sealed<string> Name { get; init; }

    public required Sealed<string> Function { get; init; }

    /// <summary>Mail address or E.164 number.</summary>
    public required Sealed<string> Address { get; init; }

    /// <summary>An account that accepts must be of this address.</summary>
    public required LookupIndex AddressIndex { get; init; }

    public required Capacity Capacity { get; init; }

    public OrganisationId? Organisation { get; init; }

    /// <summary>A coordinator who takes over, or the first one.</summary>
    public bool AsCoordinator { get; init; }

    public required bool HistoryGranted { get; init; }

    /// <summary>The admission it follows from, after the lock.</summary>
    public AdmissionId? Admission { get; init; }

    /// <summary>The profile that this invitation gives an account, when the person was enrolled already.</summary>
    public PersonId? Person { get; init; }

    public required PersonId InvitedBy { get; init; }

    public required DateTimeOffset InvitedAt { get; set; }

    public required DateTimeOffset ValidUntil { get; set; }

    public DateTimeOffset? AcceptedAt { get; set; }

    public DateTimeOffset? DeclinedAt { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>Accepting and withdrawing at once leaves one of them.</summary>
    public int Version { get; set; }

    internal bool OpenAt(DateTimeOffset now) => AcceptedAt is null && DeclinedAt is null && WithdrawnAt is null && now < ValidUntil;

    /// <summary>A mail an hour is enough to remind, and too little to pester.</summary>
    internal static readonly TimeSpan RemindedAfter = TimeSpan.FromHours(1);

    /// <param name="obstacle">Why a fresh link would open nothing; null when it would.</param>
    internal InvitationChange PlanReminder(bool networkLocked, DateTimeOffset now, InvitationChange? obstacle = null)
    {
        if (AcceptedAt is not null || DeclinedAt is not null || WithdrawnAt is not null) return InvitationChange.NoLongerOpen;
        if (obstacle == InvitationChange.Superseded) return InvitationChange.Superseded;
        if (networkLocked && Admission is null && Person is null) return InvitationChange.ConsentNeeded;
        if (obstacle is { } why) return why;
        return now < InvitedAt + RemindedAfter ? InvitationChange.TooSoon : InvitationChange.Done;
    }

    /// <summary>What is left to do with it on the page of people; reminding decides anew.</summary>
    /// <param name="inviterIn">Whoever sent it takes part.</param>
    /// <param name="organisationIn">The organisation it is for has a basis, or it is for none.</param>
    internal InvitedNext Next(bool networkLocked, bool inviterIn, bool organisationIn, DateTimeOffset now)
    {
        if (DeclinedAt is not null) return InvitedNext.Nothing;
        if (Person is not null) return InvitedNext.Remind;
        if (!organisationIn || (Admission is null && !inviterIn)) return InvitedNext.InviteAnew;
        if (!networkLocked || Admission is not null) return InvitedNext.Remind;
        return OpenAt(now) ? InvitedNext.Nothing : InvitedNext.AskAnew;
    }

    /// <param name="byMail">Invited at a mail address, which an account is bound to; a number is bound to the link alone.</param>
    internal AcceptancePlan PlanAcceptance(InvitationHolder holder, bool byMail, DateTimeOffset now)
    {
        if (!OpenAt(now)) return AcceptancePlan.Over;
        if (holder.SignedIn is not { } person) return holder.AddressOwner is null ? AcceptancePlan.MakeAccount : AcceptancePlan.SignInFirst;
        if (person == holder.AddressOwner || person == Person) return AcceptancePlan.MayAccept;
        return byMail || holder.OtherNumber ? AcceptancePlan.OtherAccount : AcceptancePlan.MayAccept;
    }
}
