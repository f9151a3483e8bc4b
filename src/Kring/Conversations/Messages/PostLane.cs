using System.Threading.Channels;
using Kring.Data.Wall;
using Kring.Platform;

namespace Kring.Conversations.Messages;

/// <summary>
/// The one lane for plain messages: those that wait at the same moment share a transaction. A lone message is said at once. What cannot be said together, whatever the reason, is
/// given back to be said alone: one message that goes wrong costs the others nothing.
/// </summary>
internal sealed partial class PostLane(IServiceScopeFactory scopes, ILogger<PostLane> logger) : BackgroundService
{
    private const int MostTogether = 128;
    private readonly Channel<PlainPost> _waiting = Channel.CreateBounded<PlainPost>(4096);

    /// <returns>The message's number, committed; null when it was not said and nothing changed.</returns>
    internal async Task<long?> Say(PlainPost post, CancellationToken cancel)
    {
        try
        {
            await _waiting.Writer.WriteAsync(post, cancel);
        }
        catch (ChannelClosedException)
        {
            return null; // the program stops; alone it may still be in time
        }

        // Whoever leaves now may find it said when they come back: the same client id is the same message.
        return await post.Said.Task.WaitAsync(cancel);
    }

    /// <summary>Goes on until the last message that was handed in has its answer.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<PlainPost>();
        while (await _waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (batch.Count < MostTogether && _waiting.Reader.TryRead(out var post))
                batch.Add(post);
            await Say(batch);
            batch.Clear();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _waiting.Writer.TryComplete();
        await base.StopAsync(cancellationToken);
    }

    private async Task Say(List<PlainPost> batch)
    {
        try
        {
            await using var scope = scopes.Serving(WallServices.Lane);
            foreach (var (post, number) in batch.Zip(await scope.ServiceProvider.GetRequiredService<PostTogether>().Run(batch)))
                post.Said.TrySetResult(number);
        }
        catch (Exception fault)
        {
            // It is told by who says it alone, if that fails too.
            Failed(logger, fault.Trace());
            batch.ForEach(post => post.Said.TrySetResult(null));
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Messages could not be said together; each is said alone.\n{Trace}")]
    private static partial void Failed(ILogger logger, string trace);
}
