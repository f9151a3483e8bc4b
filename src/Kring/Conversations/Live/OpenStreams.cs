using System.Collections.Concurrent;
using System.Data.Common;
using Kring.Access;
using Kring.Data.Wall;
using Kring.Law;
using Kring.People;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations.Live;

/// <summary>The sessions behind the open streams. Once a second it is asked, for all of them in one query, which are over: signed out, blocked, too long.</summary>
internal sealed partial class OpenStreams(IServiceScopeFactory scopes, LegalTermsBoard terms, TimeProvider time, ILogger<OpenStreams> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<OpenStream, byte> _open = new();

    internal bool Has(PersonId person, ConversationId conversation) => _open.Keys.Any(s => s.Actor.Person == person && s.Conversation == conversation);

    internal OpenStream Open(Actor actor, ConversationId conversation)
    {
        var stream = new OpenStream(actor, conversation, gone => _open.TryRemove(gone, out _));
        _open[stream] = 0;
        return stream;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(Look);
        while (await clock.WaitForNextTickAsync(stoppingToken))
        {
            if (_open.IsEmpty)
                continue;
            try
            {
                await EndThoseThatAreOver(stoppingToken);
            }
            catch (Exception fault) when (fault is DbException or DbUpdateException or InvalidOperationException or TimeoutException)
            {
                Failed(logger, fault.Trace());
            }
        }
    }

    private async Task EndThoseThatAreOver(CancellationToken cancel)
    {
        var streams = _open.Keys.ToList();
        await using var scope = scopes.Serving();
        var lasting = await scope.ServiceProvider.GetRequiredService<PeopleAccess>().Lasting([.. streams.Select(s => (s.Actor.Person!.Value, s.Actor.Session!.Value)).Distinct()],
            await terms.Current(cancel), time.Moment(), cancel);
        foreach (var stream in streams.Where(s => !lasting.Contains(s.Actor.Session!.Value)))
            stream.End();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The sessions behind open streams could not be looked at.\n{Trace}")]
    private static partial void Failed(ILogger logger, string trace);
}

/// <summary>One open stream, until it is disposed.</summary>
internal sealed class OpenStream(Actor actor, ConversationId conversation, Action<OpenStream> forget) : IDisposable
{
    private readonly CancellationTokenSource _ended = new();

    internal Actor Actor => actor;

    internal ConversationId Conversation => conversation;

    /// <summary>Cancelled when the session is over: close the stream.</summary>
    internal CancellationToken Ended => _ended.Token;

    internal void End()
    {
        try
        {
            _ended.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The stream closed at the same moment.
        }
    }

    public void Dispose()
    {
        forget(this);
        _ended.Dispose();
    }
}
