using System.Diagnostics.Metrics;
using Kring.Data;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access.Log.Tree.Witnesses;

/// <summary>Offers the newest checkpoint to each witness. What did not arrive is offered again the next time.</summary>
internal sealed partial class PublishLog(IDbContextFactory<AppDb> databases, KringOptions options, LogSigner signer, IHttpClientFactory clients, TimeProvider time, ILogger<PublishLog> logger) : IDisposable
{
    private static readonly TimeSpan SayAgain = TimeSpan.FromHours(1);
    private static readonly Meter Meter = new("Kring.Log");
    private static readonly Gauge<double> Lag = Meter.CreateGauge<double>("kring.log.witness.lag", "s", "How long the oldest checkpoint that a witness does not keep has waited.");
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Dictionary<string, (WitnessAnswer Answer, DateTimeOffset Said)> _said = new(StringComparer.Ordinal);

    /// <returns>How each took it, by name; empty when nothing was signed yet.</returns>
    internal async Task<IReadOnlyList<(string Name, Witnessed How)>> Run(CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            return await OfferAll(cancel);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<IReadOnlyList<(string Name, Witnessed How)>> OfferAll(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var newest = await db.Set<LogCheckpoint>().AsNoTracking().OrderByDescending(c => c.Size).FirstOrDefaultAsync(cancel);
        if (newest is null)
            return [];
        var last = Checkpoint.Parse(newest.Note, signer.PublicKey) ?? throw new BrokenTreeException(newest.Size);
        var answers = new List<(string, Witnessed)>();
        foreach (var (number, name) in options.Log.Witnesses.Index())
        {
            var row = await db.Set<LogWitness>().SingleOrDefaultAsync(w => w.Name == name, cancel);
            var how = await Make(name).Offer(last, row?.Size ?? 0, new StoredTree(db, cancel), cancel);
            await Keep(db, name, row, how, cancel);
            await Measure(db, number, how.Answer == WitnessAnswer.Keeps ? how.Size : row?.Size ?? 0, cancel);
            Say(name, how);
            answers.Add((name, how));
        }

        return answers;
    }

    private IWitness Make(string name) => name.StartsWith(LogOptions.Folder, StringComparison.Ordinal) ? new FolderWitness(name, signer.PublicKey, logger) : new HttpWitness(name, clients);

    private async Task Keep(AppDb db, string name, LogWitness? row, Witnessed how, CancellationToken cancel)
    {
        if (how.Answer == WitnessAnswer.Failed)
            return;
        if (row is null)
            db.Add(row = new LogWitness { Name = name, Size = 0, Note = "", At = time.Moment() });
        if (how.Answer == WitnessAnswer.Keeps)
            (row.Size, row.Note, row.At) = (how.Size, how.Note.Length > 0 ? how.Note : row.Note, time.Moment());
        row.Contradiction = how.Answer == WitnessAnswer.Contradicts ? how.What : null;
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException known) when (Conflicts.ExistsAlready(known))
        {
            db.ChangeTracker.Clear(); // another node wrote the same
        }
    }

    private async Task Measure(AppDb db, int number, long kept, CancellationToken cancel)
    {
        var since = await db.Set<LogCheckpoint>().Where(c => c.Size > kept).OrderBy(c => c.Size).Select(c => (DateTimeOffset?)c.At).FirstOrDefaultAsync(cancel);
        Lag.Record(since is { } waits ? (time.GetUtcNow() - waits).TotalSeconds : 0, new KeyValuePair<string, object?>("witness", number + 1));
    }

    // Once when it changes, and once an hour while it lasts.
    private void Say(string name, Witnessed how)
    {
        var now = time.GetUtcNow();
        var before = _said.GetValueOrDefault(name, (Answer: WitnessAnswer.Keeps, Said: now));
        if (how.Answer == before.Answer && (how.Answer == WitnessAnswer.Keeps || now - before.Said < SayAgain))
            return;
        _said[name] = (how.Answer, now);
        switch (how.Answer)
        {
            case WitnessAnswer.Keeps: TakesAgain(logger, name); break;
            case WitnessAnswer.Failed: Fails(logger, name, how.What); break;
            case WitnessAnswer.Contradicts: Contradicts(logger, name, how.What); break;
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The witness {Witness} contradicts the access log: {What}. Treat this as a security incident: keep both as they are and run log verify.")]
    private static partial void Contradicts(ILogger logger, string witness, string what);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The witness {Witness} did not take the checkpoint of the access log: {What}. It is offered again every minute.")]
    private static partial void Fails(ILogger logger, string witness, string what);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The witness {Witness} takes checkpoints of the access log again.")]
    private static partial void TakesAgain(ILogger logger, string witness);
}
