namespace Kring.Networks.Invitations;

/// <summary>How reminding or withdrawing ended.</summary>
internal enum InvitationChange
{
    Done,
    NotThere,
    /// <summary>Accepted, declined or withdrawn already.</summary>
    NoLongerOpen,
    /// <summary>The network locked since, and no consent stands behind the invitation.</summary>
    ConsentNeeded,
    /// <summary>The last mail is too fresh.</summary>
    TooSoon,
    SomebodyWasFirst,
}
