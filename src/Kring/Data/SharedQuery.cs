namespace Kring.Data;

/// <summary>
/// One query for everybody who asks at the same moment. Whoever asks while a query runs goes into the next one, so nobody gets an answer that is older than their question; whoever
/// asks alone waits for nobody.
/// </summary>
/// <param name="load">Finds the rows of many keys at once; a key that is absent from the answer has none.</param>
internal sealed class SharedQuery<TKey, TRow>(Func<IReadOnlyCollection<TKey>, Task<IReadOnlyDictionary<TKey, TRow>>> load) where TKey : notnull where TRow : class
{
    private const int MostAtOnce = 200;
    private readonly Queue<Pending> _waiting = [];
    private bool _running;

    internal Task<TRow?> Find(TKey key, CancellationToken cancel)
    {
        var pending = new Pending(key);
        bool first;
        lock (_waiting)
        {
            _waiting.Enqueue(pending);
            first = !_running;
            _running = true;
        }

        if (first)
            Go();
        return pending.Found.Task.WaitAsync(cancel);
    }

    // Each round runs elsewhere: whoever began it has an answer to give, and others ask meanwhile.
    private void Go() => ThreadPool.UnsafeQueueUserWorkItem(static shared => _ = shared.RunNext(), this, preferLocal: false);

    private async Task RunNext()
    {
        var batch = new List<Pending>();
        lock (_waiting)
        {
            while (batch.Count < MostAtOnce && _waiting.TryDequeue(out var pending))
                batch.Add(pending);
            if (batch.Count == 0)
            {
                _running = false;
                return;
            }
        }

        try
        {
            var rows = await load(batch.Select(p => p.Key).ToHashSet());
            batch.ForEach(p => p.Found.TrySetResult(rows.GetValueOrDefault(p.Key)));
        }
        catch (Exception fault)
        {
            batch.ForEach(p => p.Found.TrySetException(fault));
        }

        Go();
    }

    private sealed record Pending(TKey Key)
    {
        internal TaskCompletionSource<TRow?> Found { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
