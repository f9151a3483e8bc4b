using Kring.Access;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.Sessions;

internal static class SessionsOfProfile
{
    /// <summary>Ends every session of a profile: each next request is out, and open streams close within a second or so. The caller commits.</summary>
    internal static async Task EndSessions(this Grant profile, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var session in await profile.Rows<Session>().Where(s => s.EndedAt == null).ToListAsync(cancel))
            session.EndedAt = now;
    }
}
