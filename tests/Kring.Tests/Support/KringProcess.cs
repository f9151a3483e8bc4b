using System.Diagnostics;
using System.Text;

namespace Kring.Tests.Support;

/// <summary>The program as its operator runs it: a process with arguments, an environment, two streams and an exit code.</summary>
internal sealed class KringProcess : IAsyncDisposable
{
    private const string Listening = "Kring is ready at ";
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _output = new();
    private readonly Process _process;

    private KringProcess(Process process) => _process = process;

    /// <summary>Everything that was written to both streams so far.</summary>
    internal string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>The folder that this process takes for temporary files.</summary>
    internal string TemporaryFolder { get; } = Directory.CreateTempSubdirectory("kring-process-").FullName;

    /// <param name="settings">Settings of the program, "Kring:…".</param>
    internal static KringProcess Begin(IReadOnlyCollection<string> arguments, IReadOnlyDictionary<string, string?> settings)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Kring"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        var kring = new KringProcess(new Process { StartInfo = start });
        start.Environment["TMPDIR"] = kring.TemporaryFolder;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (name, value) in settings.Where(s => s.Value is not null))
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        kring._process.OutputDataReceived += (_, line) => kring.Hear(line.Data);
        kring._process.ErrorDataReceived += (_, line) => kring.Hear(line.Data);
        kring._process.Start();
        kring._process.BeginOutputReadLine();
        kring._process.BeginErrorReadLine();
        return kring;
    }

    /// <summary>The address at which it serves, once it does.</summary>
    internal Task<Uri> Address() => _address.Task.WaitAsync(TimeSpan.FromSeconds(60));

    /// <summary>Its exit code, once it ended by itself.</summary>
    internal async Task<int> ExitCode()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>Asks it to stop, as a service manager does.</summary>
    internal async Task Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Ends it as kill -9 and a power failure do: it does nothing more.</summary>
    internal Task Kill()
    {
        _process.Kill();
        return _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(TemporaryFolder, recursive: true);
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.AppendLine(line);
        if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            _address.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim()));
    }
}
