using Kring.Access;

namespace Kring.People.Sessions;

/// <summary>The own name of who is signed in: opened from the session's row, logged, and kept in memory while the session is used.</summary>
internal sealed class OwnName(SessionNames names, Door door)
{
    internal async Task<string?> Of(Session session, CancellationToken cancel)
    {
        if (names.Find(session) is { } kept)
            return kept;
        var visit = new Visit(Actor.SignedIn(session.Person, session.Id), session.Person.Profile, PeoplePurposes.SignIn, Operations.Read, new LoggedObject("session", session.Id.Value));
        if ((await door.Enter(visit, cancel)).Grant is not { } grant)
            return null;
        var name = grant.Open(Session.NameField, session.Id.Value, session.Name);
        names.Keep(session, name);
        return name;
    }
}
