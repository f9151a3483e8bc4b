using Kring.Access;
using Kring.Access.Sealing;
using Kring.Data;
using Kring.People.Sessions;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.People;

/// <summary>Finds people by what they bring: a cookie, a mail address. Gives ids and secrets to compare, never a name or an address; those take a grant.</summary>
internal sealed class PeopleAccess(AppDb db, LookupIndexes indexes, TimeProvider time)
{
    private static readonly TimeSpan UseKeptTo = TimeSpan.FromMinutes(1);

    /// <summary>The session behind a cookie, with whether its account is blocked. Notes its use, to the minute.</summary>
    internal async Task<Session?> SessionOf(string secret, CancellationToken cancel)
    {
        var index = indexes.OfSecret("session", secret);
        var session = await db.Set<Session>().AsNoTracking()
            .SingleOrDefaultAsync(s => s.Secret == index && s.EndedAt == null && !db.Set<Account>().Any(a => a.Person == s.Person && a.BlockedAt != null), cancel);
        var now = time.Moment();
        if (session is not null && now - session.UsedAt >= UseKeptTo)
            await db.Set<Session>().Where(s => s.Compartment == session.Compartment && s.Id == session.Id && s.UsedAt < now)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.UsedAt, now), cancel);
        return session;
    }

    internal async Task<Account?> AccountOf(string mail, CancellationToken cancel)
    {
        var index = indexes.OfMail(mail);
        return await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.MailIndex == index, cancel);
    }
}
