using Kring.Access;
using Kring.Organisations;
using Kring.Organisations.Staff;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.Staff;

internal static class Successors
{
    /// <summary>Whether somebody else works in the same role now, and can sign in.</summary>
    internal static async Task<bool> HasSuccessor(this Grant office, StaffMember of, PeopleAccess people, DateTimeOffset now, CancellationToken cancel)
    {
        var (role, id) = (of.Role, of.Id);
        var others = await office.Rows<StaffMember>().AsNoTracking().Where(s => s.Role == role && s.Id != id && s.From <= now && (s.Until == null || s.Until > now)).Select(s => s.Person).ToListAsync(cancel);
        return others.Except((await people.Blocked(others, cancel)).Keys).Any();
    }

    /// <summary>Whether another organisation would have nobody left in a role that may not be empty, were this account shut out.</summary>
    internal static async Task<bool> IsLastElsewhere(this OrganisationsAccess organisations, PersonId person, OrganisationId here, PeopleAccess people, CancellationToken cancel)
    {
        foreach (var work in (await organisations.EmploymentsOf(person, cancel)).Where(w => w.Organisation != here && StaffRoles.WithoutSuccessor(w.Role) != StaffPlan.Goes))
        {
            var others = (await organisations.InRole(work.Organisation, work.Role, cancel)).Where(p => p != person).ToList();
            if (!others.Except((await people.Blocked(others, cancel)).Keys).Any())
                return true;
        }

        return false;
    }
}
