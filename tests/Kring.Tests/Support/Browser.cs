using Microsoft.Playwright;

namespace Kring.Tests.Support;

/// <summary>One Chromium for the whole run, started by the first test that opens a page; each visit has its own cookies and storage.</summary>
public sealed class Browser : IAsyncDisposable
{
    public static ViewportSize Phone => new() { Width = 360, Height = 740 };

    public static ViewportSize Desktop => new() { Width = 1280, Height = 900 };

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Chromium)>> started = new(Start);

    /// <summary>A new visitor: a Dutch browser of this size at this address; <paramref name="adjust"/> changes scheme, scripts and so on.</summary>
    public async Task<IBrowserContext> Visit(string address, ViewportSize size, Action<BrowserNewContextOptions>? adjust = null)
    {
        var options = new BrowserNewContextOptions
        {
            BaseURL = address,
            ViewportSize = size,
            Locale = "nl-NL",
            TimezoneId = "Europe/Amsterdam",
            ReducedMotion = ReducedMotion.Reduce,
        };
        adjust?.Invoke(options);
        var visitor = await (await started.Value).Chromium.NewContextAsync(options);
        visitor.SetDefaultTimeout(15_000);
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        if (started.IsValueCreated && started.Value.IsCompletedSuccessfully)
        {
            var (driver, chromium) = await started.Value;
            await chromium.DisposeAsync();
            driver.Dispose();
        }
    }

    private static async Task<(IPlaywright Driver, IBrowser Chromium)> Start()
    {
        var driver = await Playwright.CreateAsync();
        return (driver, await driver.Chromium.LaunchAsync(new() { ExecutablePath = Program(), Args = Arguments }));
    }

    private static string Program()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } chosen)
        {
            return chosen;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("Chromium is not on the PATH. Use ./test: it installs what these tests need.");
    }
}
