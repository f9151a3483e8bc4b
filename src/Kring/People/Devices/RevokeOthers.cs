using Kring.Access;
using Kring.People.Sessions;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.Devices;

/// <summary>Ends every other session and takes the trust from every other device: something was lost, or used by somebody else.</summary>
internal sealed class RevokeOthers(Door door, TimeProvider time)
{
    internal async Task Run(Actor actor, CancellationToken cancel)
    {
        if (actor is not { Person: { } person, Session: { } own })
            return;
        var visit = new Visit(actor, person.Profile, PeoplePurposes.SignIn, Operations.Update, new LoggedObject("devices"));
        if ((await door.Enter(visit, cancel)).Grant is not { } grant)
            return;
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

        await door.Commit(cancel);
    }
}
