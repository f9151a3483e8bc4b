using Kring.Access;
using Kring.Access.Sealing;
using Kring.Platform;

namespace Kring.People.Devices;

public readonly record struct TrustedDeviceId(Guid Value) : ITypedId<TrustedDeviceId>
{
    public static TrustedDeviceId From(Guid value) => new(value);
}

/// <summary>
/// A device and browser that need no code for one calendar month from the code that made them trusted; use does not extend it. Bound to a key that cannot leave the
/// browser, beside a cookie: a copied cookie is not enough.
/// </summary>
internal sealed class TrustedDevice : ICompartmented
{
    internal static readonly SealedField<string> NameField = new("trusted_devices", "name");

    public required TrustedDeviceId Id { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required PersonId Person { get; init; }

    public required Sealed<string> Name { get; set; }

    /// <summary>P-256, SubjectPublicKeyInfo.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>Index of the secret in the device's cookie.</summary>
    public required LookupIndex Secret { get; init; }

    public required DateTimeOffset TrustedAt { get; init; }

    public required DateTimeOffset TrustedUntil { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}
