using Kring.Access;
using Kring.Access.Register;
using Kring.Data;
using Kring.Networks;
using Kring.Organisations;
using Kring.Privacy.Reports;
using Microsoft.EntityFrameworkCore;

namespace Kring.Privacy;

/// <summary>That somebody reported an entry: to whom, and when.</summary>
internal sealed record Reporting(ReportId Report, OrganisationId Organisation, DateTimeOffset At);

/// <summary>What the privacy pages need beside a grant: the register, and who reported what to whom, by id.</summary>
internal sealed class PrivacyAccess(AppDb db)
{
    internal async Task<IReadOnlyList<ProcessingActivity>> Register(CancellationToken cancel)
        => await db.Set<ProcessingActivity>().AsNoTracking().ToListAsync(cancel);

    /// <summary>Which of these entries somebody reported. Ids and instants only.</summary>
    internal async Task<IReadOnlyDictionary<Guid, Reporting>> Reported(PersonId by, IReadOnlyCollection<Guid> entries, CancellationToken cancel)
    {
        var rows = await db.Set<UnknownAccessReport>().Where(r => r.ReportedBy == by && entries.Contains(r.Entry))
            .Select(r => new { r.Entry, r.Id, r.Compartment, r.ReportedAt }).ToListAsync(cancel);
        return rows.GroupBy(r => r.Entry).ToDictionary(g => g.Key, g => g.MinBy(r => r.ReportedAt)!).ToDictionary(r => r.Key, r => new Reporting(r.Value.Id, new OrganisationId(r.Value.Compartment.Value), r.Value.ReportedAt));
    }

    /// <summary>Whose privacy desk looks after somebody's own profile: their employer's, else of the organisation that leads a network of theirs, else the one that joined first.</summary>
    internal async Task<OrganisationId?> DeskOf(PersonId person, CancellationToken cancel)
    {
        var works = db.Set<StaffMember>().Where(s => s.Person == person && s.Until == null).OrderBy(s => s.From).Select(s => (OrganisationId?)s.Organisation);
        var leads = from membership in db.Set<Networks.Participation.NetworkMembership>()
                    join network in db.Set<CareNetwork>() on membership.Compartment equals network.Compartment
                    where membership.Person == person && membership.Until == null
                    orderby membership.From
                    select (OrganisationId?)network.LeadOrganisation;
        return await works.FirstOrDefaultAsync(cancel) ?? await leads.FirstOrDefaultAsync(cancel)
            ?? await db.Set<Organisation>().OrderBy(o => o.JoinedAt).Select(o => (OrganisationId?)o.Id).FirstOrDefaultAsync(cancel);
    }
}
