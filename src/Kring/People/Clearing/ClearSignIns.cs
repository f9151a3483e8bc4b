using Kring.Access;
using Kring.Access.Jobs;
using Kring.Data.Wall;
using Kring.Law;
using Kring.People.Devices;
using Kring.People.MailedLinks;
using Kring.People.Sessions;
using Kring.People.SignIns;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.Clearing;

/// <summary>Deletes what is past the retention class of signing in, of one person: attempts, sessions that are over, devices that are no longer trusted, mailed links.</summary>
internal sealed class ClearSignIns(Door door)
{
    /// <param name="before">The moment before which nothing is kept.</param>
    internal async Task Run(PersonId person, DateTimeOffset before, CancellationToken cancel)
    {
        var visit = new Visit(Actor.ForJob("clear"), person.Profile, PeoplePurposes.Clear, Operations.Delete, new LoggedObject("old-sign-ins"));
        if ((await door.Enter(visit, cancel)).Grant is not { } profile)
            return;
        foreach (var attempt in await profile.Rows<SignIn>().Past(before).ToListAsync(cancel))
            profile.Remove(attempt);
        foreach (var session in await profile.Rows<Session>().Past(before).ToListAsync(cancel))
            profile.Remove(session);
        foreach (var device in await profile.Rows<TrustedDevice>().Past(before).ToListAsync(cancel))
            profile.Remove(device);
        foreach (var link in await profile.Rows<MailedLink>().Past(before).ToListAsync(cancel))
            profile.Remove(link);
        await door.Commit(cancel);
    }
}

/// <summary>When each of them was over: from then on its retention counts.</summary>
internal static class PastRetention
{
    internal static IQueryable<SignIn> Past(this IQueryable<SignIn> attempts, DateTimeOffset before) => attempts.Where(s => s.StartedAt < before);

    /// <summary>One that nobody ended was over an hour after its last use, at most.</summary>
    internal static IQueryable<Session> Past(this IQueryable<Session> sessions, DateTimeOffset before) => sessions.Where(s => (s.EndedAt ?? s.UsedAt) < before);

    internal static IQueryable<TrustedDevice> Past(this IQueryable<TrustedDevice> devices, DateTimeOffset before) => devices.Where(d => (d.RevokedAt ?? d.TrustedUntil) < before);

    internal static IQueryable<MailedLink> Past(this IQueryable<MailedLink> links, DateTimeOffset before) => links.Where(l => l.EndsAt < before);
}

internal sealed class ClearSignInsJob(IServiceScopeFactory scopes, LegalTermsBoard terms, TimeProvider time, ILogger<ClearSignInsJob> logger) : Rounds(scopes, logger)
{
    private const int Most = 100;

    protected override TimeSpan First => TimeSpan.FromMinutes(1);

    protected override TimeSpan Every => TimeSpan.FromHours(1);

    protected override async Task<bool> Round(IServiceScopeFactory scopes, CancellationToken cancel)
    {
        var before = (await terms.Current(cancel)).StartOf(LegalTermKeys.RetentionSignIn, time.Moment());
        await using var scope = scopes.Serving();
        var people = await scope.ServiceProvider.GetRequiredService<PeopleAccess>().WithOldSignIns(before, Most, cancel);
        foreach (var person in people)
        {
            await using var one = scopes.Serving();
            await one.ServiceProvider.GetRequiredService<ClearSignIns>().Run(person, before, cancel);
        }

        return people.Count == Most;
    }
}
