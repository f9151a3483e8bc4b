using System.Diagnostics;
using System.Globalization;

namespace Kring.Bench;

/// <summary>All open pages come back after the program was stopped and started anew, and get what was said meanwhile.</summary>
internal sealed class Restart(KringProgram program, BenchPlaces world) : IDisposable
{
    private const int AtOnce = 32;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = program.Address, Timeout = Timeout.InfiniteTimeSpan };
    private readonly List<Visitor> _writers = [.. world.Places.Select(place => new Visitor(program.Address, place.Path, place.Writer))];

    internal async Task<IReadOnlyList<Row>> Measure(int streams)
    {
        using var end = new CancellationTokenSource();
        var (pages, running) = await OpenAll(streams, end.Token);

        // Half of what is said is acknowledged just before the program stops, half as soon as it is there again.
        var (before, after) = (_writers.ConvertAll(_ => Mark.New()), _writers.ConvertAll(_ => Mark.New()));
        var expected = world.Places.Select((place, i) => (place.Path, Words: new[] { before[i], after[i] })).ToDictionary(e => e.Path, e => e.Words, StringComparer.Ordinal);
        foreach (var page in pages)
            page.Expect(expected[page.Path]);
        await Say(before);
        var began = Stopwatch.GetTimestamp();
        await program.Stop();
        var stopped = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var saying = Say(after);
        await program.Begin();
        var ready = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await saying;
        var said = Stopwatch.GetElapsedTime(began).TotalSeconds;
        while (pages.Exists(page => page is { Complete.IsCompleted: false, Refused: null }) && Stopwatch.GetElapsedTime(began) < Patience)
            await Task.Delay(20);
        var back = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var (missed, refused) = (pages.Count(page => !page.Complete.IsCompleted), pages.Select(page => page.Refused).OfType<int>().ToList());
        await end.CancelAsync();
        await Task.WhenAll(running);
        return
        [
            Row.Of(string.Create(CultureInfo.InvariantCulture, $"stopped and started with {streams:N0} streams open: all back and up to date after"), back, "s", "the program answered after", ready),
            Row.Of("  stopped after", stopped, "s", "promised", 5), Row.Of("  said in all conversations as soon as it answered, after", said, "s", "", 0),
            Row.Of("  missed something", missed, "", "of", streams), Row.Of("  refused, so that a browser does not try again", refused.Count, "", string.Join(", ", refused.Distinct().Order()), 0),
            Row.Of("  memory then", program.Memory, "MiB", "", 0),
        ];
    }

    public void Dispose()
    {
        _client.Dispose();
        _writers.ForEach(writer => writer.Dispose());
    }

    private async Task<(List<ReturningPage> Pages, List<Task> Running)> OpenAll(int streams, CancellationToken cancel)
    {
        await Task.WhenAll(_writers.Select(writer => writer.Read()));
        var newest = new long[_writers.Count];
        foreach (var (i, writer) in _writers.Index())
            newest[i] = await writer.Newest();
        var (pages, running) = (new List<ReturningPage>(), new List<Task>());
        foreach (var several in Enumerable.Range(0, streams).Chunk(AtOnce))
        {
            var opened = several.Select(i => (Place: world.Places[i % world.Places.Count], Number: i)).Select(p => new ReturningPage(
                _client, p.Place.Path, p.Number / world.Places.Count % 2 == 0 ? p.Place.Writer : p.Place.Reader, newest[p.Number % world.Places.Count])).ToList();
            pages.AddRange(opened);
            running.AddRange(opened.Select(page => Task.Run(() => page.Run(cancel), CancellationToken.None)));
            await Task.WhenAll(opened.Select(page => page.Open));
        }

        return (pages, running);
    }

    // As the page does with what could not be sent: the same again, until it is acknowledged.
    private Task Say(List<string> marks) => Task.WhenAll(_writers.Select(async (writer, i) =>
    {
        var clientId = Guid.CreateVersion7();
        while (!await Acknowledged(() => writer.PostJson($"Ik kom eraan. {marks[i]}", clientId)))
            await Task.Delay(Pause);
    }));

    private static async Task<bool> Acknowledged(Func<Task> post)
    {
        try
        {
            await post();
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
