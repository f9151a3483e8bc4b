using System.Security.Cryptography;
using Kring.Access;
using Kring.Access.Sealing;
using Kring.Law;
using Kring.Platform;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.Devices;

/// <summary>What a browser asks to be remembered by: a name, and the public half of the key it made.</summary>
internal sealed record DeviceToTrust(string Name, string? PublicKey);

/// <summary>A device that is trusted now, with the secret for its cookie.</summary>
internal sealed record DeviceTrusted(TrustedDeviceId Device, string Secret, DateTimeOffset Until);

/// <summary>Trusts a device for one calendar month from the code that was just given; the caller commits. Without a proper key there is no trust.</summary>
internal sealed class TrustDevice(LookupIndexes indexes, LegalTermsBoard terms, TimeProvider time)
{
    private const int LongestName = 60;

    /// <param name="known">The secrets in the browser's device cookie: an earlier trust of the same person in the same browser ends.</param>
    internal async Task<DeviceTrusted?> Add(Grant grant, DeviceToTrust asked, IReadOnlyList<string> known, CancellationToken cancel)
    {
        if (DeviceKey.Read(asked.PublicKey) is not { } key)
            return null;
        var now = time.Moment();
        foreach (var earlier in await grant.Rows<TrustedDevice>().Of(known, indexes).Where(d => d.RevokedAt == null).ToListAsync(cancel))
            earlier.RevokedAt = now;
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var id = time.NewId<TrustedDeviceId>();
        var until = (await terms.Current(cancel)).EndOf(LegalTermKeys.DeviceTrust, now);
        grant.Add(new TrustedDevice
        {
            Id = id,
            Compartment = grant.Compartment.Id,
            Person = new PersonId(grant.Compartment.Id.Value),
            Name = grant.Seal(TrustedDevice.NameField, id.Value, asked.Name.Length <= LongestName ? asked.Name : asked.Name[..LongestName]),
            PublicKey = key,
            Secret = indexes.OfSecret("device", secret),
            TrustedAt = now,
            TrustedUntil = until,
        });
        return new DeviceTrusted(id, secret, until);
    }
}

internal static class TrustedDevices
{
    /// <summary>The devices that a browser's cookie speaks of.</summary>
    internal static IQueryable<TrustedDevice> Of(this IQueryable<TrustedDevice> devices, IReadOnlyList<string> secrets, LookupIndexes indexes)
    {
        var known = secrets.Select(secret => indexes.OfSecret("device", secret)).ToList();
        return devices.Where(d => known.Contains(d.Secret));
    }

    internal static IQueryable<TrustedDevice> TrustedAt(this IQueryable<TrustedDevice> devices, DateTimeOffset now)
        => devices.Where(d => d.RevokedAt == null && d.TrustedUntil > now);
}
