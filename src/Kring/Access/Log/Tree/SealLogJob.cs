using System.Diagnostics.Metrics;
using Kring.Access.Jobs;
using Kring.Data;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access.Log.Tree;

/// <summary>Seals what was logged, every few seconds, on every node.</summary>
internal sealed partial class SealLogJob(IServiceScopeFactory scopes, SealLog sealing, IDbContextFactory<AppDb> databases, TimeProvider time, ILogger<SealLogJob> logger) : Rounds(scopes, logger)
{
    private static readonly Meter Meter = new("Kring.Log");
    private static readonly Gauge<double> Lag = Meter.CreateGauge<double>("kring.log.unsealed", "s", "How long the oldest entry that is not in the sealed log has waited.");
    private bool _broken;
    private long _signed;

    protected override TimeSpan First => TimeSpan.FromSeconds(2);

    protected override TimeSpan Every => TimeSpan.FromSeconds(5);

    protected override async Task<bool> Round(IServiceScopeFactory scopes, CancellationToken cancel)
    {
        var more = false;
        try
        {
            more = await sealing.Append(cancel);
            // A log that never runs dry is signed as often as one that does.
            if (!more || time.GetElapsedTime(_signed) >= Every)
            {
                await sealing.SignCheckpoint(cancel);
                _signed = time.GetTimestamp();
            }

            _broken = false;
        }
        catch (BrokenTreeException broken)
        {
            if (!_broken)
                Broken(logger, broken.Message);
            _broken = true;
        }

        if (!more)
            await Watch(cancel);
        return more;
    }

    private async Task Watch(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var oldest = await db.Set<AwaitingLeaf>().OrderBy(a => a.Position).Take(1)
            .Join(db.Set<AccessEntry>(), a => new { a.Compartment, Id = a.Entry }, e => new { e.Compartment, e.Id }, (a, e) => (DateTimeOffset?)e.At).FirstOrDefaultAsync(cancel);
        Lag.Record(oldest is { } since ? (time.GetUtcNow() - since).TotalSeconds : 0);
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The access log is not sealed any more: {What} What is logged meanwhile waits, and nothing of it is lost. Treat this as a security incident.")]
    private static partial void Broken(ILogger logger, string what);
}
