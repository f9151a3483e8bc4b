using System.Threading.Channels;
using Kring.Data;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access.Log;

/// <summary>
/// The one lane by which reads and refusals reach the log. Entries of all requests that wait at the same moment share one commit; each request goes
/// on only after the commit that holds its entries. A lone request is committed at once. Nobody waits longer than three seconds, and nobody at all
/// while a commit has been stuck for that long; the lane goes on by itself when the database does.
/// </summary>
internal sealed partial class ReadLogLane(IDbContextFactory<AppDb> databases, TimeProvider time, ILogger<ReadLogLane> logger) : BackgroundService
{
    private const int MostPerCommit = 500;
    private const int NotBusy = -1;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private readonly Channel<Pending> _waiting = Channel.CreateBounded<Pending>(4096);
    private long _busySince = NotBusy;
    private bool _failing;

    /// <exception cref="LogUnavailableException">The entries could not be committed, or not in time.</exception>
    internal async Task Write(IReadOnlyList<AccessEntry> entries, CancellationToken cancel)
    {
        if (Stuck)
            throw new LogUnavailableException(new TimeoutException("The commit before this one is stuck."));
        var pending = new Pending(entries);
        using var late = new CancellationTokenSource(Patience, time);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        try
        {
            await _waiting.Writer.WriteAsync(pending, patience.Token);
            await pending.Committed.Task.WaitAsync(patience.Token);
        }
        catch (OperationCanceledException over) when (!cancel.IsCancellationRequested)
        {
            throw new LogUnavailableException(over);
        }
        catch (ChannelClosedException stopped)
        {
            throw new LogUnavailableException(stopped);
        }
    }

    /// <summary>Goes on until the last entry that was handed in is written: stopping the program loses none.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Pending>();
        while (await _waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            var rows = 0;
            while (rows < MostPerCommit && _waiting.Reader.TryRead(out var pending))
            {
                batch.Add(pending);
                rows += pending.Entries.Count;
            }

            Volatile.Write(ref _busySince, time.GetTimestamp());
            await Commit(batch);
            Volatile.Write(ref _busySince, NotBusy);
            batch.Clear();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _waiting.Writer.TryComplete();
        await base.StopAsync(cancellationToken);
    }

    private bool Stuck => Volatile.Read(ref _busySince) is > NotBusy and var since && time.GetElapsedTime(since) > Patience;

    private async Task Commit(List<Pending> batch)
    {
        try
        {
            await SaveOrSkipKnown([.. batch.SelectMany(p => p.Entries)]);
            Note(failing: false, null);
            batch.ForEach(p => p.Committed.TrySetResult());
        }
        catch (Exception fault)
        {
            Note(failing: true, fault);
            batch.ForEach(p => p.Committed.TrySetException(new LogUnavailableException(fault)));
        }
    }

    // An entry can be there already: its own commit succeeded after all, while the answer to it got lost. It must not cost the others theirs.
    private async Task SaveOrSkipKnown(IReadOnlyList<AccessEntry> entries)
    {
        try
        {
            await Save(entries);
        }
        catch (DbUpdateException known) when (Conflicts.ExistsAlready(known))
        {
            if (entries.Count == 1)
                return;
            foreach (var entry in entries)
                await SaveOrSkipKnown([entry]);
        }
    }

    private async Task Save(IReadOnlyList<AccessEntry> entries)
    {
        await using var db = await databases.CreateDbContextAsync();
        db.Set<AccessEntry>().AddRange(entries);
        await db.SaveChangesAsync();
    }

    private void Note(bool failing, Exception? fault)
    {
        if (failing && !_failing)
            CannotWrite(logger, fault?.Trace());
        else if (!failing && _failing)
            WritesAgain(logger);
        _failing = failing;
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The access log cannot be written. Nothing is shown until it can.\n{Trace}")]
    private static partial void CannotWrite(ILogger logger, string? trace);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The access log can be written again.")]
    private static partial void WritesAgain(ILogger logger);

    private sealed record Pending(IReadOnlyList<AccessEntry> Entries)
    {
        internal TaskCompletionSource Committed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
