using Kring.Access;
using Kring.People.Sessions;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.Devices;

/// <summary>Takes the trust from one of one's own devices and ends every session on it. Its next request is out, and its next sign-in asks for a code.</summary>
internal sealed class RevokeDevice(Door door, TimeProvider time)
{
    /// <returns>False when there is no such device any more.</returns>
    internal async Task<bool> Run(Actor actor, TrustedDeviceId device, CancellationToken cancel)
    {
        if (actor.Person is not { } person)
            return false;
        var visit = new Visit(actor, person.Profile, PeoplePurposes.SignIn, Operations.Update, new LoggedObject("trusted-device", device.Value));
        if ((await door.Enter(visit, cancel)).Grant is not { } grant)
            return false;
        if (await grant.Rows<TrustedDevice>().SingleOrDefaultAsync(d => d.Id == device && d.RevokedAt == null, cancel) is not { } trusted)
            return false;
        var now = time.Moment();
        trusted.RevokedAt = now;
        foreach (var session in await grant.Rows<Session>().Where(s => s.Device == device && s.EndedAt == null).ToListAsync(cancel))
            session.EndedAt = now;
        return await door.Commit(cancel);
    }
}
