using System.Security.Cryptography;
using System.Text;
using Kring.Platform;

namespace Kring.Access.Sealing;

/// <summary>A keyed, deterministic index of a sealed value that must be found again: equal values give equal indexes, and without the key nobody can guess along.</summary>
public readonly record struct LookupIndex(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Makes lookup indexes: HMAC-SHA-256 under the program's own index key, a different one per kind of value.</summary>
internal sealed class LookupIndexes(Keys.Keyring keys)
{
    internal LookupIndex OfMail(string address) => Make("mail", address.Trim().ToLowerInvariant().Normal());

    internal LookupIndex OfPhone(string e164) => Make("phone", e164);

    /// <summary>Finds networks of the same care recipient who has no account: last name and date of birth.</summary>
    internal LookupIndex OfRecipient(string name, DateOnly birthDate)
        => Make("recipient", $"{name.Trim().ToLowerInvariant().Normal()}|{birthDate:O}");

    /// <summary>The stored form of a short-lived secret (code, link, cookie): useless to whoever reads the database.</summary>
    internal LookupIndex OfSecret(string kind, string secret) => Make("secret/" + kind, secret);

    private LookupIndex Make(string kind, string value)
        => new(Convert.ToBase64String(HMACSHA256.HashData(keys.IndexKey, Encoding.UTF8.GetBytes($"{kind}\n{value}"))));
}
