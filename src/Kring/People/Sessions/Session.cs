using Kring.Access;
using Kring.Access.Sealing;
using Kring.People.Devices;

namespace Kring.People.Sessions;

/// <summary>A signed-in session on the server. The browser holds a random secret; the database only its index.</summary>
internal sealed class Session : ICompartmented
{
    internal static readonly SealedField<string> BrowserField = new("sessions", "browser");
    internal static readonly SealedField<string> NameField = new("sessions", "name");
    internal static readonly SealedField<string> AddressField = new("sessions", "address");

    public required SessionId Id { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required PersonId Person { get; init; }

    public required LookupIndex Secret { get; init; }

    public TrustedDeviceId? Device { get; set; }

    /// <summary>The browser in words: "Chrome op Android".</summary>
    public required Sealed<string> Browser { get; init; }

    /// <summary>The person's own name, for the frame around their pages; kept here so that showing it opens no profile.</summary>
    public required Sealed<string> Name { get; set; }

    /// <summary>The network address it was made from.</summary>
    public required Sealed<string> Address { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Latest use, kept to the minute.</summary>
    public required DateTimeOffset UsedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
