using System.Diagnostics;

namespace Kring.Tests.Faults;

/// <summary>A disk of a few megabytes that can be filled up and freed again.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly string _ballast;

    private SmallDisk(string path) => (Path, _ballast) = (path, System.IO.Path.Combine(path, "ballast"));

    internal string Path { get; }

    /// <summary>Takes root, as CI has. Where it cannot be made the test is skipped, and in CI a skipped test fails.</summary>
    internal static async Task<SmallDisk> Make(int megabytes)
    {
        var path = Directory.CreateTempSubdirectory("kring-disk-").FullName;
        if (await Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=0711", "tmpfs", path) is var code && code != 0)
        {
            Directory.Delete(path);
            Assert.Skip($"A small disk could not be mounted (mount ended with {code}): run the tests as root.");
        }

        return new SmallDisk(path);
    }

    /// <summary>Leaves not a byte.</summary>
    internal void Fill()
    {
        using var ballast = new FileStream(_ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in (int[])[65_536, 4_096, 1])
        {
            try
            {
                while (true)
                    ballast.Write(new byte[size]);
            }
            catch (IOException)
            {
                // It is full, or nearly.
            }
        }
    }

    internal void Free() => File.Delete(_ballast);

    public async ValueTask DisposeAsync()
    {
        Assert.Equal(0, await Run("umount", "--lazy", Path));
        Directory.Delete(Path);
    }

    private static async Task<int> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
