using Kring.Bench;

// Each measure gives its rows; they run one after another so that none disturbs the next.
Func<Task<IReadOnlyList<Row>>>[] measures = [];

List<Row> rows = [];
foreach (var measure in measures)
{
    rows.AddRange(await measure());
}

var report = Report.Of(rows);
report.Print(Console.Out);
Console.WriteLine(await report.Save());
