using System.Data.Common;
using Kring.Data.Wall;
using Kring.Platform;
using Kring.Platform.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations.Live;

/// <summary>
/// While the wire between nodes is broken, and once after, looks every two seconds in the database, in one query for all conversations that are followed here, for what other nodes
/// could not tell: live becomes slower and misses nothing.
/// </summary>
internal sealed partial class LookForNews(IServiceScopeFactory scopes, ConversationFeed feed, INodeWire wire, ILogger<LookForNews> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    /// <summary>In one query; the others come next.</summary>
    private const int MostAtOnce = 1_000;

    private Dictionary<ConversationId, Newest> _seen = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (wire is OneNode)
            return; // nobody else writes
        using var clock = new PeriodicTimer(Every);
        var (breaks, carried) = (0, false);
        while (await clock.WaitForNextTickAsync(stoppingToken))
        {
            // Read before looking: what breaks meanwhile is looked for next time. A wire that just came back may have missed the first words.
            var (brokeNow, carriesNow) = (wire.Breaks, wire.Carries);
            if (carriesNow && carried && brokeNow == breaks)
            {
                _seen = [];
                continue;
            }

            if (await Look(stoppingToken))
                (breaks, carried) = (brokeNow, carriesNow);
        }
    }

    private async Task<bool> Look(CancellationToken cancel)
    {
        try
        {
            var seen = new Dictionary<ConversationId, Newest>();
            foreach (var some in feed.Followed.Chunk(MostAtOnce))
            {
                await using var scope = scopes.Serving();
                foreach (var newest in await scope.ServiceProvider.GetRequiredService<ConversationsAccess>().NewestOf(some, cancel))
                    seen[newest.Conversation] = newest;
            }

            foreach (var (conversation, newest) in seen)
            {
                if (!_seen.TryGetValue(conversation, out var before) || before != newest)
                    feed.TellToLook(conversation);
            }

            _seen = seen;
            return true;
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException or InvalidOperationException or TimeoutException)
        {
            Failed(logger, fault.Trace());
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "There was no looking for what other nodes could not tell.\n{Trace}")]
    private static partial void Failed(ILogger logger, string trace);
}

/// <summary>How far a conversation is, and when something in its last part changed.</summary>
internal sealed record Newest(ConversationId Conversation, long Number, DateTimeOffset? EditedAt, DateTimeOffset? RemovedAt);
