using System.Diagnostics;
using System.Globalization;

namespace Kring.Bench;

/// <summary>The real program, in a process of its own, on data that was made before.</summary>
internal sealed class KringProgram : IAsyncDisposable
{
    private readonly string _folder;
    private Process? _process;

    private KringProgram(string folder) => (_folder, Address) = (folder, new Uri($"http://127.0.0.1:{Port()}"));

    /// <summary>The same after it was started anew.</summary>
    internal Uri Address { get; }

    /// <summary>Milliseconds from its start to its first answer.</summary>
    internal double ReadyAfter { get; private set; }

    /// <summary>Milliseconds of processor time so far.</summary>
    internal double Processor
    {
        get
        {
            Running.Refresh();
            return Running.TotalProcessorTime.TotalMilliseconds;
        }
    }

    /// <summary>Memory in MiB that is its own, as the system counts it.</summary>
    internal double Memory => Status("VmRSS:");

    /// <summary>The most memory it had since <see cref="ForgetPeak"/>, in MiB.</summary>
    internal double Peak => Status("VmHWM:");

    internal static async Task<KringProgram> Start(string folder)
    {
        var program = new KringProgram(folder);
        await program.Begin();
        return program;
    }

    internal void ForgetPeak() => File.WriteAllText($"/proc/{Running.Id}/clear_refs", "5");

    /// <summary>Waits until it has little to do: what follows from a burst of posts is done behind them.</summary>
    internal async Task Settle()
    {
        for (var tries = 0; tries < 60; tries++)
        {
            var before = Processor;
            await Task.Delay(500);
            if (Processor - before < 25)
                return;
        }
    }

    /// <summary>Asks it to stop, as an operator does, and waits until it has.</summary>
    internal async Task Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", Running.Id.ToString(CultureInfo.InvariantCulture)]);
        await Running.WaitForExitAsync();
        Running.Dispose();
        _process = null;
    }

    /// <summary>Starts it on its folder and address.</summary>
    /// <exception cref="InvalidOperationException">It ended before it was ready.</exception>
    internal async Task Begin()
    {
        var began = Stopwatch.GetTimestamp();
        _process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Kring.dll"), "run", "--urls", Address.ToString(), "--data", _folder])
        {
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production" },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = Address };
        while (!await IsReady(client))
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"Kring ended with code {_process.ExitCode} before it was ready.");
            await Task.Delay(5);
        }

        ReadyAfter = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
            return;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private Process Running => _process ?? throw new InvalidOperationException("The program does not run.");

    private double Status(string what) => double.Parse(
        File.ReadLines($"/proc/{Running.Id}/status").First(line => line.StartsWith(what, StringComparison.Ordinal)).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;

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
