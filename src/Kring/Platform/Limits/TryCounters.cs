namespace Kring.Platform.Limits;

/// <summary>
/// Counts tries per limit and key, in the memory of this node: a restart forgets them, and two nodes count apart. The clock is the program's own, so that a window
/// can be tried out.
/// </summary>
internal sealed class TryCounters(TimeProvider time)
{
    internal const int MostKeys = 100_000;
    private readonly Lock _turn = new();
    private readonly Dictionary<(string Limit, string Key), Window> _windows = [];

    /// <summary>Counts one try, before it is carried out, so that tries in parallel count one by one.</summary>
    /// <returns>Null when the try may go on, otherwise how long to wait.</returns>
    internal TimeSpan? Count(Limit limit, string key)
    {
        var now = time.GetUtcNow();
        lock (_turn)
        {
            if (!_windows.TryGetValue((limit.Name, key), out var window) || window.EndsAt <= now)
            {
                if (_windows.Count >= MostKeys && !MakeRoom(now))
                    return limit.WhenFull == WhenFull.Open ? null : limit.Window;
                window = new Window(now + limit.Window, 0);
            }

            if (window.Tries >= limit.Tries)
                return window.EndsAt - now;
            _windows[(limit.Name, key)] = window with { Tries = window.Tries + 1 };
            return null;
        }
    }

    /// <summary>Starts the key's window anew: whoever proved who they are is not held up by earlier tries.</summary>
    internal void Forget(Limit limit, string key)
    {
        lock (_turn)
            _windows.Remove((limit.Name, key));
    }

    private bool MakeRoom(DateTimeOffset now)
    {
        foreach (var (key, window) in _windows)
        {
            if (window.EndsAt <= now)
                _windows.Remove(key);
        }

        return _windows.Count < MostKeys;
    }

    private sealed record Window(DateTimeOffset EndsAt, int Tries);
}
