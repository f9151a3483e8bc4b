using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Kring.Bench;

/// <summary>Messages that are delivered live to five who follow, while thousands of other pages are open and wait.</summary>
internal sealed class Streams(KringProgram program, BenchPlaces world) : IDisposable
{
    internal static readonly int[] Open = [50, 1_000, 5_000, 15_000];
    private const int Talking = 10, Followers = 5, Posts = 20, AtOnce = 32;
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = program.Address, Timeout = Timeout.InfiniteTimeSpan };

    internal async Task<IReadOnlyList<Row>> Measure(int streams)
    {
        var before = program.Memory;
        var began = Stopwatch.GetTimestamp();
        var waiting = await OpenAll(streams - (Talking * Followers));
        var opened = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var perStream = (program.Memory - before) * 1024 / streams;
        try
        {
            var (times, missing) = await Talk();
            return
            [
                Row.Of(string.Create(CultureInfo.InvariantCulture, $"seen by five, {streams:N0} streams open, p50"), times.Median, "ms", "", 0), Row.Of("  p99", times.Slowest, "ms", "", 0),
                Row.Of("  not seen", missing, "", "of", Talking * Followers * Posts), Row.Of("  opening them all", opened, "s", "", 0), Row.Of("  memory of each", perStream, "KiB", "", 0),
            ];
        }
        finally
        {
            foreach (var one in waiting)
                one.Dispose();
        }
    }

    private async Task<IReadOnlyCollection<IDisposable>> OpenAll(int streams)
    {
        var open = new ConcurrentBag<IDisposable>();
        var quiet = world.Places.Skip(Talking).ToList();
        await Parallel.ForEachAsync(Enumerable.Range(0, Math.Max(0, streams)), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, cancel) =>
        {
            var place = quiet[i % quiet.Count];
            using var request = new HttpRequestMessage(HttpMethod.Get, place.Path + "/live");
            request.Headers.Add("Cookie", "kring=" + (i % 2 == 0 ? place.Writer : place.Reader));
            var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            open.Add(answer.EnsureSuccessStatusCode());
        });
        return open;
    }

    private async Task<(Load Times, int Missing)> Talk()
    {
        using var end = new CancellationTokenSource();
        var (sent, arrived) = (new ConcurrentDictionary<string, long>(StringComparer.Ordinal), new ConcurrentBag<double>());
        var places = world.Places.Take(Talking).ToList();
        var writers = places.ConvertAll(p => new Visitor(program.Address, p.Path, p.Writer));
        var readers = places.SelectMany(p => Enumerable.Repeat(p, Followers)).Select(p => new Visitor(program.Address, p.Path, p.Reader)).ToList();
        await Task.WhenAll(writers.Select(w => w.Read()));
        var ready = readers.ConvertAll(_ => new TaskCompletionSource());
        var following = readers.Select((reader, i) => Measures.Follow(reader, line => Measures.Note(line, sent, arrived), ready[i], end.Token)).ToList();
        await Task.WhenAll(ready.Select(r => r.Task));
        for (var post = 0; post < Posts; post++)
        {
            foreach (var writer in writers)
            {
                var mark = Mark.New();
                sent[mark] = Stopwatch.GetTimestamp();
                await writer.PostJson($"Ik kom eraan. {mark}");
            }
        }

        await Task.Delay(1_000);
        await end.CancelAsync();
        await Task.WhenAll(following);
        foreach (var visitor in writers.Concat(readers))
            visitor.Dispose();
        return (Load.From(arrived), (sent.Count * Followers) - arrived.Count);
    }

    public void Dispose() => _client.Dispose();
}
