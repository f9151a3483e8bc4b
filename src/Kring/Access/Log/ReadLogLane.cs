using System.Threading.Channels;
using Kring.Data;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access.Log;

/// <summary>
/// The one lane by which reads and refusals reach the log. Entries of all requests that wait at the same moment share one commit; each request goes
/// on only after the commit that holds its entries. A lone request is committed at once.
/// </summary>
internal sealed class ReadLogLane(IDbContextFactory<AppDb> databases) : BackgroundService
{
    private const int MostPerCommit = 500;
    private readonly Channel<Pending> _waiting = Channel.CreateBounded<Pending>(4096);

    /// <exception cref="LogUnavailableException">The entries could not be committed.</exception>
    internal async Task Write(IReadOnlyList<AccessEntry> entries, CancellationToken cancel)
    {
        var pending = new Pending(entries);
        await _waiting.Writer.WriteAsync(pending, cancel);
        await pending.Committed.Task.WaitAsync(cancel);
    }

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

            await Commit(batch);
            batch.Clear();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _waiting.Writer.TryComplete();
        await base.StopAsync(cancellationToken);
    }

    private async Task Commit(List<Pending> batch)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync();
            foreach (var pending in batch)
                db.Set<AccessEntry>().AddRange(pending.Entries);
            await db.SaveChangesAsync();
            batch.ForEach(p => p.Committed.TrySetResult());
        }
        catch (Exception fault) when (fault is DbUpdateException or System.Data.Common.DbException or InvalidOperationException or IOException)
        {
            batch.ForEach(p => p.Committed.TrySetException(new LogUnavailableException(fault)));
        }
    }

    private sealed record Pending(IReadOnlyList<AccessEntry> Entries)
    {
        internal TaskCompletionSource Committed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
