using Kring.Bench;
using Kring.Bench.Growth;

// The real program in a process of its own, in a folder of its own, on SQLite, or on what Kring__Database and Kring__Postgres__Main and __Keys say. Words on the command line choose groups of measures.
if (Asked.Read(args, out var asked) is { } wrong)
{
    Console.Error.WriteLine(wrong);
    return 2;
}

var folder = Directory.CreateTempSubdirectory("kring-bench-").FullName;
try
{
    List<Row> rows = [];
    if (asked.WantsSmallWorld)
        rows.AddRange(await SmallWorld.Measure(folder, asked));
    if (asked.Wants(Asked.Size))
        rows.AddRange(await MeasureGrowth.Run(folder, asked.Part));
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
