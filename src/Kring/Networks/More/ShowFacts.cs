using Kring.Access;
using Kring.Networks.Participation;
using Kring.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.More;

/// <summary>Who answers for what in a network (AVG art. 26(2): the essence of the arrangement is available to whom it is about).</summary>
internal sealed record NetworkFacts(NetworkHead Head, IReadOnlyList<ControllerRow> Controllers);

/// <param name="OfficerMail">Where its data protection officer is reached; each of them can be addressed (AVG art. 26(3)).</param>
public sealed record ControllerRow(string Organisation, string City, BasisKind Basis, string OfficerMail, bool IsLead);

/// <summary>The facts about a network for everybody who takes part.</summary>
internal sealed class ShowFacts(Door door, NetworksAccess networks, OrganisationsAccess organisations)
{
    internal async Task<(NetworkFacts? Facts, GateRefusal Refusal)> Run(Actor actor, NetworkId id, CancellationToken cancel)
    {
        var (grant, refusal) = await door.Enter(new Visit(actor, id.Compartment, NetworksPurposes.TakePart, Operations.Read, new LoggedObject("network", id.Value)), cancel);
        if (grant is null)
            return (null, refusal);
        var lead = await grant.Rows<CareNetwork>().Select(n => n.LeadOrganisation).SingleAsync(cancel);
        var bases = await grant.Rows<ParticipationBasis>().Where(b => b.EndedAt == null).OrderBy(b => b.RecordedAt).Select(b => new { b.Organisation, b.Kind }).ToListAsync(cancel);
        var known = await organisations.All(cancel);
        return (new NetworkFacts(await networks.Head(grant, cancel), [.. bases.Where(b => known.ContainsKey(b.Organisation)).Select(b => Row(known[b.Organisation], b.Kind))]), GateRefusal.None);

        ControllerRow Row(Organisation organisation, BasisKind kind) => new(organisation.Name, organisation.City, kind, organisation.OfficerMail, organisation.Id == lead);
    }
}
