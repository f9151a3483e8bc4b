using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Kring.Conversations.Live;

/// <summary>
/// Tells the open streams of a conversation that a message came or changed: only its number, so nothing passes here that the gate has not seen. Within one node; a carrier
/// between nodes takes the place of this class.
/// </summary>
internal sealed class ConversationFeed
{
    private readonly ConcurrentDictionary<ConversationId, ConcurrentDictionary<FeedListener, byte>> _listeners = new();

    /// <summary>Call it after the commit.</summary>
    internal void Tell(ConversationId conversation, long number)
    {
        if (!_listeners.TryGetValue(conversation, out var listeners))
            return;
        foreach (var listener in listeners.Keys)
            listener.Hear(number);
    }

    /// <summary>Listens from now on. Look for what came before after calling this: then nothing falls in between.</summary>
    internal FeedListener Listen(ConversationId conversation)
    {
        var listener = new FeedListener(gone => Forget(conversation, gone));
        lock (_listeners)
        {
            _listeners.GetOrAdd(conversation, _ => new ConcurrentDictionary<FeedListener, byte>())[listener] = 0;
        }

        return listener;
    }

    private void Forget(ConversationId conversation, FeedListener listener)
    {
        lock (_listeners)
        {
            if (_listeners.TryGetValue(conversation, out var listeners) && listeners.TryRemove(listener, out _) && listeners.IsEmpty)
                _listeners.TryRemove(conversation, out _);
        }
    }
}

/// <summary>What one open stream hears, until it is disposed.</summary>
internal sealed class FeedListener(Action<FeedListener> forget) : IDisposable
{
    private readonly Channel<long> _numbers = Channel.CreateUnbounded<long>(new UnboundedChannelOptions { SingleReader = true });

    internal void Hear(long number) => _numbers.Writer.TryWrite(number);

    /// <summary>The numbers that were told since the last time; waits for the first, or until the time is over.</summary>
    internal async Task<IReadOnlyList<long>> Heard(TimeSpan atMost, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(atMost);
        var numbers = new List<long>();
        try
        {
            await _numbers.Reader.WaitToReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return numbers;
        }

        while (_numbers.Reader.TryRead(out var number))
            numbers.Add(number);
        return numbers;
    }

    public void Dispose() => forget(this);
}
