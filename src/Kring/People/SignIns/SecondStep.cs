namespace Kring.People.SignIns;

/// <summary>
/// What is asked after the right password, or a link from the mail. Closed on purpose: passkeys, authenticator apps and signing in through an organisation each become a member here, and every
/// switch over it (<see cref="CheckPassword"/> chooses, the page of signing in leads on) then stops compiling until it says what to do.
/// </summary>
internal enum SecondStep
{
    /// <summary>The browser says it is trusted and proves it with its key.</summary>
    TrustedDevice,

    /// <summary>A code by mail. NIST SP 800-63B-4 does not count mail as a second channel: it holds until passkeys come, and no longer.</summary>
    MailedCode,

    /// <summary>The password, after a link from the mail in a browser that is not trusted.</summary>
    Password,
}
