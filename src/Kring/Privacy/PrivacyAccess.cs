using Kring.Access;
using Kring.Access.Register;
using Kring.Data;
using Kring.Networks;
using Kring.Networks.BreakGlass;
using Kring.Organisations;
using Kring.Privacy.Reports;
using Microsoft.EntityFrameworkCore;

namespace Kring.Privacy;

/// <summary>That somebody reported an entry: to whom, when, and by when they get an answer.</summary>
internal sealed record Reporting(ReportId Report, OrganisationId Organisation, Guid Entry, DateTimeOffset At, DateOnly DueOn, bool ForDirector, DateTimeOffset? HandledAt);

/// <summary>What the privacy pages need beside a grant: the register, and who reported what to whom, by id.</summary>
internal sealed class PrivacyAccess(AppDb db)
{
    internal async Task<IReadOnlyList<ProcessingActivity>> Register(CancellationToken cancel)
        => await db.Set<ProcessingActivity>().AsNoTracking().ToListAsync(cancel);

    /// <summary>Which of these entries somebody reported. Ids and instants only.</summary>
    internal async Task<IReadOnlyDictionary<Guid, Reporting>> Reported(PersonId by, IReadOnlyCollection<Guid> entries, CancellationToken cancel)
    {
        var rows = await Of(by).Where(r => entries.Contains(r.Entry)).Select(Facts).ToListAsync(cancel);
        return rows.GroupBy(r => r.Entry).ToDictionary(g => g.Key, g => g.MinBy(r => r.At)!);
    }

    /// <summary>What somebody reported, newest first. Ids and instants only.</summary>
    internal async Task<IReadOnlyList<Reporting>> ReportedBy(PersonId by, int skip, int take, CancellationToken cancel)
        => await Of(by).OrderByDescending(r => r.ReportedAt).ThenByDescending(r => r.Id).Skip(skip).Take(take).Select(Facts).ToListAsync(cancel);

    /// <summary>How many reports wait for an answer and emergency accesses for a review, at the desks of an officer and of a director. Numbers only.</summary>
    internal async Task<(int Reports, int Emergencies)> Waiting(IReadOnlyCollection<CompartmentId> officer, IReadOnlyCollection<CompartmentId> director, CancellationToken cancel)
    {
        var reports = await db.Set<UnknownAccessReport>().CountAsync(r => r.HandledAt == null
            && ((officer.Contains(r.Compartment) && !r.ForDirector) || (director.Contains(r.Compartment) && r.ForDirector)), cancel);
        return (reports, officer.Count == 0 ? 0 : await db.Set<EmergencyReview>().CountAsync(r => r.ReviewedAt == null && officer.Contains(r.Compartment), cancel));
    }

    private static readonly System.Linq.Expressions.Expression<Func<UnknownAccessReport, Reporting>> Facts
        = r => new Reporting(r.Id, new OrganisationId(r.Compartment.Value), r.Entry, r.ReportedAt, r.DueOn, r.ForDirector, r.HandledAt);

    private IQueryable<UnknownAccessReport> Of(PersonId by) => db.Set<UnknownAccessReport>().AsNoTracking().Where(r => r.ReportedBy == by);

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
