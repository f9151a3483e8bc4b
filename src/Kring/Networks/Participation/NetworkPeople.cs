using Kring.Access;
using Kring.Networks.Admissions;
using Kring.Networks.Invitations;
using Kring.Networks.Mandates;

namespace Kring.Networks.Participation;

/// <summary>Who takes part in a network, who is on the way in and who took part before, as one reader sees it.</summary>
internal sealed record NetworkPeople(NetworkHead Head, IReadOnlyList<ParticipantRow> Now, IReadOnlyList<ParticipantRow> Before, IReadOnlyList<InvitedRow> Invited, IReadOnlyList<AskedRow> Asked, IReadOnlyList<RefusedRow> Refused,
    IReadOnlyList<BasisRow> Bases, IReadOnlyList<string> Deciders, TellRecipient Tell, Answerers Answerers)
{
    /// <summary>May ask people to stop, also in a closed network.</summary>
    internal bool MayEnd => Head.Role is Role.Coordinator or Role.CareRecipient or Role.Representative;

    /// <summary>May remind and withdraw.</summary>
    internal bool MayArrange => MayEnd && Head.State != CareState.Closed;

    internal bool MayInvite => Head.EmergencyUntil is null && Head.State != CareState.Closed && Head.Role != Role.FinancialRepresentative && (Head.Locked || Head.Role == Role.Coordinator);
}

/// <summary>How the care recipient gets to know that a question waits: by a notice of Kring's, or from the coordinator.</summary>
public enum TellRecipient
{
    ByNotice,
    ByTelephone,
    InPerson,
    /// <summary>Without an account there is nowhere to send a notice.</summary>
    WithoutAccount,
}

/// <param name="IsReader">Whoever looks at the page: "u".</param>
/// <param name="Rights">What they may do here now; nothing for who took part before.</param>
/// <param name="NotSignedUp">The care recipient was invited to an account and has not made one.</param>
public sealed record ParticipantRow(
    MembershipId Id, string Name, Capacity Capacity, string Function, string? Organisation, DateTimeOffset From, DateTimeOffset? Until, bool IsCoordinator, bool IsReader,
    Rights Rights = Rights.None, bool NotSignedUp = false);

/// <param name="Address">Where it was sent; for those who arrange.</param>
public sealed record InvitedRow(InvitationId Id, string Name, string Function, string? Organisation, string? Address, DateTimeOffset ValidUntil, InvitedState State, InvitedNext Next);

/// <summary>What can be done with an invitation that nobody accepted.</summary>
public enum InvitedNext
{
    Nothing,
    Remind,
    /// <summary>It rests on no consent and the network is locked since: invite anew, which asks.</summary>
    AskAnew,
    /// <summary>Whoever sent it, or the organisation it is for, no longer takes part: its link opens nothing.</summary>
    InviteAnew,
}

public enum InvitedState
{
    Waiting,
    Expired,
    Declined,
}

public sealed record AskedRow(AdmissionId Id, string Name, string Function, string? Organisation, string AskedBy, DateTimeOffset AskedAt, bool ByReader);

/// <summary>A question that was answered with no, for whoever asked and the coordinator. Who said no is not theirs to know.</summary>
public sealed record RefusedRow(string Name, string Function, string? Organisation, DateTimeOffset At);

/// <param name="Reference">For those who arrange.</param>
/// <param name="Until">When it ended; null while it holds.</param>
/// <param name="Reason">Why the coordinator ended it; for those who arrange.</param>
public sealed record BasisRow(BasisId Id, string Organisation, BasisKind Kind, DateOnly Date, string? Reference, DateTimeOffset? Until, bool Corrected, string? Reason);
