using System.Collections.Concurrent;
using Kring.Conversations.Messages;
using Kring.Conversations.Reading;
using Microsoft.Extensions.Caching.Memory;

namespace Kring.Conversations.Recent;

/// <summary>The newest messages of a conversation and who is in it, sealed as they are in the database, as of one state of the conversation.</summary>
internal sealed record RecentPage(long LastNumber, long Changes, LoadedMessages Messages, ReadershipRows Readership, DateTimeOffset Until);

/// <summary>
/// Keeps the newest page of busy conversations at hand, sealed: opening it takes a grant, as ever, and whoever asks has passed the gate and is in the log. It is used only while the
/// conversation itself, read anew for every request, says that nothing came or changed.
/// </summary>
internal sealed class RecentPages(TimeProvider time) : IDisposable
{
    private const int MostMessages = 25_000;

    // What no trigger tells of, the name of an organisation, is as old as this at most.
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(ConversationId, long, long), Task<RecentPage>> _loading = new();
    private readonly MemoryCache _pages = new(new MemoryCacheOptions { SizeLimit = MostMessages });

    /// <returns>Null when there is none, or the conversation went on.</returns>
    internal RecentPage? Of(Conversation now)
        => _pages.TryGetValue(now.Id, out RecentPage? page) && page!.LastNumber == now.LastNumber && page.Changes == now.Changes && time.GetUtcNow() < page.Until ? page : null;

    /// <param name="before">The conversation as it stood before the page was loaded.</param>
    internal RecentPage Keep(Conversation before, LoadedMessages messages, ReadershipRows readership)
    {
        var page = new RecentPage(before.LastNumber, before.Changes, messages, readership, time.GetUtcNow() + KeptFor);
        _pages.Set(before.Id, page, new MemoryCacheEntryOptions { Size = messages.Known.Count + 1, AbsoluteExpirationRelativeToNow = KeptFor });
        return page;
    }

    /// <summary>Loads a page once for all who want it at the same moment: when a message comes, that is everybody who follows the conversation.</summary>
    internal async Task<RecentPage> Once(Conversation now, Func<Task<RecentPage>> load, CancellationToken cancel)
    {
        var (key, mine) = ((now.Id, now.LastNumber, now.Changes), new TaskCompletionSource<RecentPage>(TaskCreationOptions.RunContinuationsAsynchronously));
        if (_loading.GetOrAdd(key, mine.Task) is var others && others != mine.Task)
        {
            await ((Task)others).WaitAsync(cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancel.ThrowIfCancellationRequested();
            return others.IsCompletedSuccessfully ? await others : await load();
        }

        try
        {
            var page = await load();
            mine.SetResult(page);
            return page;
        }
        finally
        {
            mine.TrySetCanceled(CancellationToken.None); // whoever waits for it loads it themselves
            _loading.TryRemove(key, out _);
        }
    }

    public void Dispose() => _pages.Dispose();
}
