using Kring.Access;
using Kring.Access.Sealing;
using Kring.Data;
using Kring.Data.Wall;
using Kring.Law;
using Kring.People.Accounts;
using Kring.People.Clearing;
using Kring.People.Details;
using Kring.People.Devices;
using Kring.People.MailedLinks;
using Kring.People.Sessions;
using Kring.People.SignIns;
using Microsoft.EntityFrameworkCore;

namespace Kring.People;

/// <summary>Finds people by what they bring: a cookie, a mail address. Gives ids, secrets to compare and the language they read, never a name or an address; those take a grant.</summary>
internal sealed class PeopleAccess(FindingDb db, LookupIndexes indexes)
{
    private static readonly TimeSpan UseKeptTo = TimeSpan.FromMinutes(1);

    // What is built once is one expression: that a session lasts is said here and in Lasting.
    private static readonly HotQuery<Func<AppDb, List<LookupIndex>, IAsyncEnumerable<Session>>> LiveBehind = new(() => EF.CompileAsyncQuery((AppDb db, List<LookupIndex> secrets) => db.Set<Session>().AsNoTracking()
        .Where(s => secrets.Contains(s.Secret) && s.EndedAt == null && !db.Set<Account>().Any(a => a.Compartment == s.Compartment && a.BlockedAt != null))));

    /// <summary>The sessions behind cookies, by the index of their secret; none that was ended or whose account is blocked. How long they may last is for the caller.</summary>
    internal async Task<IReadOnlyDictionary<LookupIndex, Session>> SessionsOf(IReadOnlyCollection<LookupIndex> secrets, CancellationToken cancel)
        => await LiveBehind.On(db.Db)(db.Db, [.. secrets]).ToDictionaryAsync(s => s.Secret, cancellationToken: cancel);

    /// <summary>Notes the latest use of a session, to the minute.</summary>
    /// <returns>The use that is noted: idle time counts from it.</returns>
    internal async Task<DateTimeOffset> NoteUse(Session session, DateTimeOffset now, CancellationToken cancel)
    {
        if (now - session.UsedAt < UseKeptTo)
            return session.UsedAt;
        await db.Set<Session>().Where(s => s.Compartment == session.Compartment && s.Id == session.Id && s.UsedAt < now)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.UsedAt, now), cancel);
        return now;
    }

    /// <summary>Which of these sessions still last. Asking is not using them.</summary>
    internal async Task<IReadOnlySet<SessionId>> Lasting(IReadOnlyCollection<(PersonId Person, SessionId Session)> sessions, LegalTerms law, DateTimeOffset now, CancellationToken cancel)
    {
        var (profiles, ids) = (sessions.Select(s => s.Person.Profile.Id).Distinct().ToList(), sessions.Select(s => s.Session).ToList());
        var rows = await db.Set<Session>().AsNoTracking()
            .Where(s => profiles.Contains(s.Compartment) && ids.Contains(s.Id) && s.EndedAt == null && !db.Db.Set<Account>().Any(a => a.Compartment == s.Compartment && a.BlockedAt != null))
            .Select(s => new { s.Id, s.StartedAt, s.UsedAt }).ToListAsync(cancel);
        return rows.Where(s => now < law.EndOf(LegalTermKeys.SessionLongest, s.StartedAt) && now < law.EndOf(LegalTermKeys.SessionIdle, s.UsedAt)).Select(s => s.Id).ToHashSet();
    }

    internal async Task<Account?> AccountOf(string mail, CancellationToken cancel)
    {
        var index = indexes.OfMail(mail);
        return await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.MailIndex == index, cancel);
    }

    /// <summary>The account whose owner chooses a first password with this link, in time or too late; none once they did, or when it is blocked.</summary>
    internal async Task<Account?> AccountBehind(string passwordLink, CancellationToken cancel)
    {
        var index = indexes.OfSecret(FirstPasswords.Kind, passwordLink);
        return await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.PasswordLink == index && a.BlockedAt == null, cancel);
    }

    /// <summary>The attempt to sign in that this browser is busy with.</summary>
    internal async Task<SignIn?> SignInOf(string browser, CancellationToken cancel)
    {
        var index = indexes.OfSecret("sign-in", browser);
        return await db.Set<SignIn>().AsNoTracking().SingleOrDefaultAsync(s => s.Browser == index && s.EndedAt == null, cancel);
    }

    /// <summary>The device of this person that the secrets in a browser's cookie speak of and that is trusted now. No proof yet: that takes its key.</summary>
    internal async Task<TrustedDeviceId?> TrustedDeviceOf(PersonId person, IReadOnlyList<string> secrets, DateTimeOffset now, CancellationToken cancel)
        => secrets.Count == 0
            ? null
            : await db.Set<TrustedDevice>().AsNoTracking().Where(d => d.Compartment == person.Profile.Id).Of(secrets, indexes).TrustedAt(now)
                .Select(d => (TrustedDeviceId?)d.Id).FirstOrDefaultAsync(cancel);

    /// <summary>The link behind a secret, in time or too late; none of a blocked account.</summary>
    internal Task<MailedLink?> MailedLinkOf(LookupIndex secret, CancellationToken cancel)
        => db.Set<MailedLink>().AsNoTracking().SingleOrDefaultAsync(l => l.Secret == secret && !db.Db.Set<Account>().Any(a => a.Compartment == l.Compartment && a.BlockedAt != null), cancel);

    /// <summary>Who changed their name, and is not known by it everywhere yet.</summary>
    internal async Task<IReadOnlyList<PersonId>> ChangedNames(int most, CancellationToken cancel)
        => [.. (await db.Set<NameChange>().OrderBy(c => c.MadeAt).Select(c => c.Compartment).Take(most).ToListAsync(cancel)).Distinct().Select(c => new PersonId(c.Value))];

    /// <summary>Of whom there are rows of signing in that were over before a moment.</summary>
    internal async Task<IReadOnlyList<PersonId>> WithOldSignIns(DateTimeOffset before, int most, CancellationToken cancel)
        => [.. (await db.Set<SignIn>().Past(before).Select(s => s.Compartment)
            .Union(db.Set<Session>().Past(before).Select(s => s.Compartment))
            .Union(db.Set<TrustedDevice>().Past(before).Select(d => d.Compartment))
            .Union(db.Set<MailedLink>().Past(before).Select(l => l.Compartment))
            .OrderBy(c => c).Take(most).ToListAsync(cancel)).Select(c => new PersonId(c.Value))];

    /// <summary>The language somebody chose: "nl" or "en". Null for whoever never chose, or has no account.</summary>
    internal Task<string?> LanguageOf(PersonId person, CancellationToken cancel)
        => db.Set<Account>().Where(a => a.Compartment == person.Profile.Id).Select(a => a.Language).SingleOrDefaultAsync(cancel);

    /// <summary>Which of these people have an account that is blocked, and by whose administrator.</summary>
    internal async Task<IReadOnlyDictionary<PersonId, OrganisationId?>> Blocked(IReadOnlyCollection<PersonId> people, CancellationToken cancel)
        => people.Count == 0
            ? new Dictionary<PersonId, OrganisationId?>()
            : await db.Set<Account>().Where(a => people.Contains(a.Person) && a.BlockedAt != null).Select(a => new { a.Person, a.BlockedBy }).ToDictionaryAsync(a => a.Person, a => a.BlockedBy, cancel);

    internal Task<bool> HasAccount(PersonId person, CancellationToken cancel) => db.Set<Account>().AnyAsync(a => a.Person == person, cancel);
}
