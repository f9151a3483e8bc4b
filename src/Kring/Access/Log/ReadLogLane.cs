using System.Threading.Channels;
using Kring.Data;
using Kring.Data.Wall;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access.Log;

/// <summary>
/// The one lane by which reads and refusals reach the log. Entries of all requests that wait at the same moment share one commit; each request goes
/// on only after the commit that holds its entries. A lone request is committed at once. Nobody waits longer than three seconds, and nobody at all
/// while a commit has been stuck for that long; the lane goes on by itself when the database does. The gate answers here too for whoever comes to read: once for all who wait, right
/// before the commit that logs its answer.
/// </summary>
internal sealed partial class ReadLogLane(IDbContextFactory<AppDb> databases, IServiceScopeFactory scopes, TimeProvider time, ILogger<ReadLogLane> logger) : BackgroundService
{
    private const int MostPerCommit = 500;
    private const int NotBusy = -1;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private readonly Channel<LogPending> _waiting = Channel.CreateBounded<LogPending>(4096);
    private long _busySince = NotBusy;
    private bool _failing;

    /// <exception cref="LogUnavailableException">The entries could not be committed, or not in time.</exception>
    internal Task Write(IReadOnlyList<AccessEntry> entries, CancellationToken cancel) => Wait(new LogPending(entries), cancel);

    /// <summary>Asks the gate and logs its answer.</summary>
    /// <param name="visits">Of persons who only read, in compartments whose module answers for many at once.</param>
    /// <returns>Null when the gate could not answer for all who wait: ask it alone.</returns>
    /// <exception cref="LogUnavailableException">The answer could not be logged, or not in time.</exception>
    internal async Task<IReadOnlyList<GateDecision>?> Decide(IReadOnlyList<Visit> visits, CancellationToken cancel)
    {
        var pending = new LogPending([]) { Visits = visits, At = time.Moment() };
        await Wait(pending, cancel);
        return pending.Decisions;
    }

    private async Task Wait(LogPending pending, CancellationToken cancel)
    {
        if (Stuck)
            throw new LogUnavailableException(new TimeoutException("The commit before this one is stuck."));
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
        var batch = new List<LogPending>();
        while (await _waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            var rows = 0;
            while (rows < MostPerCommit && _waiting.Reader.TryRead(out var pending))
            {
                batch.Add(pending);
                rows += pending.Entries.Count + pending.Visits.Count;
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

    private async Task Commit(List<LogPending> batch)
    {
        try
        {
            await AskGate(batch);
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
        catch (Exception known) when (Conflicts.ExistsAlready(known))
        {
            if (entries.Count == 1)
                return;
            foreach (var entry in entries)
                await SaveOrSkipKnown([entry]);
        }
    }

    // Whoever came within the same second is judged by the same moment.
    private async Task AskGate(List<LogPending> batch)
    {
        foreach (var together in batch.Where(p => p.Visits.Count > 0).GroupBy(p => p.At.ToUnixTimeSeconds()))
        {
            var asked = together.ToList();
            try
            {
                await using var scope = scopes.Serving(WallServices.Lane);
                var decisions = await scope.ServiceProvider.GetRequiredService<Gate>().Decide([.. asked.SelectMany(p => p.Visits)], asked.Max(p => p.At), CancellationToken.None);
                var taken = 0;
                foreach (var pending in asked)
                {
                    pending.Take([.. decisions.Skip(taken).Take(pending.Visits.Count)]);
                    taken += pending.Visits.Count;
                }
            }
            catch (Exception fault)
            {
                GateSilent(logger, fault.Trace());
            }
        }
    }

    private async Task Save(IReadOnlyList<AccessEntry> entries)
    {
        if (entries.Count == 0)
            return;
        await using var db = await databases.CreateDbContextAsync();
        var type = db.Model.FindEntityType(typeof(AccessEntry))!;
        if (entries.Count == 1 || db is PostgresDb)
        {
            await db.Alone(() => BulkRows.Insert(db, type, entries, CancellationToken.None));
            return;
        }

        await using var transaction = await db.BeginAlone(CancellationToken.None);
        await BulkRows.Insert(db, type, entries, CancellationToken.None);
        await transaction.Commit(CancellationToken.None);
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

    [LoggerMessage(Level = LogLevel.Debug, Message = "The gate could not answer for all who wait; each asks alone.\n{Trace}")]
    private static partial void GateSilent(ILogger logger, string trace);
}
