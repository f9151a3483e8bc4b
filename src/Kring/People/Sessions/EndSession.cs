using Kring.Access;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.Sessions;

/// <summary>Ends one of one's own sessions: signing out, or another browser from the list. Its next request is out.</summary>
internal sealed class EndSession(Door door, TimeProvider time)
{
    internal async Task Run(Actor actor, SessionId session, CancellationToken cancel)
    {
        if (actor.Person is not { } person)
            return;
        var visit = new Visit(actor, person.Profile, PeoplePurposes.SignIn, Operations.Delete, new LoggedObject("session", session.Value));
        if ((await door.Enter(visit, cancel)).Grant is not { } grant)
            return;
        if (await grant.Rows<Session>().SingleOrDefaultAsync(s => s.Id == session && s.EndedAt == null, cancel) is not { } live)
            return;
        live.EndedAt = time.Moment();
        await door.Commit(cancel);
    }
}
