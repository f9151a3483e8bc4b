using System.Collections.Concurrent;
using System.Diagnostics;

namespace Kring.Bench;

/// <summary>Posting, reading and following over HTTP on loopback, each beside the bare statement at the same number of clients in the same run.</summary>
internal sealed class Measures(KringProgram program, Uri bare, BenchPlaces world) : IDisposable
{
    internal static readonly int[] Clients = [1, 8, 32];
    private readonly HttpClient _bare = new(new SocketsHttpHandler()) { BaseAddress = bare };

    /// <summary>Some seconds of work that are not measured: a program that has just started compiles its hot code.</summary>
    internal async Task Warm()
    {
        using var crowd = Crowd.Of(program.Address, world.Places, Clients[^1]);
        await Task.WhenAll(crowd.Writers.Select(w => w.Read()));
        for (var round = 0; round < 3; round++)
        {
            await Load.Of(Clients[^1], client => crowd.Writers[client].ReadJson());
            await Load.Of(Clients[^1], client => crowd.Writers[client].PostJson(BenchWorld.Text(client)));
            await Load.Of(Clients[^1], client => crowd.Writers[client].Read());
        }
    }

    internal async Task<IReadOnlyList<Row>> Reads(int clients)
    {
        using var crowd = Crowd.Of(program.Address, world.Places, clients);
        var pages = await Load.Of(clients, client => crowd.Writers[client].Read());
        var rows = await Load.Of(clients, async client => (await _bare.GetAsync($"/rows/{client}")).Dispose());
        return [Row.Of(Crowd.Name("pages of 50 read", clients), pages.PerSecond, "/s", "one query of 50 rows", rows.PerSecond), Row.Of(Crowd.Name("  p99", clients), pages.Slowest, "ms", "its p99", rows.Slowest)];
    }

    /// <summary>Fifty messages out of ten thousand beside fifty out of fifty, for one reader.</summary>
    internal async Task<IReadOnlyList<Row>> Depth()
    {
        using var crowd = Crowd.Of(program.Address, [world.Places[0], world.Longest], 2);
        var little = await Load.Of(1, _ => crowd.Writers[0].Read());
        var much = await Load.Of(1, _ => crowd.Writers[1].Read());
        return [Row.Of("page of 50 out of 10,000, p50", much.Median, "ms", "out of 50", little.Median), Row.Of("  beside what is promised", much.Median, "ms", "p50", 30)];
    }

    internal async Task<IReadOnlyList<Row>> Posts(int clients)
    {
        using var crowd = Crowd.Of(program.Address, world.Places, clients);
        await Task.WhenAll(crowd.Writers.Select(w => w.Read()));
        var posts = await Load.Of(clients, client => crowd.Writers[client].Post(BenchWorld.Text(client)));
        var rows = await Load.Of(clients, async client => (await _bare.PostAsync($"/rows/{client}", null)).Dispose());
        return [Row.Of(Crowd.Name("posts", clients), posts.PerSecond, "/s", "one insert", rows.PerSecond), Row.Of(Crowd.Name("  p99", clients), posts.Slowest, "ms", "its p99", rows.Slowest)];
    }

    /// <summary>From the moment somebody sends to the moment it arrives at somebody else who follows.</summary>
    internal async Task<IReadOnlyList<Row>> Live(int clients)
    {
        using var crowd = Crowd.Of(program.Address, world.Places, clients);
        using var end = new CancellationTokenSource();
        var sent = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        var arrived = new ConcurrentBag<double>();
        await Task.WhenAll(crowd.Writers.Select(w => w.Read()));
        var open = crowd.Readers.Select(_ => new TaskCompletionSource()).ToList();
        var following = crowd.Readers.Select((reader, i) => Follow(reader, line => Note(line, sent, arrived), open[i], end.Token)).ToList();
        await Task.WhenAll(open.Select(o => o.Task));
        var posts = await Load.Of(clients, async client =>
        {
            var mark = Mark.New();
            sent[mark] = Stopwatch.GetTimestamp();
            await crowd.Writers[client].Post($"Ik kom eraan. {mark}");
        });
        await Task.Delay(200);
        await end.CancelAsync();
        await Task.WhenAll(following);
        var live = Load.From(arrived);
        var missing = sent.Count - arrived.Count;
        return
        [
            Row.Of(Crowd.Name("seen by another, p50", clients), live.Median, "ms", "the post itself, p50", posts.Median), Row.Of(Crowd.Name("  p99", clients), live.Slowest, "ms", "its p99", posts.Slowest),
            Row.Of(Crowd.Name("  not seen", clients), missing, "posts", "of", sent.Count),
        ];
    }

    /// <summary>Other pages that people open often, one reader at a time, and searching ten thousand messages.</summary>
    internal async Task<IReadOnlyList<Row>> Others()
    {
        using var daughter = new Visitor(program.Address, world.Longest.Path, world.Longest.Writer);
        using var coordinator = new Visitor(program.Address, world.Longest.Path, world.Coordinator);
        var network = $"/netwerken/{world.Longest.Network}";
        var (one, many) = (await Load.Of(1, _ => daughter.Open("/")), await Load.Of(1, _ => coordinator.Open("/")));
        using var client = new Visitor(program.Address, world.Longest.Path, world.Longest.Reader);
        var looked = await Load.Of(1, _ => client.Open($"{network}/wie-keek"));
        var search = await Load.Times(20, () => daughter.Search($"{network}/zoeken", "apotheek 9876")); // nobody searches faster than the limit lets them
        return
        [
            Row.Of("overview with 1 network, p50", one.Median, "ms", "", 0), Row.Of("overview with 101 networks, p50", many.Median, "ms", "with 1", one.Median),
            Row.Of("who looked, p50", looked.Median, "ms", "", 0), Row.Of("two words in 10,000 messages, p50", search.Median, "ms", "", 0),
        ];
    }

    public void Dispose() => _bare.Dispose();

    internal static async Task Follow(Visitor reader, Action<string> arrived, TaskCompletionSource open, CancellationToken cancel)
    {
        try
        {
            await reader.Follow(arrived, open, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The measure is over.
        }
        catch (HttpRequestException fault)
        {
            open.TrySetException(fault);
        }
    }

    internal static void Note(string line, ConcurrentDictionary<string, long> sent, ConcurrentBag<double> arrived)
    {
        if (line.IndexOf(Mark.Begin, StringComparison.Ordinal) is >= 0 and var at && line.Length >= at + Mark.Length && sent.TryGetValue(line.Substring(at, Mark.Length), out var since))
            arrived.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
    }
}
