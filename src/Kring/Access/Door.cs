using Kring.Access.Keys;
using Kring.Access.Log;
using Kring.Access.Register;
using Kring.Data;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access;

/// <summary>
/// The only way to personal data: gate, grant, key, log. One door per use case, which is one unit of work: all grants it hands out
/// share one transaction, and <see cref="Commit"/> saves the change and its log entries together.
/// </summary>
internal sealed class Door(AppDb db, Gate gate, PolicyBoard policies, Keyring keys, ReadLogLane lane, TimeProvider time) : IAsyncDisposable
{
    private readonly List<AccessEntry> _unsaved = [];
    private readonly List<Action> _afterCommit = [];

    /// <summary>
    /// Asks the gate. A read that passes is in the log, committed, before the grant exists; a change is logged by <see cref="Commit"/>. A refusal is
    /// logged at once.
    /// </summary>
    /// <exception cref="LogUnavailableException">The log cannot be written: nothing may be shown.</exception>
    internal async Task<Entrance> Enter(Visit visit, CancellationToken cancel) => (await EnterAll([visit], cancel))[0];

    /// <summary>As <see cref="Enter"/>, for many compartments with one query and one commit: the overview of somebody with forty networks.</summary>
    internal async Task<IReadOnlyList<Entrance>> EnterAll(IReadOnlyList<Visit> visits, CancellationToken cancel)
    {
        if (visits.Count == 0)
            return [];
        var stamp = (await policies.Current(cancel)).Stamp;
        var decisions = await gate.Decide(visits, cancel);
        var judged = visits.Zip(decisions).ToList();
        var opened = judged.Where(j => j.Second.Opened).Select(j => j.First.Compartment.Id).ToList();
        var unwrapped = await keys.Fetch(opened, cancel);
        var now = new List<AccessEntry>();
        foreach (var (visit, decision) in judged)
            (decision.Opened && !visit.IsRead ? _unsaved : now).Add(Entry(visit, decision, stamp, decision.Opened ? Outcome.Done : Outcome.Refused));
        if (now.Count > 0)
            await lane.Write(now, cancel);
        return [.. judged.Select(j => j.Second.Opened
            ? new Entrance(new Grant(db, unwrapped[j.First.Compartment.Id], j.First, j.Second.Standing!), GateRefusal.None)
            : new Entrance(null, j.Second.Refusal))];
    }

    /// <summary>Makes a new compartment with its own key, on the strength of a grant that already passed the gate.</summary>
    internal async Task<Grant> Found(Grant from, CompartmentRef compartment, Purpose purpose, LoggedObject made, CancellationToken cancel)
    {
        var visit = new Visit(from.Actor, compartment, purpose, Operations.Create, made);
        var standing = new Standing(from.Standing.Role, from.Standing.Organisation);
        return await Found(visit, new GateDecision(GateRefusal.None, standing, true, true, true, false), cancel);
    }

    /// <summary>Makes a new compartment for a job that the matrix lets do so: the first start, bulk data.</summary>
    /// <exception cref="InvalidOperationException">The matrix does not let this job.</exception>
    internal async Task<Grant> FoundByJob(Visit visit, CancellationToken cancel)
    {
        var decision = (await gate.Decide([visit], cancel))[0];
        return decision.Opened && visit.Actor.Job is not null
            ? await Found(visit, decision, cancel)
            : throw new InvalidOperationException($"Job {visit.Actor.Job} may not found a compartment for {visit.Purpose}: {decision.Refusal}.");
    }

    /// <summary>Saves everything that the grants of this door changed, with the log entries, in one transaction.</summary>
    /// <returns>False when somebody else changed the same thing first, or it exists already: nothing was saved.</returns>
    internal async Task<bool> Commit(CancellationToken cancel)
    {
        db.Set<AccessEntry>().AddRange(_unsaved);
        try
        {
            await db.SaveChangesAsync(cancel);
            _unsaved.Clear();
            if (db.Database.CurrentTransaction is null)
                Committed();
            return true;
        }
        catch (DbUpdateException conflict) when (Conflicts.IsConflict(conflict))
        {
            db.ChangeTracker.Clear();
            _afterCommit.Clear();
            return false;
        }
    }

    /// <summary>
    /// Saves in a transaction in which the gate answers once more for this grant. The relation is held meanwhile: it cannot end between that answer and the commit, so nothing is
    /// saved after a revocation.
    /// </summary>
    /// <param name="work">The change itself, which may count on being alone with the rows it locks. False changes nothing.</param>
    internal async Task<HeldCommit> CommitHeld(Grant grant, Func<Task<bool>> work, CancellationToken cancel)
    {
        GateDecision decision;
        await using (var transaction = await db.BeginAlone(cancel))
        {
            await gate.Hold(grant, cancel);
            decision = (await gate.Decide([grant.Visit], cancel))[0];
            if (decision.Opened)
            {
                if (!await work() || !await Commit(cancel))
                    return HeldCommit.NothingChanged;
                await transaction.Commit(cancel);
                Committed();
                return HeldCommit.Saved;
            }
        }

        await Refuse(grant, decision.Refusal.ToString(), cancel);
        return HeldCommit.Refused;
    }

    /// <summary>Logs that the gate opened and a rule of the module then said no: somebody outside a conversation's audience, somebody else's message.</summary>
    internal async Task Refuse(Grant grant, string reason, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        _unsaved.RemoveAll(e => e.Compartment == grant.Compartment.Id);
        var stamp = (await policies.Current(cancel)).Stamp;
        var opened = new GateDecision(GateRefusal.None, grant.Standing, true, true, true, grant.Standing.Emergency);
        await lane.Write([Entry(grant.Visit, opened, stamp, Outcome.Refused) with { Refusal = reason }], cancel);
    }

    /// <summary>Whether the gate would open now. Nothing is handed out and nothing logged: for what stays open, such as a live stream.</summary>
    internal async Task<bool> WouldOpen(Visit visit, CancellationToken cancel) => (await gate.Decide([visit], cancel))[0].Opened;

    /// <summary>Something to do once the next commit has succeeded, such as waking a job. Decides nothing, and is not done when the commit fails.</summary>
    internal void AfterCommit(Action act) => _afterCommit.Add(act);

    /// <summary>What passed the gate and changed nothing is logged as that.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_unsaved.Count == 0)
            return;
        var entries = _unsaved.ConvertAll(e => e with { Outcome = Outcome.NothingChanged });
        _unsaved.Clear();
        await lane.Write(entries, CancellationToken.None);
    }

    private void Committed()
    {
        _afterCommit.ForEach(act => act());
        _afterCommit.Clear();
    }

    private async Task<Grant> Found(Visit visit, GateDecision decision, CancellationToken cancel)
    {
        var key = await keys.MakeFor(visit.Compartment.Id, cancel);
        db.Set<Compartment>().Add(new Compartment { Id = visit.Compartment.Id, Kind = visit.Compartment.Kind, MadeAt = time.Moment() });
        _unsaved.Add(Entry(visit, decision, (await policies.Current(cancel)).Stamp, Outcome.Done));
        return new Grant(db, key, visit, decision.Standing!);
    }

    private AccessEntry Entry(Visit visit, GateDecision decision, long stamp, Outcome outcome) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        Compartment = visit.Compartment.Id,
        Kind = visit.Compartment.Kind,
        At = time.Moment(),
        Operation = visit.Operation,
        Outcome = outcome,
        Refusal = decision.Opened ? null : decision.Refusal.ToString(),
        Person = visit.Actor.Person,
        Job = visit.Actor.Job,
        Session = visit.Actor.Session,
        Role = decision.Standing?.Role ?? Role.None,
        Organisation = decision.Standing?.Organisation,
        OnBehalfOf = decision.Standing?.OnBehalfOf,
        RelationId = decision.Standing?.RelationId,
        Purpose = visit.Purpose.Key,
        ObjectType = visit.Object.Type,
        ObjectId = visit.Object.Id,
        PolicyStamp = stamp,
        Authorised = decision.Authorised,
        Related = decision.Related,
        Consented = decision.Consented,
        Emergency = decision.Emergency,
    };
}
