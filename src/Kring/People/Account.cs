using Kring.Access;
using Kring.Access.Sealing;

namespace Kring.People;

/// <summary>What somebody signs in with. Found by the keyed index of the mail address; the address itself stands sealed in the profile.</summary>
internal sealed class Account : ICompartmented
{
    public required PersonId Person { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required LookupIndex MailIndex { get; set; }

    public required string PasswordHash { get; set; }

    public required DateTimeOffset PasswordSetAt { get; set; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The language that its owner chose, for pages and notices: "nl" or "en". Null for whoever never chose.</summary>
    public string? Language { get; set; }

    /// <summary>Index of the secret in the link with which its owner chooses a first password; null once they did.</summary>
    public LookupIndex? PasswordLink { get; set; }

    public DateTimeOffset? PasswordLinkUntil { get; set; }

    /// <summary>A blocked account has no sessions and gets none.</summary>
    public DateTimeOffset? BlockedAt { get; set; }

    /// <summary>Whose administrator blocked it, and may open it again; null for a job.</summary>
    public OrganisationId? BlockedBy { get; set; }
}
