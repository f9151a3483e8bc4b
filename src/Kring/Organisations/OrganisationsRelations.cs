using Kring.Access;
using Kring.Data;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Organisations;

/// <summary>Staff stand in their role; anybody else with an account may only report something to the privacy desk.</summary>
internal sealed class OrganisationsRelations(AppDb db, TimeProvider time) : IRelations
{
    public CompartmentKind Kind => CompartmentKind.Organisation;

    public async Task<IReadOnlyDictionary<CompartmentId, Standing>> StandingsOf(Actor actor, IReadOnlyCollection<CompartmentId> compartments, CancellationToken cancel)
    {
        if (actor.Person is not { } person)
            return new Dictionary<CompartmentId, Standing>();
        var now = time.Moment();
        var roles = await db.Set<StaffMember>()
            .Where(s => s.Person == person && compartments.Contains(s.Compartment) && s.From <= now && (s.Until == null || s.Until > now))
            .Select(s => new { s.Compartment, s.Role, s.Id }).ToDictionaryAsync(s => s.Compartment, cancel);
        var organisations = compartments.Select(c => new OrganisationId(c.Value)).ToList();
        var existing = await db.Set<Organisation>().Where(o => organisations.Contains(o.Id)).Select(o => o.Id).ToListAsync(cancel);
        return existing.ToDictionary(o => o.Office.Id, o => roles.TryGetValue(o.Office.Id, out var staff)
            ? new Standing(staff.Role, o, RelationId: staff.Id.Value)
            : new Standing(Role.Reporter, o));
    }

    /// <summary>Ending somebody's work changes its row, and so waits. On SQLite a transaction is alone in any case.</summary>
    public Task Hold(Visit visit, Standing standing, CancellationToken cancel) => standing.RelationId is { } work && db is PostgresDb
        ? db.Database.ExecuteSqlAsync($"select 1 from staff_members where compartment = {visit.Compartment.Id.Value} and id = {work} for share", cancel)
        : Task.CompletedTask;
}
