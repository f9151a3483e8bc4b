using System.Security.Cryptography;
using Kring.Platform;

namespace Kring.Access.Keys;

/// <summary>
/// Master keys in a file that only the program's own user may read (mode 0600). One line a key: "kring-master-key ID BASE64", the newest last. Lose this file and nothing can be read any
/// more; copy it together with a database and everything can.
/// </summary>
internal sealed class FileMasterKeys : IMasterKeys
{
    private readonly string _path;
    private volatile IReadOnlyList<(string Id, byte[] Key)> _keys;

    private FileMasterKeys(string path, IReadOnlyList<(string, byte[])> keys) => (_path, _keys) = (path, keys);

    public IReadOnlyList<string> Known => [.. _keys.Select(k => k.Id)];

    public string? Newest => _keys is [.., var last] ? last.Id : null;

    /// <summary>Reads the file, or makes it at the very first start.</summary>
    /// <param name="mayCreate">False once keys exist that an earlier file wrapped.</param>
    /// <exception cref="StartRefusedException">The file is missing, open to others, or not a master key file.</exception>
    internal static FileMasterKeys Open(string path, bool mayCreate)
    {
        if (File.Exists(path))
            return new FileMasterKeys(path, MasterKeyFile.Read(path));
        if (!mayCreate)
            throw new StartRefusedException($"The master key file {path} is missing, while there is data that it must open. Put the file back from its backup; a new key cannot open the data.");
        var keys = new FileMasterKeys(path, []);
        keys.Add();
        return keys;
    }

    public byte[] Wrap(CompartmentId compartment, string masterKey, ReadOnlySpan<byte> key) => Key(masterKey, compartment).SealBytes("wrapped_key", key);

    public byte[] Unwrap(CompartmentId compartment, string masterKey, ReadOnlySpan<byte> wrapped)
    {
        try
        {
            return Key(masterKey, compartment).OpenBytes("wrapped_key", wrapped);
        }
        catch (Sealing.SealBrokenException)
        {
            throw new MasterKeyMismatchException(masterKey);
        }
    }

    public void Reload()
    {
        try
        {
            if (File.Exists(_path))
                _keys = MasterKeyFile.Read(_path);
        }
        catch (StartRefusedException unreadable)
        {
            throw new MasterKeyAwayException(unreadable.Message, unreadable);
        }
    }

    public string Add()
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        Write([.. _keys, (id, RandomNumberGenerator.GetBytes(32))]);
        return id;
    }

    /// <summary>When the keys went to a token none is left, and the file goes.</summary>
    public void ForgetAllBut(string masterKey)
    {
        if (_keys.Any(k => k.Id == masterKey))
        {
            Write([.. _keys.Where(k => k.Id == masterKey)]);
        }
        else
        {
            File.Delete(_path);
            _keys = [];
        }
    }

    private void Write(IReadOnlyList<(string Id, byte[] Key)> keys)
    {
        MasterKeyFile.Write(_path, keys);
        _keys = keys;
    }

    private Sealing.CompartmentKey Key(string masterKey, CompartmentId compartment)
        => new(compartment, 0, _keys.FirstOrDefault(k => k.Id == masterKey).Key ?? throw new MasterKeyMismatchException(masterKey));
}
