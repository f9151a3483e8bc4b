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
    /// <summary>This person takes part by now, or got a later invitation.</summary>
    Superseded,
    /// <summary>Whoever sent it no longer takes part: its link opens nothing.</summary>
    InviterGone,
    /// <summary>The organisation has no basis or no agreement any more: nobody comes in for it.</summary>
    OrganisationOut,
    /// <summary>The last mail is too fresh.</summary>
    TooSoon,
    SomebodyWasFirst,
}
