using System.Security.Cryptography;
using System.Text;

namespace Kring.People.Devices;

/// <summary>The key of a trusted device: P-256, made in the browser, of which only the public half ever leaves it. Nothing that is posted makes these throw.</summary>
internal static class DeviceKey
{
    private const int LongestKey = 300, LongestSignature = 100, MostSignatures = 8;

    /// <summary>The public key (SubjectPublicKeyInfo) as posted, when it is one of the right kind.</summary>
    internal static byte[]? Read(string? base64)
    {
        if (Decode(base64, LongestKey) is not { } bytes)
            return null;
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(bytes, out var read);
            return read == bytes.Length && key.ExportParameters(false).Curve.Oid.Value == "1.2.840.10045.3.1.7" ? bytes : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Whether one of the posted signatures is of this challenge by this key. A browser with several keys sends one for each.</summary>
    internal static bool Proves(byte[] publicKey, byte[] challenge, string? signatures)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        var signed = SignedText(challenge);
        return (signatures ?? string.Empty).Split('.', MostSignatures + 1).Take(MostSignatures)
            .Any(posted => Decode(posted, LongestSignature) is { } signature && key.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }

    /// <summary>What the browser signs: the challenge, under words that keep the key from signing anything else.</summary>
    internal static byte[] SignedText(byte[] challenge) => Encoding.UTF8.GetBytes("kring trusted device\n" + Convert.ToBase64String(challenge));

    private static byte[]? Decode(string? base64, int longest)
    {
        if (base64 is not { Length: > 0 } || base64.Length > longest)
            return null;
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var written) ? bytes[..written] : null;
    }
}
