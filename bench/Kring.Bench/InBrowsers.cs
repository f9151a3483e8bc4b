using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace Kring.Bench;

/// <summary>What people see: from the key that sends in one browser to the message standing in another, on real pages in Chromium.</summary>
internal static class InBrowsers
{
    private const int WarmUp = 3, Posts = 40;
    private static readonly string[] Names = ["chromium", "chromium-browser"];
    private static readonly string[] Arguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    /// <returns>Nothing, said aloud, where there is no Chromium.</returns>
    internal static async Task<IReadOnlyList<Row>> Measure(Uri kring, Place place)
    {
        if (Program() is not { } program)
        {
            Console.WriteLine("No Chromium on the PATH: what two browsers see is not measured.");
            return [];
        }

        using var driver = await Playwright.CreateAsync();
        await using var chromium = await driver.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Arguments });
        var (writer, reader) = (await Open(chromium, kring, place.Path, place.Writer), await Open(chromium, kring, place.Path, place.Reader));
        var first = await writer.Locator("[id^=bericht-]").CountAsync() + 1;
        var times = new List<double>();
        for (var post = 0; post < WarmUp + Posts; post++)
        {
            await writer.FillAsync("#tekst", BenchWorld.Text(post));
            var seen = reader.WaitForSelectorAsync(string.Create(CultureInfo.InvariantCulture, $"#bericht-{first + post}"), new() { State = WaitForSelectorState.Attached });
            var began = Stopwatch.GetTimestamp();
            await writer.Keyboard.PressAsync("Control+Enter");
            await seen;
            if (post >= WarmUp)
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        var load = Load.From(times);
        return [Row.Of("sent in one browser, seen in another, p50", load.Median, "ms", "promised at p95", 300), Row.Of("  p95", load.Slow, "ms", "promised", 300)];
    }

    private static async Task<IPage> Open(IBrowser chromium, Uri kring, string path, string session)
    {
        var visitor = await chromium.NewContextAsync(new() { BaseURL = kring.ToString(), Locale = "nl-NL" });
        await visitor.AddCookiesAsync([new Cookie { Name = "kring", Value = session, Url = kring.ToString() }]);
        var page = await visitor.NewPageAsync();
        var live = page.WaitForResponseAsync(answer => answer.Url.EndsWith("/live", StringComparison.Ordinal) || answer.Url.Contains("/live?", StringComparison.Ordinal));
        await page.GotoAsync(path);
        await live;
        return page;
    }

    private static string? Program() => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
