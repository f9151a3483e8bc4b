using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Kring.Platform.Nodes;

namespace Kring.Conversations.Live;

/// <summary>
/// Tells the open streams of a conversation, on this node and on the others, that a message came or changed: only its number, so nothing passes here that the gate has not seen.
/// </summary>
internal sealed class ConversationFeed
{
    private const string Subject = "conversation";
    private readonly ConcurrentDictionary<ConversationId, ConcurrentDictionary<FeedListener, byte>> _listeners = new();
    private readonly INodeWire _wire;

    public ConversationFeed(INodeWire wire)
    {
        _wire = wire;
        wire.Hear(Subject, Heard);
    }

    /// <summary>The conversations that somebody follows on this node.</summary>
    internal IReadOnlyCollection<ConversationId> Followed => [.. _listeners.Keys];

    /// <summary>Call it after the commit.</summary>
    internal void Tell(ConversationId conversation, long number)
    {
        TellHere(conversation, listener => listener.Hear(number));
        _wire.Tell(Subject, string.Create(CultureInfo.InvariantCulture, $"{conversation.Value:N} {number}"));
    }

    /// <summary>Something may have come or changed that nobody told of.</summary>
    internal void TellToLook(ConversationId conversation) => TellHere(conversation, listener => listener.Look());

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

    private void Heard(string word)
    {
        if (word.Split(' ') is [var id, var number] && Guid.TryParseExact(id, "N", out var conversation) && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var told))
            TellHere(new ConversationId(conversation), listener => listener.Hear(told));
    }

    private void TellHere(ConversationId conversation, Action<FeedListener> tell)
    {
        if (!_listeners.TryGetValue(conversation, out var listeners))
            return;
        foreach (var listener in listeners.Keys)
            tell(listener);
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

/// <summary>What one open stream heard.</summary>
/// <param name="Numbers">Null: look for everything that came or changed.</param>
internal sealed record FeedNews(IReadOnlyList<long>? Numbers)
{
    internal bool Nothing => Numbers is { Count: 0 };
}

/// <summary>What one open stream hears, until it is disposed.</summary>
internal sealed class FeedListener(Action<FeedListener> forget) : IDisposable
{
    private readonly Channel<long?> _numbers = Channel.CreateUnbounded<long?>(new UnboundedChannelOptions { SingleReader = true });

    internal void Hear(long number) => _numbers.Writer.TryWrite(number);

    internal void Look() => _numbers.Writer.TryWrite(null);

    /// <summary>What was told since the last time; waits for the first, or until the time is over.</summary>
    internal async Task<FeedNews> Heard(TimeSpan atMost, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(atMost);
        try
        {
            await _numbers.Reader.WaitToReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new FeedNews([]);
        }

        var numbers = new List<long>();
        var look = false;
        while (_numbers.Reader.TryRead(out var number))
        {
            look |= number is null;
            numbers.Add(number ?? 0);
        }

        return new FeedNews(look ? null : numbers);
    }

    public void Dispose() => forget(this);
}
