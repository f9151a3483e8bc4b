using Kring.Access.Keys;
using Kring.Access.Log;
using Kring.Data;
using Kring.Data.Wall;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access;

/// <summary>
/// The only way to personal data: gate, grant, key, log. One door per use case, which is one unit of work: all grants it hands out
/// share one transaction, and <see cref="Commit"/> saves the change and its log entries together.
/// </summary>
internal sealed partial class Door(AppDb db, Gate gate, Keyring keys, ReadLogLane lane, OwedEntries owed, Acting acting, TimeProvider time) : IAsyncDisposable
{
    private readonly List<Action> _afterCommit = [];

    /// <summary>True once the unit of work is over: its grants open nothing any more.</summary>
    internal bool Closed { get; private set; }

    /// <summary>
    /// Asks the gate. A read that passes is in the log, committed, before the grant exists; a change is logged by <see cref="Commit"/>, and if nothing
    /// comes of it, before the answer leaves. A refusal is logged at once.
    /// </summary>
    /// <exception cref="LogUnavailableException">The log cannot be written: nothing may be shown.</exception>
    /// <exception cref="KeyMissingException">The gate opened and the compartment has no key any more.</exception>
    internal async Task<Entrance> Enter(Visit visit, CancellationToken cancel) => (await EnterAll([visit], cancel))[0];

    /// <summary>As <see cref="Enter"/>, for many compartments with one query and one commit: the overview of somebody with forty networks.</summary>
    internal async Task<IReadOnlyList<Entrance>> EnterAll(IReadOnlyList<Visit> visits, CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(Closed, this);
        if (visits.Count == 0)
            return [];
        Tell(visits);
        var logged = visits.All(v => v.IsRead && gate.AnswersTogether(v)) ? await lane.Decide(visits, cancel) : null;
        var judged = visits.Zip(logged ?? await gate.Decide(visits, cancel)).ToList();
        var unwrapped = await keys.Fetch([.. judged.Where(j => j.Second.Opened).Select(j => j.First.Compartment.Id)], cancel);
        var now = new List<AccessEntry>();
        foreach (var (visit, decision) in judged)
        {
            // A job has no relation that the wall could know.
            if (decision.Opened && visit.Actor.Job is not null)
                acting.Let(visit.Compartment.Id.Value);
            if (decision is { Opened: true, Standing.Role: Role.Colleague })
                acting.Breaks(visit.Compartment.Id.Value);
            if (logged is not null)
                continue;
            if (decision.Opened && !visit.IsRead)
                owed.Add(Entry(visit, decision));
            else
                now.Add(Entry(visit, decision));
        }

        if (now.Count > 0)
            await lane.Write(now, cancel);
        return [.. judged.Select(j => j.Second.Opened
            ? new Entrance(new Grant(this, db, unwrapped[j.First.Compartment.Id], j.First, j.Second.Standing!), GateRefusal.None)
            : new Entrance(null, j.Second.Refusal))];
    }

    /// <summary>Makes a new compartment with its own key. Register and matrix decide whether somebody in the standing of <paramref name="from"/> may, for this purpose.</summary>
    /// <exception cref="GateShutException">They do not let it. The refusal is in the log.</exception>
    internal async Task<Grant> Found(Grant from, CompartmentRef compartment, Purpose purpose, LoggedObject made, CancellationToken cancel)
    {
        var visit = new Visit(from.Actor, compartment, purpose, Operations.Create, made);
        var decision = await gate.DecideFounding(visit, new Standing(from.Standing.Role, from.Standing.Organisation), cancel);
        if (decision.Opened)
            return await Found(visit, decision, cancel);
        await lane.Write([Entry(visit, decision)], cancel);
        throw new GateShutException(decision.Refusal);
    }

    /// <summary>Makes a new compartment for a job that the matrix lets do so: the first start, bulk data.</summary>
    /// <exception cref="InvalidOperationException">The matrix does not let this job.</exception>
    internal async Task<Grant> FoundByJob(Visit visit, CancellationToken cancel)
    {
        var decision = (await gate.Decide([visit], cancel))[0];
        return decision.Opened && visit.Actor.Job is not null && visit.Operation == Operations.Create
            ? await Found(visit, decision, cancel)
            : throw new InvalidOperationException($"Job {visit.Actor.Job} may not found a compartment for {visit.Purpose}: {decision.Refusal}.");
    }

    /// <summary>Saves everything that the grants of this door changed, with the log entries, in one transaction. Not interrupted half-way by a browser that leaves.</summary>
    /// <returns>False when somebody else changed the same thing first, or it exists already: nothing was saved.</returns>
    /// <exception cref="LogUnavailableException">Change and entries cannot be written: nothing was saved.</exception>
    /// <exception cref="InvalidOperationException">Rows changed that no grant of this door lets change: nothing was saved.</exception>
    internal async Task<bool> Commit(CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(Closed, this);
        cancel.ThrowIfCancellationRequested();
        var saved = false;
        try
        {
            db.Set<AccessEntry>().AddRange(Changes.EntriesFor(db, owed));
            await db.SaveChangesAsync(CancellationToken.None);
            saved = true;
        }
        catch (Exception conflict) when (Conflicts.IsConflict(conflict))
        {
            return false;
        }
        catch (Exception fault) when (Outage.Is(fault) || Changes.ConcernsLog(fault))
        {
            throw new LogUnavailableException(fault);
        }
        finally
        {
            if (!saved)
                CameToNothing();
        }

        if (db.Database.CurrentTransaction is null)
            Committed();
        return true;
    }

    /// <summary>
    /// Saves in a transaction in which the gate answers once more for this grant. The relation is held meanwhile: it cannot end between that answer and the commit, so nothing is
    /// saved after a revocation.
    /// </summary>
    /// <param name="work">The change itself, which may count on being alone with the rows it locks. False changes nothing. It enters no door: the log waits for this transaction.</param>
    internal async Task<HeldCommit> CommitHeld(Grant grant, Func<Task<bool>> work, CancellationToken cancel)
    {
        GateDecision decision;
        try
        {
            (decision, var saved) = await CommitAlone(grant, work, cancel);
            if (saved)
                return HeldCommit.Saved;
        }
        catch (Exception conflict) when (Conflicts.IsConflict(conflict))
        {
            CameToNothing();
            return HeldCommit.NothingChanged;
        }

        if (decision.Opened)
            return HeldCommit.NothingChanged;
        await Refuse(grant, decision.Refusal.ToString(), cancel);
        return HeldCommit.Refused;
    }

    private async Task<(GateDecision Decision, bool Saved)> CommitAlone(Grant grant, Func<Task<bool>> work, CancellationToken cancel)
    {
        await using var transaction = await db.BeginAlone(cancel);
        await gate.Hold(grant, cancel);
        var decision = (await gate.Decide([grant.Visit], cancel))[0];
        if (!decision.Opened)
            return (decision, false);
        if (!await work() || !await Commit(cancel))
        {
            CameToNothing();
            return (decision, false);
        }

        await transaction.Commit(CancellationToken.None);
        Committed();
        return (decision, true);
    }

    /// <summary>As above, for what was changed already: it is saved only while the relation of whoever changed it stands.</summary>
    internal Task<HeldCommit> CommitHeld(Grant grant, CancellationToken cancel) => CommitHeld(grant, () => Task.FromResult(true), cancel);

    /// <summary>Logs that the gate opened and a rule of the module then said no: somebody outside a conversation's audience, somebody else's message.</summary>
    internal async Task Refuse(Grant grant, string reason, CancellationToken cancel)
    {
        CameToNothing();
        owed.Withdraw(grant.Compartment.Id);
        var opened = new GateDecision(GateRefusal.None, grant.Standing, await gate.Stamp(cancel), true, true, true, grant.Standing.Emergency);
        await lane.Write([Entry(grant.Visit, opened) with { Outcome = Outcome.Refused, Refusal = reason }], cancel);
    }

    /// <summary>Whether the gate would open now. Nothing is handed out and nothing logged: for what stays open, such as a live stream.</summary>
    internal async Task<bool> WouldOpen(Visit visit, CancellationToken cancel)
    {
        Tell([visit]);
        return (await gate.Decide([visit], cancel))[0].Opened;
    }

    /// <summary>The same for many people whose standing is known: to say what each of them may do.</summary>
    internal Task<IReadOnlyList<bool>> WouldOpen(IEnumerable<(Visit Visit, Standing Standing)> asked, CancellationToken cancel) => gate.WouldOpen(asked, cancel);

    /// <summary>Something to do once the next commit has succeeded, such as waking a job. Decides nothing, and is not done when the commit fails.</summary>
    internal void AfterCommit(Action act) => _afterCommit.Add(act);

    /// <summary>The unit of work is over. What passed the gate and changed nothing is logged as that; in a request it is already, before the answer left.</summary>
    public async ValueTask DisposeAsync()
    {
        Closed = true;
        try
        {
            await owed.Pay();
        }
        catch (LogUnavailableException)
        {
            // The operator's log has what could not be written; throwing here would leave the other services of this scope open.
        }
    }

    private void Committed()
    {
        owed.Clear();
        var acts = _afterCommit.ToList();
        _afterCommit.Clear();
        acts.ForEach(act => act());
    }

    // The wall in the database holds against who acts, whatever the gate says of it.
    private void Tell(IReadOnlyList<Visit> visits)
    {
        foreach (var visit in visits.Where(v => v.Actor.Job is null))
        {
            acting.As(visit.Actor.Person?.Value);
            if (visit.Actor.Invitation is { } invitation)
                acting.Holds(invitation, visit.Compartment.Id.Value);
        }
    }

    // What was not saved must not ride along with a later commit.
    private void CameToNothing()
    {
        db.ChangeTracker.Clear();
        _afterCommit.Clear();
        owed.CameToNothing();
    }

    private async Task<Grant> Found(Visit visit, GateDecision decision, CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(Closed, this);
        var key = await keys.MakeFor(visit.Compartment.Id, cancel);
        acting.Let(visit.Compartment.Id.Value);
        db.Set<Compartment>().Add(new Compartment { Id = visit.Compartment.Id, Kind = visit.Compartment.Kind, MadeAt = time.Moment() });
        owed.Add(Entry(visit, decision));
        return new Grant(this, db, key, visit, decision.Standing!);
    }

    private AccessEntry Entry(Visit visit, GateDecision decision) => AccessEntry.Of(visit, decision, Guid.CreateVersion7(time.GetUtcNow()), time.Moment());
}
