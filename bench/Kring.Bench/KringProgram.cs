using System.Diagnostics;
using System.Globalization;

namespace Kring.Bench;

/// <summary>The real program, in a process of its own, on data that was made before.</summary>
internal sealed class KringProgram : IAsyncDisposable
{
    private readonly Process _process;

    private KringProgram(Process process, Uri address, double readyAfter) => (_process, Address, ReadyAfter) = (process, address, readyAfter);

    internal Uri Address { get; }

    /// <summary>Milliseconds from its start to its first answer.</summary>
    internal double ReadyAfter { get; }

    /// <summary>Milliseconds of processor time so far.</summary>
    internal double Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalMilliseconds;
        }
    }

    /// <summary>Memory in MiB that is its own, as the system counts it.</summary>
    internal double Memory => double.Parse(File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;

    internal static async Task<KringProgram> Start(string folder)
    {
        var address = new Uri($"http://127.0.0.1:{Port()}");
        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Kring.dll"), "run", "--urls", address.ToString(), "--data", folder])
        {
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production" },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = address };
        while (!await IsReady(client))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"Kring ended with code {process.ExitCode} before it was ready.");
            await Task.Delay(5);
        }

        return new KringProgram(process, address, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<bool> IsReady(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int Port()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
