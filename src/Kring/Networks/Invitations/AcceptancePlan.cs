namespace Kring.Networks.Invitations;

/// <summary>What somebody who holds the link of an invitation can do with it.</summary>
public enum AcceptancePlan
{
    Unknown,
    /// <summary>Accepted, declined, withdrawn, expired, or the consent behind it was taken back.</summary>
    Over,
    /// <summary>Nobody has an account at this address yet: choose a password.</summary>
    MakeAccount,
    /// <summary>The address has an account.</summary>
    SignInFirst,
    MayAccept,
    /// <summary>Signed in as somebody else than was invited.</summary>
    OtherAccount,
}
