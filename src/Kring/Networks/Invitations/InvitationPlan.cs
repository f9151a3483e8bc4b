namespace Kring.Networks.Invitations;

/// <summary>What happens with somebody's wish to invite. Decided when it is saved, not when it is typed.</summary>
internal enum InvitationPlan
{
    /// <summary>The first week is open, and the coordinator seats people.</summary>
    SendNow,
    /// <summary>The network is locked: the recipient or a representative answers first (promise K4).</summary>
    AskConsentFirst,
    NotAParticipant,
    /// <summary>In the first week only the coordinator seats people.</summary>
    MayNotInvite,
    NetworkClosed,
}
