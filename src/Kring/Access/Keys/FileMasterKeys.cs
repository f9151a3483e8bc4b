using System.Security.Cryptography;
using Kring.Platform;

namespace Kring.Access.Keys;

/// <summary>
/// Master keys in a file that only the program's own user may read (mode 0600). One line a key: "kring-master-key ID BASE64"; the last line is
/// the current one. Lose this file and nothing can be read any more; copy it together with a database and everything can.
/// </summary>
internal sealed class FileMasterKeys : IMasterKeys, IDisposable
{
    private readonly string _path;
    private readonly List<(string Id, byte[] Key)> _keys;
    private FileStream? _lock;

    private FileMasterKeys(string path, List<(string, byte[])> keys) => (_path, _keys, _lock) = (path, keys, Lock(path, FileShare.ReadWrite));

    public string Current => _keys[^1].Id;

    /// <summary>Reads the file, or makes it at the very first start.</summary>
    /// <param name="mayCreate">False once keys exist that an earlier file wrapped.</param>
    /// <exception cref="StartRefusedException">The file is missing, open to others, or not a master key file; or its keys are being rotated.</exception>
    internal static FileMasterKeys Open(string path, bool mayCreate)
    {
        if (File.Exists(path))
            return new FileMasterKeys(path, MasterKeyFile.Read(path));
        if (!mayCreate)
            throw new StartRefusedException($"The master key file {path} is missing, while there is data that it must open. Put the file back from its backup; a new key cannot open the data.");
        var keys = new FileMasterKeys(path, []);
        keys.AddKey();
        return keys;
    }

    public byte[] Wrap(CompartmentId compartment, ReadOnlySpan<byte> key) => Key(_keys[^1], compartment).SealBytes("wrapped_key", key);

    public byte[] Unwrap(CompartmentId compartment, string masterKey, ReadOnlySpan<byte> wrapped)
    {
        var known = _keys.Find(k => k.Id == masterKey);
        if (known.Key is null)
            throw new MasterKeyMismatchException(masterKey);
        try
        {
            return Key(known, compartment).OpenBytes("wrapped_key", wrapped);
        }
        catch (Sealing.SealBrokenException)
        {
            throw new MasterKeyMismatchException(masterKey);
        }
    }

    public void Rotate()
    {
        // A program that runs on would wrap new keys with a master key that is about to be forgotten.
        _lock?.Dispose();
        _lock = Lock(_path, FileShare.None);
        AddKey();
    }

    public void ForgetOld()
    {
        _keys.RemoveRange(0, _keys.Count - 1);
        MasterKeyFile.Write(_path, _keys);
    }

    public void Dispose() => _lock?.Dispose();

    private void AddKey()
    {
        _keys.Add((Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), RandomNumberGenerator.GetBytes(32)));
        MasterKeyFile.Write(_path, _keys);
    }

    private static Sealing.CompartmentKey Key((string Id, byte[] Key) master, CompartmentId compartment) => new(compartment, 0, master.Key);

    // Whoever uses the keys shares the lock; rotating takes it alone. A folder that cannot be written cannot be rotated in either.
    private static FileStream? Lock(string path, FileShare share)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = share == FileShare.None ? FileAccess.ReadWrite : FileAccess.Read, Share = share };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return new FileStream(path + ".lock", options);
        }
        catch (UnauthorizedAccessException) when (share != FileShare.None)
        {
            return null;
        }
        catch (Exception taken) when (taken is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(share == FileShare.None
                ? $"Kring is running on the master key file {path}. Stop it first; nothing was changed."
                : $"The master key file {path} cannot be used now: its keys are being rotated, or its folder cannot be reached ({taken.Message}).", taken);
        }
    }
}
