using System.Net;
using System.Threading.Channels;
using Kring.Tests.Support;

namespace Kring.Tests.Conversations.Live;

internal sealed record LiveEvent(string Name, string? Id, string Data);

/// <summary>An open page's stream, read as a browser does.</summary>
internal sealed class LiveStream : IAsyncDisposable
{
    private readonly HttpResponseMessage _answer;
    private readonly StreamReader _reader;
    private readonly Channel<LiveEvent> _events = Channel.CreateUnbounded<LiveEvent>();
    private readonly CancellationTokenSource _left = new();
    private readonly Task _reading;

    private LiveStream(HttpResponseMessage answer, StreamReader reader)
    {
        (_answer, _reader) = (answer, reader);
        _reading = Task.Run(Read);
    }

    /// <param name="app">The node that is asked; the session may be of another.</param>
    internal static async Task<LiveStream> Follow(KringApp app, HttpBrowser browser, string path, string? lastId = null)
    {
        var cookies = new CookieContainer();
        cookies.Add(app.Address, new Cookie("kring", browser.Cookie("kring")));
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = app.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastId is not null)
            request.Headers.Add("Last-Event-ID", lastId);
        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        return new LiveStream(answer, new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)));
    }

    internal async Task<LiveEvent> Next(TimeSpan? within = null) => await _events.Reader.ReadAsync().AsTask().WaitAsync(within ?? TimeSpan.FromSeconds(10));

    internal async Task<LiveEvent?> End(TimeSpan within) => await _events.Reader.WaitToReadAsync().AsTask().WaitAsync(within) ? await _events.Reader.ReadAsync() : null;

    // The reading ends before its answer goes: an answer that is disposed of while it is read is no fault of the program.
    public async ValueTask DisposeAsync()
    {
        await _left.CancelAsync();
        await _reading;
        _answer.Dispose();
        _left.Dispose();
    }

    private async Task Read()
    {
        try
        {
            var (name, id, data) = ("", (string?)null, new List<string>());
            while (await _reader.ReadLineAsync(_left.Token) is { } line)
            {
                if (line.StartsWith("event: ", StringComparison.Ordinal)) name = line[7..];
                else if (line.StartsWith("id: ", StringComparison.Ordinal)) id = line[4..];
                else if (line.StartsWith("data: ", StringComparison.Ordinal)) data.Add(line[6..]);
                else if (line.Length == 0 && name.Length > 0)
                {
                    _events.Writer.TryWrite(new LiveEvent(name, id, string.Join('\n', data)));
                    (name, id, data) = ("", null, []);
                }
            }
        }
        catch (Exception left) when (left is IOException or OperationCanceledException or HttpRequestException or ObjectDisposedException)
        {
            // The test is over.
        }
        finally
        {
            _events.Writer.TryComplete();
        }
    }
}
