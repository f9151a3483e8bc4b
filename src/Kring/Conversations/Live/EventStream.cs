using System.Globalization;
using System.Text;

namespace Kring.Conversations.Live;

/// <summary>Writes server-sent events to an answer that stays open.</summary>
internal sealed class EventStream(HttpResponse response)
{
    internal async Task Begin(CancellationToken cancel)
    {
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers["X-Accel-Buffering"] = "no";
        await Write("retry: 2000\n\n", cancel);
    }

    /// <summary>Shows proxies and the browser that the stream lives.</summary>
    internal Task Beat(CancellationToken cancel) => Write(": \n\n", cancel);

    /// <param name="id">What the browser gives back as Last-Event-ID; null leaves the last one as it is.</param>
    internal Task Send(string name, long? id, string data, CancellationToken cancel)
    {
        var lines = new StringBuilder();
        if (id is { } number)
            lines.Append(CultureInfo.InvariantCulture, $"id: {number}\n");
        lines.Append(CultureInfo.InvariantCulture, $"event: {name}\n");
        foreach (var line in data.ReplaceLineEndings("\n").Split('\n'))
            lines.Append(CultureInfo.InvariantCulture, $"data: {line}\n");
        return Write(lines.Append('\n').ToString(), cancel);
    }

    private async Task Write(string text, CancellationToken cancel)
    {
        await response.WriteAsync(text, cancel);
        await response.Body.FlushAsync(cancel);
    }
}
