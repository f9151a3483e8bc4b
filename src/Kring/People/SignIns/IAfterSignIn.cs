using Kring.Access;

namespace Kring.People.SignIns;

/// <summary>
/// Something that may come between signing in and the page somebody was on the way to, such as a statement to read. Whatever starts a session asks every one of them, once;
/// page requests do not.
/// </summary>
internal interface IAfterSignIn
{
    /// <param name="next">The local path somebody is on the way to.</param>
    /// <returns>The local path to show first, which leads on to <paramref name="next"/> by itself; null when nothing comes in between.</returns>
    Task<string?> Detour(PersonId person, string next, CancellationToken cancel);
}
