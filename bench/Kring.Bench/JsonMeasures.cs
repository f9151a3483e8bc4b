using Kring.Platform;

namespace Kring.Bench;

/// <summary>Reading and posting by the JSON endpoint, each beside the bare statement at the same number of clients in the same run.</summary>
internal sealed class JsonMeasures(KringProgram program, Uri bare, BenchPlaces world, KringOptions options) : IDisposable
{
    private readonly HttpClient _bare = new(new SocketsHttpHandler()) { BaseAddress = bare };

    /// <summary>The newest fifty: signed in, through the gate, logged before the answer, opened.</summary>
    internal async Task<IReadOnlyList<Row>> Reads(int clients)
    {
        using var crowd = Crowd.Of(program.Address, world.Places, clients);
        program.ForgetPeak();
        var (read, processor) = await Watched(() => Load.Of(clients, client => crowd.Writers[client].ReadJson()));
        var peak = program.Peak;
        var rows = await Load.Of(clients, async client => (await _bare.GetAsync($"/rows/{client}")).Dispose());
        return [.. Rows(Crowd.Name("JSON: last 50 read", clients), read, "one query of 50 rows", rows, processor), .. Loaded(clients, peak)];
    }

    /// <summary>A message of 200 characters: signed in, through the gate, sealed, logged and committed before the answer.</summary>
    internal async Task<IReadOnlyList<Row>> Posts(int clients)
    {
        using var crowd = Crowd.Of(program.Address, world.Places, clients);
        await Task.WhenAll(crowd.Writers.Select(w => w.Read()));
        var before = await Wal(clients);
        program.ForgetPeak();
        var (posts, processor) = await Watched(() => Load.Of(clients, client => crowd.Writers[client].PostJson(BenchWorld.Text(client))));
        var peak = program.Peak;
        var after = await Wal(clients);
        var rows = await Load.Of(clients, async client => (await _bare.PostAsync($"/rows/{client}", null)).Dispose());
        return
        [
            .. Rows(Crowd.Name("JSON: posts", clients), posts, "one insert", rows, processor), .. Loaded(clients, peak),
            .. before is null || after is null ? [] : after.Since(before, posts.Done),
        ];
    }

    public void Dispose() => _bare.Dispose();

    private Task<WalUse?> Wal(int clients) => clients == Measures.Clients[^1] ? WalUse.Of(options, program) : Task.FromResult<WalUse?>(null);

    private static IEnumerable<Row> Rows(string name, Load kring, string limitName, Load limit, double processor) =>
    [
        Row.Of(name, kring.PerSecond, "/s", limitName, limit.PerSecond), Row.Of("  p50", kring.Median, "ms", "its p50", limit.Median),
        Row.Of("  p99", kring.Slowest, "ms", "its p99", limit.Slowest), Row.Of("  processor of the program for each", processor, "ms", "", 0),
    ];

    private static IEnumerable<Row> Loaded(int clients, double peak) => clients == Measures.Clients[^1] ? [Row.Of("  most memory meanwhile", peak, "MiB", "", 0)] : [];

    // The warming up of a load counts in the program's time too, so it is divided by all that was done.
    private async Task<(Load Load, double Processor)> Watched(Func<Task<Load>> act)
    {
        var before = program.Processor;
        var load = await act();
        return (load, (program.Processor - before) / load.Done);
    }
}
