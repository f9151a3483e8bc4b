using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kring.Platform;

namespace Kring.Access.Keys;

/// <summary>
/// Master keys in a file that only the program's own user may read (mode 0600). One line a key: "kring-master-key ID BASE64"; the last line is
/// the current one. Lose this file and nothing can be read any more; copy it together with a database and everything can.
/// </summary>
internal sealed class FileMasterKeys : IMasterKeys
{
    private const string Mark = "kring-master-key";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly string _path;
    private readonly List<(string Id, byte[] Key)> _keys;

    private FileMasterKeys(string path, List<(string, byte[])> keys) => (_path, _keys) = (path, keys);

    public string Current => _keys[^1].Id;

    /// <summary>Reads the file, or makes it at the very first start.</summary>
    /// <param name="mayCreate">False once keys exist that an earlier file wrapped.</param>
    /// <exception cref="StartRefusedException">The file is missing, open to others, or not a master key file.</exception>
    internal static FileMasterKeys Open(string path, bool mayCreate)
    {
        if (File.Exists(path))
            return new FileMasterKeys(path, Read(path));
        if (!mayCreate)
            throw new StartRefusedException($"The master key file {path} is missing, while there is data that it must open. Put the file back from its backup; a new key cannot open the data.");
        var keys = new FileMasterKeys(path, []);
        keys.Rotate();
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
        _keys.Add((Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), RandomNumberGenerator.GetBytes(32)));
        Write();
    }

    public void ForgetOld()
    {
        _keys.RemoveRange(0, _keys.Count - 1);
        Write();
    }

    private static Sealing.CompartmentKey Key((string Id, byte[] Key) master, CompartmentId compartment) => new(compartment, 0, master.Key);

    private static List<(string, byte[])> Read(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != UnixFileMode.None)
            throw new StartRefusedException($"The master key file {path} can be read by others. Make it readable by its owner alone (chmod 600) and find out who read it.");
        var keys = File.ReadAllLines(path).Select(l => l.Split(' ')).Where(p => p is [Mark, _, _]).Select(p => (p[1], Decode(path, p[2]))).ToList();
        return keys.Count > 0 ? keys : throw new StartRefusedException($"The file {path} holds no master key. Put the file back from its backup.");
    }

    private static byte[] Decode(string path, string base64)
    {
        var key = new byte[32];
        return Convert.TryFromBase64String(base64, key, out var length) && length == 32
            ? key
            : throw new StartRefusedException($"The master key file {path} is damaged. Put the file back from its backup.");
    }

    private void Write()
    {
        var temporary = _path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (var file = new FileStream(temporary, options))
        {
            foreach (var (id, key) in _keys)
                file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Mark} {id} {Convert.ToBase64String(key)}\n")));
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, _path, overwrite: true);
    }
}
