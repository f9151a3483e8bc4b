using Kring.Access;
using Kring.People.Sessions;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.Accounts;

/// <summary>Shuts an account out at once: every session ends, none begins. Done by a job, in the name of the operator or of the organisation somebody left.</summary>
internal sealed class BlockAccount(Door door, TimeProvider time)
{
    /// <returns>False when there is no such account, or it is blocked already.</returns>
    internal async Task<bool> Run(Actor job, PersonId person, CancellationToken cancel)
    {
        var visit = new Visit(job, person.Profile, PeoplePurposes.Block, Operations.Update, new LoggedObject("account"));
        if ((await door.Enter(visit, cancel)).Grant is not { } grant || await grant.Rows<Account>().SingleOrDefaultAsync(a => a.BlockedAt == null, cancel) is not { } account)
            return false;
        var now = time.Moment();
        account.BlockedAt = now;
        foreach (var session in await grant.Rows<Session>().Where(s => s.EndedAt == null).ToListAsync(cancel))
            session.EndedAt = now;
        return await door.Commit(cancel);
    }
}
