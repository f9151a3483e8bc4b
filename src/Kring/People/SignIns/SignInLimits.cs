using Kring.Platform.Limits;

namespace Kring.People.SignIns;

/// <summary>
/// Every limit on signing in and on making an account. Counted per address range (IPv4 /24, IPv6 /64: <see cref="AddressRange"/>) and per account, where an account is the index of the address
/// that was typed, so that an unknown one is counted alike. In the memory of one node.
/// </summary>
internal static class SignInLimits
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    /// <summary>Passwords from one address range. Wide, because an office shares its address; open when full, because a flood of addresses must not keep everybody out.</summary>
    internal static readonly Limit PasswordPerRange = new("password-per-range", 300, Quarter, WhenFull.Open);

    /// <summary>Passwords for one account from browsers that it does not trust, right or wrong. Closed when full: guessing is what it stops.</summary>
    internal static readonly Limit PasswordPerAccount = new("password-per-account", 10, Quarter, WhenFull.Closed);

    /// <summary>Passwords from a browser that shows a trusted device of the account. Apart, so that guessing elsewhere never locks out the owner. Closed: the cookie may be a copy.</summary>
    internal static readonly Limit PasswordPerDevice = new("password-per-device", 10, Quarter, WhenFull.Closed);

    /// <summary>Codes typed from one address range. Open, as for passwords: the five tries of each code stand behind it.</summary>
    internal static readonly Limit CodePerRange = new("code-per-range", 300, Quarter, WhenFull.Open);

    /// <summary>Wrong codes for one account (NIST SP 800-63B-4, 3.2.2: far below 100), forgotten when a right one is given. Closed: whoever reaches it knows the password.</summary>
    internal static readonly Limit CodePerAccount = new("code-per-account", 30, TimeSpan.FromHours(24), WhenFull.Closed);

    /// <summary>Codes asked for again, for one account. Closed: a full mailbox hides the warning among the codes.</summary>
    internal static readonly Limit CodeAgainPerAccount = new("code-again-per-account", 5, Quarter, WhenFull.Closed);

    /// <summary>Links to choose a new password, asked from one address range. Open when full, as for passwords: the limit per account stands behind it.</summary>
    internal static readonly Limit PasswordLinkPerRange = new("password-link-per-range", 60, Quarter, WhenFull.Open);

    /// <summary>Links to choose a new password, for one account; what is asked beyond it is answered alike and sends nothing. Closed: nobody's mailbox is to be filled.</summary>
    internal static readonly Limit PasswordLinkPerAccount = new("password-link-per-account", 3, TimeSpan.FromHours(1), WhenFull.Closed);

    /// <summary>Links to sign in, asked from one address range. Open when full, as for passwords: the limit per account stands behind it.</summary>
    internal static readonly Limit SignInLinkPerRange = new("sign-in-link-per-range", 60, Quarter, WhenFull.Open);

    /// <summary>Links to sign in, for one account; what is asked beyond it is answered alike and sends nothing. Closed: nobody's mailbox is to be filled.</summary>
    internal static readonly Limit SignInLinkPerAccount = new("sign-in-link-per-account", 5, TimeSpan.FromHours(1), WhenFull.Closed);

    /// <summary>Passwords after a link, for one account. Apart, so that guessing without one never locks out whoever holds the mailbox. Closed: whoever reaches it may be a thief of the mailbox.</summary>
    internal static readonly Limit PasswordAfterLink = new("password-after-link", 10, Quarter, WhenFull.Closed);

    /// <summary>Tries at one's own old password when choosing a new one. Closed: an unguarded open session must not become a way to guess.</summary>
    internal static readonly Limit OldPasswordPerAccount = new("old-password-per-account", 5, Quarter, WhenFull.Closed);

    /// <summary>Accounts asked for from one address range. Open, as for passwords: the limits per invitation and per address stand behind it.</summary>
    internal static readonly Limit AccountPerRange = new("account-per-range", 300, Quarter, WhenFull.Open);

    /// <summary>Mails about a new account for one invitation. Closed: whoever holds the link chooses where they go.</summary>
    internal static readonly Limit AccountMailPerInvitation = new("account-mail-per-invitation", 5, Quarter, WhenFull.Closed);

    /// <summary>Mails about a new account to one address, whichever the invitation. Closed: its owner may have asked for none of them.</summary>
    internal static readonly Limit AccountMailPerAddress = new("account-mail-per-address", 5, Quarter, WhenFull.Closed);

    /// <summary>Codes typed for one invitation. Closed, as for signing in: five tries per code, and no endless row of codes.</summary>
    internal static readonly Limit AccountCodePerInvitation = new("account-code-per-invitation", 30, TimeSpan.FromHours(24), WhenFull.Closed);
}
