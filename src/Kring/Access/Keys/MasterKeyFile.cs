using System.Globalization;
using System.Text;
using Kring.Platform;
using Kring.Platform.Files;

namespace Kring.Access.Keys;

/// <summary>The file with the master keys on disk: who may read it, what stands in it, and writing it so that a power cut leaves the old or the new one.</summary>
internal static class MasterKeyFile
{
    private const string Mark = "kring-master-key";
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <exception cref="StartRefusedException">The file is open to others, cannot be read, or is not a whole master key file.</exception>
    internal static List<(string Id, byte[] Key)> Read(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None)
            throw new StartRefusedException($"The master key file {path} can be read by others. Make it readable by its owner alone (chmod 600) and find out who read it.");
        try
        {
            var keys = File.ReadAllLines(path).Where(l => l.Length > 0).Select(l => Parse(path, l)).ToList();
            return keys.Count > 0 ? keys : throw new StartRefusedException($"The file {path} holds no master key. Put the file back from its backup.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The master key file {path} cannot be read: {fault.Message}", fault);
        }
    }

    /// <exception cref="StartRefusedException">The file cannot be written.</exception>
    internal static void Write(string path, IEnumerable<(string Id, byte[] Key)> keys)
    {
        try
        {
            var lines = keys.Select(k => string.Create(CultureInfo.InvariantCulture, $"{Mark} {k.Id} {Convert.ToBase64String(k.Key)}\n"));
            DurableFile.Write(path, Encoding.ASCII.GetBytes(string.Concat(lines)));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The master key file {path} cannot be written: {fault.Message}", fault);
        }
    }

    private static (string Id, byte[] Key) Parse(string path, string line)
    {
        var key = new byte[32];
        return line.Split(' ') is [Mark, { Length: > 0 } id, var base64] && Convert.TryFromBase64String(base64, key, out var length) && length == 32
            ? (id, key)
            : throw new StartRefusedException($"The master key file {path} is damaged. Put the file back from its backup.");
    }
}
