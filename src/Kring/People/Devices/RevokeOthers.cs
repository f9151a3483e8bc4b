using Kring.Access;
using Kring.People.MailedLinks;
using Kring.People.Sessions;
using Kring.People.SignIns;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.Devices;

/// <summary>Ends every other session, what is busy signing in and the links that were sent, and takes the trust from every other device: something was lost, or used by somebody else.</summary>
internal sealed class RevokeOthers(Door door, TimeProvider time)
{
    // A code that is tried, or a link that is used, at the same moment wins one round.
    private const int MostRounds = 10;

    /// <exception cref="InvalidOperationException">Somebody kept changing the same rows: nothing was ended.</exception>
    internal async Task Run(Actor actor, CancellationToken cancel)
    {
        if (actor is not { Person: { } person, Session: { } own })
            return;
        for (var round = 0; round < MostRounds; round++)
        {
            var visit = new Visit(actor, person.Profile, PeoplePurposes.SignIn, Operations.Update, new LoggedObject("devices"));
            if ((await door.Enter(visit, cancel)).Grant is not { } grant)
                return;
            await End(grant, own, cancel);
            if (await door.Commit(cancel))
                return;
        }

        throw new InvalidOperationException("The other sessions could not be ended.");
    }

    private async Task End(Grant grant, SessionId own, CancellationToken cancel)
    {
        var now = time.Moment();
        var sessions = await grant.Rows<Session>().Where(s => s.EndedAt == null).ToListAsync(cancel);
        var here = sessions.Find(s => s.Id == own)?.Device;
        foreach (var session in sessions.Where(s => s.Id != own))
            session.EndedAt = now;
        foreach (var device in await grant.Rows<TrustedDevice>().Where(d => d.RevokedAt == null).ToListAsync(cancel))
        {
            if (device.Id != here)
                device.RevokedAt = now;
        }

        foreach (var attempt in await grant.Rows<SignIn>().Where(s => s.EndedAt == null).ToListAsync(cancel))
            attempt.End(now);
        await grant.EndMailedLinks(now, cancel);
    }
}
