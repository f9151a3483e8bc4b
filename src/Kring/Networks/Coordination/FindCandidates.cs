using Kring.Access;
using Kring.Networks.Participation;
using Kring.Organisations;
using Kring.People;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Coordination;

/// <summary>The professionals who take part now, and whether each may coordinate.</summary>
internal sealed class FindCandidates(OrganisationsAccess organisations, PeopleAccess people)
{
    internal async Task<IReadOnlyList<Candidate>> In(Grant network, CancellationToken cancel)
    {
        var agreed = (await organisations.WithAgreement(cancel)).ToDictionary(o => o.Id, o => o.Name);
        var based = await network.Rows<ParticipationBasis>().AsNoTracking().Where(b => b.EndedAt == null).Select(b => b.Organisation).ToListAsync(cancel);
        var candidates = new List<Candidate>();
        var members = await network.Rows<NetworkMembership>().Where(m => m.Until == null && m.Capacity == Capacity.Professional).OrderBy(m => m.From).ThenBy(m => m.Id).ToListAsync(cancel);
        var blocked = await people.Blocked(members.ConvertAll(m => m.Person), cancel);
        foreach (var membership in members.Where(m => !blocked.ContainsKey(m.Person)))
        {
            var works = (await organisations.EmploymentsOf(membership.Person, cancel)).Any(e => e.Organisation == membership.Organisation);
            var name = membership.Organisation is { } id ? agreed.GetValueOrDefault(id) : null;
            candidates.Add(new Candidate(network.Known(membership), name, works && name is not null && based.Contains(membership.Organisation!.Value)));
        }

        return candidates;
    }
}
