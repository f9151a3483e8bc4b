using Kring.Access;
using Kring.Delivery;
using Kring.People.MailedLinks;
using Kring.People.Sessions;
using Kring.People.SignIns;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.Accounts;

/// <summary>
/// Shuts an account out at once: every session ends, none begins. Done by the functional administrator of an organisation that its owner works for, or by a job of the operator. Its owner
/// is told.
/// </summary>
internal sealed class BlockAccount(Door door, TellPerson tell, TimeProvider time)
{
    /// <returns>False when there is no such account, or it is blocked already.</returns>
    internal async Task<bool> Run(Actor by, PersonId person, CancellationToken cancel) => await Shut(by, person, cancel) && await door.Commit(cancel);

    /// <summary>As <see cref="Run"/>, for a caller who decides whether it may be, and commits.</summary>
    internal async Task<bool> Shut(Actor by, PersonId person, CancellationToken cancel)
    {
        var visit = new Visit(by, person.Profile, PeoplePurposes.Block, Operations.Update, new LoggedObject("account"));
        if ((await door.Enter(visit, cancel)).Grant is not { } grant || await grant.Rows<Account>().SingleOrDefaultAsync(a => a.BlockedAt == null, cancel) is not { } account)
            return false;
        var now = time.Moment();
        (account.BlockedAt, account.BlockedBy) = (now, grant.Standing.Organisation);
        await grant.EndSessions(now, cancel);
        foreach (var attempt in await grant.Rows<SignIn>().Where(s => s.EndedAt == null).ToListAsync(cancel))
            attempt.End(now);
        await grant.EndMailedLinks(now, cancel);
        await tell.Add(person, NoticeKind.AccountBlocked, null, cancel);
        return true;
    }
}

internal enum Unblocking
{
    Opens,
    NotBlocked,
    /// <summary>Another organisation blocked it, or the operator.</summary>
    NotTheirs,
}

/// <summary>Lets an account in again that the own organisation blocked. What it trusted before still counts; it signs in anew. The caller commits.</summary>
internal sealed class UnblockAccount(Door door, TellPerson tell)
{
    internal async Task<Unblocking> Open(Actor by, PersonId person, CancellationToken cancel)
    {
        var visit = new Visit(by, person.Profile, PeoplePurposes.Block, Operations.Update, new LoggedObject("account"));
        if ((await door.Enter(visit, cancel)).Grant is not { } grant || await grant.Rows<Account>().SingleOrDefaultAsync(a => a.BlockedAt != null, cancel) is not { } account)
            return Unblocking.NotBlocked;
        if (account.BlockedBy != grant.Standing.Organisation)
        {
            await door.Refuse(grant, nameof(Unblocking.NotTheirs), cancel);
            return Unblocking.NotTheirs;
        }

        (account.BlockedAt, account.BlockedBy) = (null, null);
        await tell.Add(person, NoticeKind.NetworkChanged, "/mijn/wie-keek", cancel);
        return Unblocking.Opens;
    }
}
