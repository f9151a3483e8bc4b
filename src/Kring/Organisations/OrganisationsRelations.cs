using Kring.Access;
using Kring.Data;
using Kring.Organisations.Staff;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Organisations;

/// <summary>Staff stand in their role, and whoever holds an open invitation to become staff as invited; anybody else with an account may only report something to the privacy desk.</summary>
internal sealed class OrganisationsRelations(AppDb db, TimeProvider time) : IRelations
{
    public CompartmentKind Kind => CompartmentKind.Organisation;

    public async Task<IReadOnlyDictionary<CompartmentId, Standing>> StandingsOf(Actor actor, IReadOnlyCollection<CompartmentId> compartments, CancellationToken cancel)
    {
        var now = time.Moment();
        if (actor.Invitation is { } invitation && await InviteeOf(new StaffInvitationId(invitation), compartments, now, cancel) is { } invited)
            return new Dictionary<CompartmentId, Standing> { [invited] = new(Role.Invitee, new OrganisationId(invited.Value), RelationId: invitation) };
        if (actor.Person is not { } person)
            return new Dictionary<CompartmentId, Standing>();
        var roles = await db.Set<StaffMember>()
            .Where(s => s.Person == person && compartments.Contains(s.Compartment) && s.From <= now && (s.Until == null || s.Until > now))
            .Select(s => new { s.Compartment, s.Role, s.Id }).ToDictionaryAsync(s => s.Compartment, cancel);
        var organisations = compartments.Select(c => new OrganisationId(c.Value)).ToList();
        var existing = await db.Set<Organisation>().Where(o => organisations.Contains(o.Id)).Select(o => o.Id).ToListAsync(cancel);
        return existing.ToDictionary(o => o.Office.Id, o => roles.TryGetValue(o.Office.Id, out var staff)
            ? new Standing(staff.Role, o, RelationId: staff.Id.Value)
            : new Standing(Role.Reporter, o));
    }

    /// <summary>
    /// Ending somebody's work changes its row, and so waits. Changes to the staff take turns: two administrators cannot end each other at once, nor the last two officers.
    /// Coming to work by an invitation takes its turn too: it waits while whoever sent it is sent away. On SQLite a transaction is alone in any case.
    /// </summary>
    public async Task Hold(Visit visit, Standing standing, CancellationToken cancel)
    {
        if (db is not PostgresDb)
            return;
        if (visit.Purpose == OrganisationsPurposes.ManageStaff || visit.Purpose == OrganisationsPurposes.Join)
            await db.Database.ExecuteSqlAsync($"select 1 from organisations where id = {visit.Compartment.Id.Value} for update", cancel);
        if (standing.RelationId is { } work)
            await db.Database.ExecuteSqlAsync($"select 1 from staff_members where compartment = {visit.Compartment.Id.Value} and id = {work} for share", cancel);
    }

    /// <summary>As <see cref="Hold"/>, for the staff of several organisations, without waiting.</summary>
    internal static async Task<bool> HoldAtOnce(AppDb db, IReadOnlyCollection<OrganisationId> organisations, CancellationToken cancel)
    {
        if (db is not PostgresDb)
            return true;
        var ids = organisations.Select(o => o.Value).Distinct().ToArray();
        var held = await db.Database.SqlQuery<Guid>($"select id as \"Value\" from organisations where id = any({ids}) for no key update skip locked").ToListAsync(cancel);
        return held.Count == ids.Length;
    }

    private async Task<CompartmentId?> InviteeOf(StaffInvitationId id, IReadOnlyCollection<CompartmentId> compartments, DateTimeOffset now, CancellationToken cancel)
        => await db.Set<StaffInvitation>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && compartments.Contains(i.Compartment), cancel) is { } invitation && invitation.OpenAt(now)
            ? invitation.Compartment
            : null;
}
