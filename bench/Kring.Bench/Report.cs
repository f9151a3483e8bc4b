using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Kring.Bench;

/// <summary>The measured rows as a table for people and as JSON for the next run to compare with.</summary>
internal sealed record Report(DateTimeOffset At, int Processors, string Runtime, IReadOnlyList<Row> Rows)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Report Of(IReadOnlyList<Row> rows) =>
        new(TimeProvider.System.GetUtcNow(), Environment.ProcessorCount, RuntimeInformation.FrameworkDescription, rows);

    public void Print(TextWriter to)
    {
        var name = Math.Max(7, Rows.Select(row => row.Name.Length).DefaultIfEmpty().Max());
        var limit = Math.Max(5, Rows.Select(row => row.LimitName.Length).DefaultIfEmpty().Max());
        to.WriteLine($"{"measure".PadRight(name)}  {"value",12} {"unit",-8}  {"limit".PadRight(limit)}  {"value",12}  {"ratio",7}");
        foreach (var row in Rows)
        {
            to.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{row.Name.PadRight(name)}  {row.Value,12:N1} {row.Unit,-8}  {row.LimitName.PadRight(limit)}  {row.LimitValue,12:N1}  {row.Ratio,7:N3}"));
        }
    }

    /// <summary>Writes artifacts/bench/latest.json at the root of the repository.</summary>
    public async Task<string> Save()
    {
        var path = Path.Combine(Root(), "artifacts", "bench", "latest.json");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(this, Json));
        return path;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Kring.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? Environment.CurrentDirectory;
    }
}
