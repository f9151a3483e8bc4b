using System.Globalization;
using CsvHelper;
using Kring.App;
using Kring.App.Display;
using Kring.Platform;

namespace Kring.Privacy.Traces;

/// <summary>
/// Writes the list for a spreadsheet: UTF-8 with a byte order mark so that é stays é, the reader's own list separator, and an apostrophe before whatever a spreadsheet
/// would run as a formula.
/// </summary>
internal static class TraceCsv
{
    internal static async Task Write(Stream to, IAsyncEnumerable<TraceLine> lines, CancellationToken cancel)
    {
        string[] columns =
        [
            TraceTexts.ColumnDate, TraceTexts.ColumnTime, TraceTexts.ColumnWho, TraceTexts.ColumnAbout, TraceTexts.ColumnWhat, TraceTexts.ColumnAllowed, TraceTexts.ColumnWhy,
            TraceTexts.ColumnActivity, TraceTexts.ColumnArticles, TraceTexts.ColumnEmergency, TraceTexts.ColumnEmergencyReason, TraceTexts.ColumnNumber,
        ];
        var style = new CsvWriterOptions { Separator = CultureInfo.CurrentCulture.TextInfo.ListSeparator[0], Injection = CsvInjection.Escape, WriteByteOrderMark = true };
        await using var csv = CsvWriter.Create(to, style, leaveOpen: true);
        await csv.WriteRecordAsync(columns, cancel);
        var count = 0;
        await foreach (var line in lines.WithCancellation(cancel))
        {
            await csv.WriteRecordAsync(Fields(line), cancel);
            count++;
        }

        if (count >= ExportTraces.MostLines)
            await csv.WriteRecordAsync([TraceTexts.TooMany.Fill(count), .. columns[1..].Select(_ => "")], cancel);
    }

    private static string[] Fields(TraceLine line) =>
    [
        line.At.DutchDay().ToString("O", CultureInfo.InvariantCulture), line.At.ShowSeconds(), line.Who.Name, line.Who.About, line.What, line.Refused ? TraceTexts.No : TraceTexts.Yes,
        line.Reason, line.Activity, line.Articles, line.Emergency is null ? TraceTexts.No : TraceTexts.Yes, line.Emergency ?? "", line.Entry.ToString(),
    ];
}
