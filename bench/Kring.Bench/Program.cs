using System.Diagnostics;
using Kring.Bench;
using Kring.Platform;
using Kring.Start;
using Microsoft.Extensions.DependencyInjection;

// The real program on its own port and in a folder of its own, on SQLite, or on what Kring__Database and Kring__Postgres__Main and __Keys say.
var folder = Directory.CreateTempSubdirectory("kring-bench-").FullName;
try
{
    await using var app = KringHost.Build(new RunOptions { Urls = "http://127.0.0.1:0", DataFolder = folder, Environment = "Production" });
    await Preparation.Run(app.Services, CancellationToken.None);
    KringHost.Map(app);
    await app.StartAsync();
    var options = app.Services.GetRequiredService<KringOptions>();
    var began = Stopwatch.GetTimestamp();
    var (places, longest) = await new BenchWorld(app.Services).Make();
    Console.WriteLine($"{options.Database}: {BenchWorld.Networks} networks of 50 messages, made in {Stopwatch.GetElapsedTime(began).TotalSeconds:N1} s.");
    await using var bare = await Bare.Start(options, BenchWorld.Networks);
    using var measures = new Measures(new Uri(app.Urls.First()), bare.Address, places, longest);

    // One after another, so that none disturbs the next.
    List<Row> rows = [.. await measures.Depth(), .. await InBrowsers.Measure(new Uri(app.Urls.First()), places[^1])];
    foreach (var measure in new Func<int, Task<IReadOnlyList<Row>>>[] { measures.Reads, measures.Posts, measures.Live })
    {
        foreach (var clients in Measures.Clients)
            rows.AddRange(await measure(clients));
    }

    var report = Report.Of(rows);
    report.Print(Console.Out);
    Console.WriteLine($"Memory of program and bench together: {Process.GetCurrentProcess().WorkingSet64 / 1024 / 1024} MiB.");
    Console.WriteLine(await report.Save());
    await app.StopAsync();
}
finally
{
    Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    Directory.Delete(folder, recursive: true);
}
