using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Kring.Tests.Support;

/// <summary>A PKCS#11 token of SoftHSM2 in a folder of its own, which can be taken away and put back.</summary>
internal sealed class SoftToken : IDisposable
{
    internal const string Library = "/usr/lib/softhsm/libsofthsm2.so", Label = "kring-test", Pin = "geheime-pin-5678";
    private readonly string _folder = Directory.CreateTempSubdirectory("kring-token-").FullName;

    private string Tokens => Path.Combine(_folder, "tokens");

    private string Configuration => Path.Combine(_folder, "softhsm2.conf");

    /// <summary>Settings that put the master key on it, for this process and those it starts.</summary>
    internal Dictionary<string, string?> Settings(string provider = "pkcs11") => new(StringComparer.Ordinal)
    {
        ["Kring:MasterKey:Provider"] = provider,
        ["Kring:MasterKey:Library"] = Library,
        ["Kring:MasterKey:Token"] = Label,
        ["Kring:MasterKey:Pin"] = Pin,
        ["SOFTHSM2_CONF"] = Configuration,
    };

    internal static async Task<SoftToken> Make()
    {
        var token = new SoftToken();
        Directory.CreateDirectory(token.Tokens);
        await File.WriteAllTextAsync(token.Configuration, $"directories.tokendir = {token.Tokens}\nobjectstore.backend = file\nlog.level = ERROR\n");
        // What .NET keeps as its environment, a library of C does not see.
        Assert.Equal(0, SetEnvironment("SOFTHSM2_CONF\0"u8.ToArray(), [.. Encoding.UTF8.GetBytes(token.Configuration), 0], 1));
        var start = new ProcessStartInfo("softhsm2-util", ["--init-token", "--free", "--label", Label, "--so-pin", "12345678", "--pin", Pin]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["SOFTHSM2_CONF"] = token.Configuration;
        using var util = Process.Start(start)!;
        await util.WaitForExitAsync();
        Assert.Equal(0, util.ExitCode);
        return token;
    }

    internal void TakeAway() => Directory.Move(Tokens, Tokens + ".away");

    internal void PutBack() => Directory.Move(Tokens + ".away", Tokens);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [DllImport("libc", EntryPoint = "setenv")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetEnvironment(byte[] name, byte[] value, int overwrite);
}
