using System.Diagnostics;
using System.Globalization;
using Kring.Tests.Support;

namespace Kring.Tests.Conversations.Threads;

public sealed class PageTimeTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact(Explicit = true)]
    public async Task A_page_of_fifty_out_of_ten_thousand_takes_less_than_thirty_milliseconds()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var (large, small) = (await stage.Starts(joke, "Groot"), await stage.Starts(joke, "Klein"));
        for (var i = 0; i < 10; i++)
            await stage.Fills(large, 1_000);
        await stage.Fills(small, 60);

        var times = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var path in new[] { small, large, large + "?voor=5000", large + "?na=9000" })
            times[path] = await Median(joke, path);

        var words = string.Join(", ", times.Values.Select(t => t.ToString("0.0", CultureInfo.InvariantCulture)));
        TestContext.Current.SendDiagnosticMessage($"Page of 50, p50 in ms: of 60; of 10,000; in the middle; near the end: {words}");
        Assert.All(times.Values, time => Assert.True(time < 60, words));
    }

    private async Task<double> Median(HttpBrowser browser, string path)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = app.Address, DefaultRequestHeaders = { { "Cookie", $"kring={browser.Cookie("kring")}" }, { "Accept", "text/html" } } };
        var times = new List<double>();
        for (var i = 0; i < 40; i++)
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
            answer.EnsureSuccessStatusCode();
            if (i >= 10)
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        return times[times.Count / 2];
    }
}
