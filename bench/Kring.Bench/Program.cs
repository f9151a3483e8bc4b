using System.Diagnostics;
using Kring.Bench;
using Kring.Platform;
using Kring.Start;
using Microsoft.Extensions.DependencyInjection;

// The real program in a process of its own, in a folder of its own, on SQLite, or on what Kring__Database and Kring__Postgres__Main and __Keys say. Words on the command line choose groups of measures.
string[] groups = ["start", "json", "depth", "browsers", "pages", "others", "live", "streams"];
if (args.FirstOrDefault(arg => !groups.Contains(arg, StringComparer.Ordinal)) is { } unknown)
{
    Console.Error.WriteLine($"Unknown group {unknown}; there are: {string.Join(", ", groups)}.");
    return 2;
}

bool Wanted(string group) => args.Length == 0 || args.Contains(group, StringComparer.Ordinal);
var folder = Directory.CreateTempSubdirectory("kring-bench-").FullName;
try
{
    var began = Stopwatch.GetTimestamp();
    await using var maker = KringHost.Build(new RunOptions { Urls = "http://127.0.0.1:0", DataFolder = folder, Environment = "Production" });
    await Preparation.Migrate(maker.Services, CancellationToken.None);
    await maker.StartAsync();
    var options = maker.Services.GetRequiredService<KringOptions>();
    var world = await new BenchWorld(maker.Services).Make();
    await maker.StopAsync();
    Console.WriteLine($"{options.Database}: {BenchWorld.Networks} networks of 50 messages, made in {Stopwatch.GetElapsedTime(began).TotalSeconds:N1} s.");
    await using var bare = await Bare.Start(options, BenchWorld.Networks);
    await using var kring = await KringProgram.Start(folder);
    using var measures = new Measures(kring, bare.Address, world);

    // One after another, so that none disturbs the next.
    List<Row> rows = [];
    if (Wanted("start"))
        rows.AddRange(Row.Of("start with data to the first answer", kring.ReadyAfter, "ms", "floor", 500), Row.Of("memory after the start", kring.Memory, "MiB", "floor", 150));
    await measures.Warm();
    if (Wanted("depth"))
        rows.AddRange(await measures.Depth());
    if (Wanted("browsers"))
        rows.AddRange(await InBrowsers.Measure(kring.Address, world.Places[^1]));
    foreach (var (group, measure) in new (string, Func<int, Task<IReadOnlyList<Row>>>)[]
        { ("json", measures.JsonReads), ("json", measures.JsonPosts), ("pages", measures.Reads), ("pages", measures.Posts), ("live", measures.Live) })
    {
        foreach (var clients in Wanted(group) ? Measures.Clients : [])
            rows.AddRange(await measure(clients));
    }

    if (Wanted("others"))
        rows.AddRange(await measures.Others());
    using var streams = new Streams(kring, world);
    foreach (var open in Wanted("streams") ? Streams.Open : [])
        rows.AddRange(await streams.Measure(open));
    rows.Add(Row.Of("memory at the end", kring.Memory, "MiB", "floor", 150));
    var report = Report.Of(rows);
    report.Print(Console.Out);
    Console.WriteLine(await report.Save());
    return 0;
}
finally
{
    Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    Directory.Delete(folder, recursive: true);
}
