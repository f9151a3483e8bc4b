using Kring.Access;
using Kring.Organisations;
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
}
