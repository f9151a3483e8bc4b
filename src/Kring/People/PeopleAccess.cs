using Kring.Access;
using Kring.Access.Sealing;
using Kring.Data;
using Kring.People.Sessions;
using Kring.Platform;
using Kring.Platform.Law;
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

    /// <summary>Which of these sessions still last. Asking is not using them.</summary>
    internal async Task<IReadOnlySet<SessionId>> Lasting(IReadOnlyCollection<(PersonId Person, SessionId Session)> sessions, LegalTerms law, DateTimeOffset now, CancellationToken cancel)
    {
        var (profiles, ids) = (sessions.Select(s => s.Person.Profile.Id).Distinct().ToList(), sessions.Select(s => s.Session).ToList());
        var rows = await db.Set<Session>().AsNoTracking()
            .Where(s => profiles.Contains(s.Compartment) && ids.Contains(s.Id) && s.EndedAt == null && !db.Set<Account>().Any(a => a.Compartment == s.Compartment && a.BlockedAt != null))
            .Select(s => new { s.Id, s.StartedAt, s.UsedAt }).ToListAsync(cancel);
        return rows.Where(s => now < law.EndOf(LegalTermKeys.SessionLongest, s.StartedAt) && now < law.EndOf(LegalTermKeys.SessionIdle, s.UsedAt)).Select(s => s.Id).ToHashSet();
    }

    internal async Task<Account?> AccountOf(string mail, CancellationToken cancel)
    {
        var index = indexes.OfMail(mail);
        return await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.MailIndex == index, cancel);
    }
}
