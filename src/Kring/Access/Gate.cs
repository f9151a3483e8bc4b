using Kring.Access.Register;

namespace Kring.Access;

/// <summary>Decides in one place, and in this order: purpose, authorisation, relation, consent, emergency.</summary>
internal sealed class Gate(PolicyBoard policies, IEnumerable<IRelations> relations)
{
    private readonly Dictionary<CompartmentKind, IRelations> _relations = relations.ToDictionary(r => r.Kind);

    internal async Task<IReadOnlyList<GateDecision>> Decide(IReadOnlyList<Visit> visits, CancellationToken cancel)
    {
        var policy = await policies.Current(cancel);
        var standings = new Dictionary<CompartmentRef, Standing>();
        foreach (var group in visits.GroupBy(v => (v.Compartment.Kind, v.Actor)))
        {
            var ids = group.Select(v => v.Compartment.Id).Distinct().ToList();
            var found = group.Key.Actor.Job is null
                ? await _relations[group.Key.Kind].StandingsOf(group.Key.Actor, ids, cancel)
                : ids.ToDictionary(id => id, _ => new Standing(Role.Job));
            foreach (var (id, standing) in found)
                standings[new CompartmentRef(group.Key.Kind, id)] = standing;
        }

        return [.. visits.Select(visit => Judge(policy, visit, standings.GetValueOrDefault(visit.Compartment)))];
    }

    /// <summary>Until the end of the transaction, nobody ends the relation that this grant rests on.</summary>
    internal Task Hold(Grant grant, CancellationToken cancel) => _relations[grant.Compartment.Kind].Hold(grant.Compartment.Id, grant.Standing, cancel);

    private static GateDecision Judge(Policy policy, Visit visit, Standing? standing)
    {
        var authorised = standing is not null && policy.Allows(standing.Organisation, standing.Role, visit.Purpose, visit.Operation);
        var related = standing is { Related: true };
        var consented = standing is { Consented: true };
        return new GateDecision(FirstRefusal(), standing, authorised, related, consented, standing is { Emergency: true });

        GateRefusal FirstRefusal()
        {
            if (!policy.Knows(visit.Purpose)) return GateRefusal.PurposeUnknown;
            if (!policy.Approves(standing?.Organisation, visit.Purpose)) return GateRefusal.ProcessingNotApproved;
            if (standing is null) return GateRefusal.NoRelation;
            if (!authorised) return GateRefusal.NotAuthorised;
            if (!related && !standing.Emergency) return GateRefusal.NoRelation;
            if (!consented && !standing.Emergency) return GateRefusal.NoConsent;
            return standing.ReadOnly && !visit.IsRead ? GateRefusal.ReadOnly : GateRefusal.None;
        }
    }
}
