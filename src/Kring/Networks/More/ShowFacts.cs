using Kring.Access;
using Kring.Networks.Participation;
using Kring.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.More;

/// <summary>Who answers for what in a network (AVG art. 26(2): the essence of the arrangement is available to whom it is about).</summary>
internal sealed record NetworkFacts(NetworkHead Head, IReadOnlyList<ControllerRow> Controllers);

/// <param name="OfficerMail">Where its data protection officer is reached; each of them can be addressed (AVG art. 26(3)).</param>
/// <param name="Until">When it stopped taking part; null while it does. It still answers for what it recorded.</param>
public sealed record ControllerRow(string Organisation, string City, BasisKind Basis, string OfficerMail, bool IsLead, DateTimeOffset? Until);

/// <summary>The facts about a network for everybody who takes part.</summary>
internal sealed class ShowFacts(Door door, NetworksAccess networks, OrganisationsAccess organisations)
{
    internal async Task<(NetworkFacts? Facts, GateRefusal Refusal)> Run(Actor actor, NetworkId id, CancellationToken cancel)
    {
        var (grant, refusal) = await door.Enter(new Visit(actor, id.Compartment, NetworksPurposes.TakePart, Operations.Read, new LoggedObject("network", id.Value)), cancel);
        if (grant is null)
            return (null, refusal);
        var lead = await grant.Rows<CareNetwork>().Select(n => n.LeadOrganisation).SingleAsync(cancel);
        var bases = await grant.Rows<ParticipationBasis>().OrderBy(b => b.RecordedAt).ToListAsync(cancel);
        var known = await organisations.All(cancel);
        var newest = bases.Where(b => known.ContainsKey(b.Organisation)).GroupBy(b => b.Organisation).Select(g => g.Last()).OrderBy(b => b.EndedAt is not null).ThenBy(b => b.RecordedAt);
        return (new NetworkFacts(await networks.Head(grant, cancel), [.. newest.Select(b => Row(known[b.Organisation], b))]), GateRefusal.None);

        ControllerRow Row(Organisation organisation, ParticipationBasis basis) => new(organisation.Name, organisation.City, basis.Kind, organisation.OfficerMail, organisation.Id == lead, basis.EndedAt);
    }
}
