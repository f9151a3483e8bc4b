using System.Globalization;

namespace Kring.Bench;

/// <summary>
/// An open page as a browser keeps it up to date (EventSource): when the stream breaks or nobody answers it tries again after the pause that the server asked for, with the number of the last message
/// that it has. An answer that is not a stream ends it for good.
/// </summary>
internal sealed class ReturningPage(HttpClient client, string path, string session, long newest)
{
    private const string Id = "id: ", Retry = "retry: ";
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _open = new();
    private TaskCompletionSource _complete = new();
    private TimeSpan _pause = TimeSpan.FromSeconds(3);
    private long? _last;

    /// <summary>When the first stream is there.</summary>
    internal Task Open => _open.Task;

    /// <summary>When all that was expected has arrived.</summary>
    internal Task Complete => _complete.Task;

    /// <summary>What was answered in place of a stream, when that ended it.</summary>
    internal int? Refused { get; private set; }

    internal string Path => path;

    /// <summary>From now on these words must come by; before they are said.</summary>
    internal void Expect(params IEnumerable<string> words)
    {
        lock (_missing)
        {
            _missing.UnionWith(words);
            _complete = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    internal async Task Run(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                Refused = await Follow(cancel);
                if (Refused is { } answer)
                {
                    _open.TrySetException(new InvalidOperationException($"The stream was refused with {answer}."));
                    return;
                }
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException)
            {
                // Nobody there: again after the pause.
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(_pause, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<int?> Follow(CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"{path}/live?na={newest}"));
        request.Headers.Add("Cookie", "kring=" + session);
        if (_last is { } last)
            request.Headers.Add("Last-Event-ID", last.ToString(CultureInfo.InvariantCulture));
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        if (!answer.IsSuccessStatusCode)
            return (int)answer.StatusCode;
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(cancel));
        while (await lines.ReadLineAsync(cancel) is { } line)
            Take(line);
        return null;
    }

    private void Take(string line)
    {
        _open.TrySetResult();
        if (line.StartsWith(Id, StringComparison.Ordinal))
            _last = long.Parse(line.AsSpan(Id.Length), CultureInfo.InvariantCulture);
        else if (line.StartsWith(Retry, StringComparison.Ordinal))
            _pause = TimeSpan.FromMilliseconds(int.Parse(line.AsSpan(Retry.Length), CultureInfo.InvariantCulture));
        else if (line.IndexOf(Mark.Begin, StringComparison.Ordinal) is >= 0 and var at && line.Length >= at + Mark.Length)
            Hear(line.Substring(at, Mark.Length));
    }

    private void Hear(string word)
    {
        lock (_missing)
        {
            if (_missing.Remove(word) && _missing.Count == 0)
                _complete.TrySetResult();
        }
    }
}
