using Kring.Access;
using Kring.Data;
using Kring.Organisations;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.People;

/// <summary>
/// A profile is open to the person it is of. The functional administrator of an organisation stands towards the profiles of its staff, and towards an account that was blocked
/// there; the matrix leaves them no more than ending sessions, blocking, opening again and a notice.
/// </summary>
internal sealed class PeopleRelations(AppDb db, TimeProvider time) : IRelations
{
    public CompartmentKind Kind => CompartmentKind.Person;

    public async Task<IReadOnlyDictionary<CompartmentId, Standing>> StandingsOf(Actor actor, IReadOnlyCollection<CompartmentId> compartments, CancellationToken cancel)
    {
        var standings = new Dictionary<CompartmentId, Standing>();
        if (actor.Person is not { } me)
            return standings;
        var others = compartments.Where(c => c != me.Profile.Id).Select(c => new PersonId(c.Value)).ToList();
        if (others.Count < compartments.Count)
            standings[me.Profile.Id] = new Standing(Role.Self);
        if (others.Count == 0)
            return standings;
        var now = time.Moment();
        var staff = await (
            from mine in db.Set<StaffMember>()
            join theirs in db.Set<StaffMember>() on mine.Organisation equals theirs.Organisation
            where mine.Person == me && mine.Role == Role.FunctionalAdministrator && mine.From <= now && (mine.Until == null || mine.Until > now) && others.Contains(theirs.Person)
                && ((theirs.From <= now && (theirs.Until == null || theirs.Until > now)) || db.Set<Account>().Any(a => a.Person == theirs.Person && a.BlockedAt != null && a.BlockedBy == mine.Organisation))
            select new { theirs.Person, mine.Organisation, mine.Id }).ToListAsync(cancel);
        foreach (var one in staff)
            standings[one.Person.Profile.Id] = new Standing(Role.FunctionalAdministrator, one.Organisation, RelationId: one.Id.Value);
        return standings;
    }
}
