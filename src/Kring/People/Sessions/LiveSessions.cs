using Kring.Access.Sealing;
using Kring.Data;

namespace Kring.People.Sessions;

/// <summary>Finds the session behind a cookie: one query for all requests that come at the same moment.</summary>
internal sealed class LiveSessions(IServiceScopeFactory scopes, LookupIndexes indexes)
{
    private readonly SharedQuery<LookupIndex, Session> _sessions = new(async secrets =>
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PeopleAccess>().SessionsOf(secrets, CancellationToken.None);
    });

    /// <returns>None when it was ended or its account is blocked.</returns>
    internal Task<Session?> Of(string secret, CancellationToken cancel) => _sessions.Find(indexes.OfSecret("session", secret), cancel);
}
