using Kring.Access;
using Kring.Access.Sealing;
using Kring.Law;
using Kring.People.SignIns;

namespace Kring.Networks.Invitations;

/// <summary>
/// An account that somebody invited by SMS asked for, until the code from the mail proves that its mail address is theirs. One for an invitation: asking anew takes its place,
/// and with it the code in any other browser.
/// </summary>
internal sealed class WaitingAccount : CodeAttempt, ICompartmented
{
    internal static readonly SealedField<string> MailField = new("waiting_accounts", "mail");
    internal static readonly SealedField<string> PasswordHashField = new("waiting_accounts", "password_hash");

    public required CompartmentId Compartment { get; init; }

    public required InvitationId Invitation { get; init; }

    /// <summary>As it was typed; nobody has proved it.</summary>
    public Sealed<string>? Mail { get; set; }

    public Sealed<string>? PasswordHash { get; set; }

    /// <summary>Whether this browser may go on with it.</summary>
    internal bool GoesOnIn(LookupIndex browser, LegalTerms terms, DateTimeOffset now) => EndedAt is null && Browser == browser && now < terms.EndOf(LegalTermKeys.LoginAttempt, StartedAt);

    /// <summary>What it held is in the account now, or wanted by nobody.</summary>
    internal void Clear() => (Mail, PasswordHash, Code) = (null, null, null);
}
