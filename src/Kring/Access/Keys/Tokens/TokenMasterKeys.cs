using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;
using ISession = Net.Pkcs11Interop.HighLevelAPI.ISession;

namespace Kring.Access.Keys.Tokens;

/// <summary>
/// Master keys that never leave a hardware module (PKCS#11): it wraps and unwraps itself, with AES-256-GCM bound to the compartment. What it wrapped is 1 byte format, 12 bytes nonce, then data and
/// tag. A key's id is "p11-" and its CKA_ID in hexadecimal: 6 bytes of the moment it was made, so that ids sort, and 2 of chance.
/// </summary>
internal sealed class TokenMasterKeys(Token token, string label, TimeProvider time) : IMasterKeys, IDisposable
{
    internal const string Prefix = "p11-";
    private const byte Format = 2;
    private const int NonceLength = 12, TagBits = 128;
    private volatile IReadOnlyList<string>? _known;

    public IReadOnlyList<string> Known => _known ??= Look();

    public string? Newest => Known is [.., var last] ? last : null;

    public byte[] Wrap(CompartmentId compartment, string masterKey, ReadOnlySpan<byte> key)
    {
        var (nonce, plain) = (RandomNumberGenerator.GetBytes(NonceLength), key.ToArray());
        return [Format, .. nonce, .. Use(compartment, masterKey, nonce, (session, mechanism, handle) => session.Encrypt(mechanism, handle, plain))];
    }

    public byte[] Unwrap(CompartmentId compartment, string masterKey, ReadOnlySpan<byte> wrapped)
    {
        if (wrapped.Length < 1 + NonceLength + (TagBits / 8) || wrapped[0] != Format)
            throw new MasterKeyMismatchException(masterKey);
        var sealedKey = wrapped[(1 + NonceLength)..].ToArray();
        return Use(compartment, masterKey, wrapped.Slice(1, NonceLength).ToArray(), (session, mechanism, handle) =>
        {
            try
            {
                return session.Decrypt(mechanism, handle, sealedKey);
            }
            // Modules do not agree on what a tag that does not hold is called.
            catch (Pkcs11Exception other) when (other.RV is CKR.CKR_ENCRYPTED_DATA_INVALID or CKR.CKR_GENERAL_ERROR or CKR.CKR_FUNCTION_FAILED && Find(session, masterKey) is not null)
            {
                throw new MasterKeyMismatchException(masterKey);
            }
        });
    }

    public void Reload() => _known = Look();

    public string Add()
    {
        var id = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(id, time.GetUtcNow().ToUnixTimeMilliseconds() << 16);
        RandomNumberGenerator.Fill(id.AsSpan(6));
        token.With(session =>
        {
            var attribute = session.Factories.ObjectAttributeFactory;
            using var mechanism = session.Factories.MechanismFactory.Create(CKM.CKM_AES_KEY_GEN);
            return session.GenerateKey(mechanism,
            [
                .. Ours(session), attribute.Create(CKA.CKA_ID, id), attribute.Create(CKA.CKA_VALUE_LEN, 32UL), attribute.Create(CKA.CKA_TOKEN, true), attribute.Create(CKA.CKA_PRIVATE, true),
                attribute.Create(CKA.CKA_SENSITIVE, true), attribute.Create(CKA.CKA_EXTRACTABLE, false), attribute.Create(CKA.CKA_ENCRYPT, true), attribute.Create(CKA.CKA_DECRYPT, true),
            ]);
        });
        Reload();
        return Prefix + Convert.ToHexStringLower(id);
    }

    public void ForgetAllBut(string masterKey)
    {
        token.With(session =>
        {
            foreach (var (key, _) in All(session).Where(k => k.Id != masterKey))
                session.DestroyObject(key);
            return true;
        });
        Reload();
    }

    public void Dispose() => token.Dispose();

    private byte[] Use(CompartmentId compartment, string masterKey, byte[] nonce, Func<ISession, IMechanism, IObjectHandle, byte[]> work) => token.With(session =>
    {
        using var gcm = session.Factories.MechanismParamsFactory.CreateCkGcmParams(nonce, NonceLength * 8, Encoding.ASCII.GetBytes($"kring|wrapped_key|{compartment.Value:N}"), TagBits);
        using var mechanism = session.Factories.MechanismFactory.Create(CKM.CKM_AES_GCM, gcm);
        return work(session, mechanism, Find(session, masterKey) ?? throw new MasterKeyMismatchException(masterKey));
    });

    private List<string> Look() => token.With(session => All(session).Select(k => k.Id).Order(StringComparer.Ordinal).ToList());

    private List<(IObjectHandle Key, string Id)> All(ISession session)
        => [.. session.FindAllObjects(Ours(session)).Select(key => (key, Prefix + Convert.ToHexStringLower(session.GetAttributeValue(key, [CKA.CKA_ID])[0].GetValueAsByteArray())))];

    private IObjectHandle? Find(ISession session, string masterKey)
        => session.FindAllObjects([.. Ours(session), session.Factories.ObjectAttributeFactory.Create(CKA.CKA_ID, Convert.FromHexString(masterKey.AsSpan(Prefix.Length)))]).FirstOrDefault();

    private List<IObjectAttribute> Ours(ISession session)
    {
        var attribute = session.Factories.ObjectAttributeFactory;
        return [attribute.Create(CKA.CKA_CLASS, CKO.CKO_SECRET_KEY), attribute.Create(CKA.CKA_KEY_TYPE, CKK.CKK_AES), attribute.Create(CKA.CKA_LABEL, label)];
    }
}
