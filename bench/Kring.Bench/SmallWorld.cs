using System.Diagnostics;
using Kring.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Bench;

/// <summary>The groups that are measured on a hundred networks of fifty messages.</summary>
internal static class SmallWorld
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);

    internal static async Task<IReadOnlyList<Row>> Measure(string folder, Asked asked)
    {
        var began = Stopwatch.GetTimestamp();
        var (options, world) = await Maker.Make(folder, async services => (services.GetRequiredService<KringOptions>(), await new BenchWorld(services).Make()));
        Console.WriteLine($"{options.Database}: {BenchWorld.Networks} networks of 50 messages, made in {Stopwatch.GetElapsedTime(began).TotalSeconds:N1} s.");
        await using var bare = await Bare.Start(options, BenchWorld.Networks);
        await using var kring = await KringProgram.Start(folder);
        using var measures = new Measures(kring, bare.Address, world);
        using var json = new JsonMeasures(kring, bare.Address, world, options);

        // One after another, so that none disturbs the next.
        List<Row> rows = [];
        if (asked.Wants("start"))
        {
            rows.AddRange(Row.Of("start with data to the first answer", kring.ReadyAfter, "ms", "floor", 500), Row.Of("memory after the start", kring.Memory, "MiB", "floor", 150));
            await Task.Delay(Quiet);
            rows.Add(Row.Of("memory after ten quiet seconds", kring.Memory, "MiB", "floor", 150));
        }

        await measures.Warm();
        if (asked.Wants("depth"))
            rows.AddRange(await measures.Depth());
        if (asked.Wants("browsers"))
            rows.AddRange(await InBrowsers.Measure(kring.Address, world.Places[^1]));
        foreach (var (group, measure) in new (string, Func<int, Task<IReadOnlyList<Row>>>)[]
            { ("json", json.Reads), ("json", json.Posts), ("pages", measures.Reads), ("pages", measures.Posts), ("live", measures.Live) })
        {
            foreach (var clients in asked.Wants(group) ? Measures.Clients : [])
                rows.AddRange(await measure(clients));
        }

        if (asked.Wants("others"))
            rows.AddRange(await measures.Others());
        if (asked.Wants("streams"))
            rows.AddRange(await MeasureStreams(kring, world));
        rows.Add(Row.Of("memory at the end", kring.Memory, "MiB", "floor", 150));
        return rows;
    }

    private static async Task<IReadOnlyList<Row>> MeasureStreams(KringProgram kring, BenchPlaces world)
    {
        var rows = new List<Row>();
        using var streams = new Streams(kring, world);
        foreach (var open in Streams.Open)
            rows.AddRange(await streams.Measure(open));
        using var restart = new Restart(kring, world);
        return [.. rows, .. await restart.Measure(Streams.Open[^1])];
    }
}
