using Kring.Access;
using Kring.Access.Sealing;
using Microsoft.Extensions.Caching.Memory;

namespace Kring.People.Sessions;

/// <summary>
/// The own name of who is signed in, in memory while the session is used on this node: one logged opening per session instead of one per page. A name that was sealed
/// anew is not found here.
/// </summary>
internal sealed class SessionNames : IDisposable
{
    private static readonly TimeSpan KeptUnused = TimeSpan.FromMinutes(60);
    private readonly MemoryCache _names = new(new MemoryCacheOptions { SizeLimit = 50_000 });

    internal void Keep(Session session, string name)
        => _names.Set(session.Id, new Kept(session.Name, name), new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = KeptUnused });

    internal string? Find(Session session) => _names.TryGetValue<Kept>(session.Id, out var kept) && kept!.Sealed == session.Name ? kept.Name : null;

    public void Dispose() => _names.Dispose();

    private sealed record Kept(Sealed<string> Sealed, string Name);
}
