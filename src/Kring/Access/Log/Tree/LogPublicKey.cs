using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace Kring.Access.Log.Tree;

/// <summary>The key by which outsiders know the checkpoints of one log, written as C2SP signed-note writes it: NAME+ID+KEY.</summary>
internal sealed class LogPublicKey
{
    private const byte Ed25519 = 1;
    private readonly byte[] _key;

    private LogPublicKey(string name, byte[] key) => (Name, _key, Id) = (name, key, IdOf(name, key));

    /// <summary>The name of the log: it stands as origin in every checkpoint.</summary>
    internal string Name { get; }

    /// <summary>Four bytes that stand before each signature by this key.</summary>
    internal ReadOnlyMemory<byte> Id { get; }

    /// <summary>The key of a log that is named after it.</summary>
    internal static LogPublicKey OfLog(byte[] key) => new("kring-log-" + Convert.ToHexStringLower(SHA256.HashData(key))[..16], key);

    /// <returns>Null when the text is no such key.</returns>
    internal static LogPublicKey? Parse(string text)
    {
        if (text.Trim().Split('+', 3) is not [{ Length: > 0 } name, var id, var rest] || name.Any(char.IsWhiteSpace))
            return null;
        Span<byte> typed = stackalloc byte[64];
        if (!Convert.TryFromBase64String(rest, typed, out var length) || length != 1 + Ed25519PublicKeyParameters.KeySize || typed[0] != Ed25519)
            return null;
        var key = new LogPublicKey(name, typed[1..length].ToArray());
        return string.Equals(Convert.ToHexStringLower(key.Id.Span), id, StringComparison.OrdinalIgnoreCase) ? key : null;
    }

    internal bool Signed(ReadOnlySpan<byte> text, byte[] signature)
    {
        if (signature.Length != Ed25519PrivateKeyParameters.SignatureSize)
            return false;
        var check = new Ed25519Signer();
        check.Init(forSigning: false, new Ed25519PublicKeyParameters(_key));
        check.BlockUpdate(text);
        return check.VerifySignature(signature);
    }

    public override string ToString() => $"{Name}+{Convert.ToHexStringLower(Id.Span)}+{Convert.ToBase64String([Ed25519, .. _key])}";

    private static byte[] IdOf(string name, byte[] key) => SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', Ed25519, .. key])[..4];
}
