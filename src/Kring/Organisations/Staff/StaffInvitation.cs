using Kring.Access;
using Kring.Access.Sealing;
using Kring.Platform;

namespace Kring.Organisations.Staff;

public readonly record struct StaffInvitationId(Guid Value) : ITypedId<StaffInvitationId>
{
    public static StaffInvitationId From(Guid value) => new(value);
}

/// <summary>A link to come and work for an organisation on Kring: sent to one mail address, single use, seven days, and inert until somebody presses the button behind it.</summary>
internal sealed class StaffInvitation : ICompartmented
{
    internal static readonly SealedField<string> NameField = new("staff_invitations", "name");
    internal static readonly SealedField<string> JobTitleField = new("staff_invitations", "job_title");
    internal static readonly SealedField<string> MailField = new("staff_invitations", "mail");

    public required StaffInvitationId Id { get; init; }

    /// <summary>The organisation's own compartment.</summary>
    public required CompartmentId Compartment { get; init; }

    /// <summary>Index of the secret in the link.</summary>
    public required LookupIndex Secret { get; init; }

    public required Sealed<string> Name { get; init; }

    public required Sealed<string> JobTitle { get; init; }

    public required Sealed<string> Mail { get; init; }

    /// <summary>An account that accepts must be of this address.</summary>
    public required LookupIndex MailIndex { get; init; }

    public required Role Role { get; init; }

    /// <summary>Worth nothing once this person is no longer functional administrator: nobody comes back by a link they left behind.</summary>
    public required PersonId InvitedBy { get; init; }

    public required DateTimeOffset InvitedAt { get; init; }

    public required DateTimeOffset ValidUntil { get; init; }

    public DateTimeOffset? AcceptedAt { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>Accepting and withdrawing at once leaves one of them.</summary>
    public int Version { get; set; }

    internal bool OpenAt(DateTimeOffset now) => AcceptedAt is null && WithdrawnAt is null && now < ValidUntil;

    /// <param name="signedIn">Who holds the link; null for somebody without a session.</param>
    /// <param name="owner">Whoever has an account at the invited address.</param>
    internal JoinPlan PlanJoining(PersonId? signedIn, PersonId? owner, DateTimeOffset now)
    {
        if (!OpenAt(now)) return JoinPlan.Over;
        if (signedIn is null) return owner is null ? JoinPlan.MakeAccount : JoinPlan.SignInFirst;
        return signedIn == owner ? JoinPlan.MayJoin : JoinPlan.OtherAccount;
    }
}

/// <summary>What somebody who holds the link can do with it.</summary>
public enum JoinPlan
{
    /// <summary>Unknown, used, withdrawn, expired, or sent by somebody who no longer may.</summary>
    Over,
    /// <summary>Nobody has an account at this address yet: choose a password.</summary>
    MakeAccount,
    /// <summary>The address has an account.</summary>
    SignInFirst,
    MayJoin,
    /// <summary>Signed in as somebody else than was invited.</summary>
    OtherAccount,
}
