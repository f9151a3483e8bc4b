using Kring.Access;
using Kring.Networks.Participation;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Mandates;

internal sealed record MandateRow(Mandate Row, string? Name, string Evidence, MandateState State, string? RecordedBy);

/// <param name="MayEnd">Also in a closed network.</param>
/// <param name="Candidates">Who may get a mandate: relatives and representatives who take part now, other than the reader.</param>
/// <param name="Waiting">Representatives without any mandate: they see nothing until one is recorded.</param>
internal sealed record MandateOverview(NetworkHead Head, bool MayRecord, bool MayEnd, IReadOnlyList<MandateRow> Mandates, IReadOnlyList<KnownPerson> Candidates, IReadOnlyList<KnownPerson> Waiting);

/// <summary>Who represents the care recipient, on which document and until when: for the recipient, the representatives and the coordinator. Whose mandate is for money only sees their own.</summary>
internal sealed class ListMandates(Door door, NetworksAccess networks, TimeProvider time)
{
    internal async Task<(MandateOverview? View, GateRefusal Refusal)> Run(Actor actor, NetworkId network, CancellationToken cancel)
    {
        var (grant, refusal) = await door.Enter(new Visit(actor, network.Compartment, NetworksPurposes.Represent, Operations.Read, new LoggedObject("mandate")), cancel);
        if (grant is null)
            return (null, refusal);
        var today = time.Moment().DutchDay();
        var people = await grant.KnownPeopleOf(cancel);
        var (me, onlyOwn) = (grant.Person, grant.Standing.Role == Role.FinancialRepresentative);
        var mandates = (await grant.Rows<Mandate>().Where(m => !onlyOwn || m.Person == me).OrderByDescending(m => m.From).ThenBy(m => m.Id).ToListAsync(cancel)).ConvertAll(m => new MandateRow(m, people.NameOf(m.Person),
            grant.Open(Mandate.EvidenceField, m.Id.Value, m.EvidenceReference), m.StateOn(today), people.NameOf(m.RecordedBy)));
        var candidates = people.Values.Where(p => p.Membership is { Until: null, Capacity: Capacity.Representative or Capacity.InformalCarer } && p.Id != me && !onlyOwn)
            .OrderBy(p => p.Membership.Capacity).ThenBy(p => p.Name, StringComparer.CurrentCulture).ToList();
        var waiting = candidates.Where(p => p.Membership.Capacity == Capacity.Representative && mandates.TrueForAll(m => m.Row.Person != p.Id)).ToList();
        var head = await networks.Head(grant, cancel);
        return (new MandateOverview(head, head.Role == Role.Coordinator && head.State != CareState.Closed, head.Role == Role.Coordinator, mandates, candidates, waiting), GateRefusal.None);
    }
}
