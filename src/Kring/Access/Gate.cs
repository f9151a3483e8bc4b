using Kring.Access.Register;
using Kring.Platform;

namespace Kring.Access;

/// <summary>Decides in one place, and in this order: purpose, authorisation, relation, consent, emergency.</summary>
internal sealed class Gate(PolicyBoard policies, IEnumerable<IRelations> relations, TimeProvider time)
{
    private readonly Dictionary<CompartmentKind, IRelations> _relations = relations.ToDictionary(r => r.Kind);

    /// <summary>Whether it answers in one query for many people who come this way.</summary>
    internal bool AnswersTogether(Visit visit) => _relations.TryGetValue(visit.Compartment.Kind, out var owner) && owner.AnswersTogether && visit.Actor is { Person: not null, Job: null, Invitation: null };

    internal Task<IReadOnlyList<GateDecision>> Decide(IReadOnlyList<Visit> visits, CancellationToken cancel) => Decide(visits, time.Moment(), cancel);

    /// <param name="now">The moment that they are judged by.</param>
    internal async Task<IReadOnlyList<GateDecision>> Decide(IReadOnlyList<Visit> visits, DateTimeOffset now, CancellationToken cancel)
    {
        var policy = await policies.Current(cancel);
        var standings = new Dictionary<(Actor, CompartmentRef), Standing>();
        foreach (var group in visits.Where(v => !AnswersTogether(v)).GroupBy(v => (v.Compartment.Kind, v.Actor)))
        {
            foreach (var (id, standing) in await Standings(group.Key.Actor, group.Key.Kind, [.. group.Select(v => v.Compartment.Id).Distinct()], cancel))
                standings[(group.Key.Actor, new CompartmentRef(group.Key.Kind, id))] = standing;
        }

        foreach (var group in visits.Where(AnswersTogether).GroupBy(v => v.Compartment.Kind))
        {
            var found = await _relations[group.Key].StandingsOf([.. group.Select(v => (v.Actor.Person!.Value, v.Compartment.Id)).Distinct()], now, cancel);
            foreach (var visit in group)
            {
                if (found.TryGetValue((visit.Actor.Person!.Value, visit.Compartment.Id), out var standing))
                    standings[(visit.Actor, visit.Compartment)] = standing;
            }
        }

        return [.. visits.Select(visit => Judge(policy, visit, standings.GetValueOrDefault((visit.Actor, visit.Compartment))))];
    }

    /// <summary>Whether somebody in this standing may found a compartment. It has no relations yet, so only purpose and authorisation decide.</summary>
    internal async Task<GateDecision> DecideFounding(Visit visit, Standing standing, CancellationToken cancel) => Judge(await policies.Current(cancel), visit, standing);

    /// <summary>Whether it would open to visits that nobody makes now, of people whose standing is known. Nothing is opened by it, so nothing is logged.</summary>
    internal async Task<IReadOnlyList<bool>> WouldOpen(IEnumerable<(Visit Visit, Standing Standing)> asked, CancellationToken cancel)
    {
        var policy = await policies.Current(cancel);
        return [.. asked.Select(a => Judge(policy, a.Visit, a.Standing).Opened)];
    }

    /// <summary>The stamp of the register and matrix in force.</summary>
    internal async Task<long> Stamp(CancellationToken cancel) => (await policies.Current(cancel)).Stamp;

    private async Task<IReadOnlyDictionary<CompartmentId, Standing>> Standings(Actor actor, CompartmentKind kind, IReadOnlyCollection<CompartmentId> ids, CancellationToken cancel)
    {
        if (actor.Job is not null)
            return ids.ToDictionary(id => id, _ => new Standing(Role.Job));
        return _relations.TryGetValue(kind, out var owner) ? await owner.StandingsOf(actor, ids, cancel) : new Dictionary<CompartmentId, Standing>();
    }

    /// <summary>Until the end of the transaction, nobody ends what this grant rests on.</summary>
    internal Task Hold(Grant grant, CancellationToken cancel) => _relations[grant.Compartment.Kind].Hold(grant.Visit, grant.Standing, cancel);

    /// <summary>Until the end of the transaction, nobody ends what any of these visits could rest on.</summary>
    internal async Task Hold(IReadOnlyList<Visit> visits)
    {
        foreach (var kind in visits.GroupBy(v => v.Compartment.Kind))
            await _relations[kind.Key].Hold([.. kind.Select(v => (v.Actor.Person!.Value, v.Compartment.Id)).Distinct()]);
    }

    // An emergency is for reading: whoever broke the glass ends nothing.
    private static bool Ends(Visit visit, Standing standing) => visit.OnlyEnds && !standing.Emergency;

    private static GateDecision Judge(Policy policy, Visit visit, Standing? standing)
    {
        var authorised = standing is not null && policy.Allows(standing.Organisation, standing.Role, visit.Purpose, visit.Operation);
        var related = standing is { Related: true };
        var consented = standing is { Consented: true };
        return new GateDecision(FirstRefusal(), standing, policy.Stamp, authorised, related, consented, standing is { Emergency: true });

        GateRefusal FirstRefusal()
        {
            if (!policy.Knows(visit.Purpose)) return GateRefusal.PurposeUnknown;
            if (!policy.Approves(standing?.Organisation, visit.Purpose)) return GateRefusal.ProcessingNotApproved;
            if (standing is null) return GateRefusal.NoRelation;
            if (!authorised) return GateRefusal.NotAuthorised;
            if (!related && !standing.Emergency) return GateRefusal.NoRelation;
            if (!consented && !standing.Emergency) return GateRefusal.NoConsent;
            return standing.ReadOnly && !visit.IsRead && !Ends(visit, standing) ? GateRefusal.ReadOnly : GateRefusal.None;
        }
    }
}
