using System.Text;
using Kring.Access.Keys;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace Kring.Access.Log.Tree;

/// <summary>Signs checkpoints with Ed25519. The key follows from the program's own key, so it is the same on every node and as safe as the master key.</summary>
internal sealed class LogSigner(Keyring keys)
{
    internal LogPublicKey PublicKey => LogPublicKey.OfLog(Key().GeneratePublicKey().GetEncoded());

    internal Checkpoint Sign(long size, byte[] root)
    {
        var key = PublicKey;
        var text = Checkpoint.TextOf(key.Name, size, root);
        var sign = new Ed25519Signer();
        sign.Init(forSigning: true, Key());
        sign.BlockUpdate(Encoding.UTF8.GetBytes(text));
        return new Checkpoint(size, root, $"{text}\n{Checkpoint.Dash}{key.Name} {Convert.ToBase64String([.. key.Id.Span, .. sign.GenerateSignature()])}\n");
    }

    private Ed25519PrivateKeyParameters Key() => new(keys.LogSeed);
}
