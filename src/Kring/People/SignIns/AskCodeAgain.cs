using Kring.Access;
using Kring.Platform.Limits;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.SignIns;

/// <summary>How asking for a code ended.</summary>
public enum CodeAsked
{
    Sent,
    /// <summary>No password was given in this browser, or too long ago.</summary>
    StartOver,
    TooOften,
}

/// <summary>Mails a new code for an attempt to sign in: the old one did not come, is dead, or the device cannot prove itself.</summary>
internal sealed class AskCodeAgain(OpenSignIn open, TryCounters counters, Door door, SendCode code)
{
    internal async Task<(CodeAsked Answer, TimeSpan Wait)> Run(string? browser, CancellationToken cancel)
    {
        if (await open.Find(browser, cancel, FirstProof.Password) is not { } found)
            return (CodeAsked.StartOver, default);
        if (counters.Count(SignInLimits.CodeAgainPerAccount, found.Person.ToString()) is { } wait)
            return (CodeAsked.TooOften, wait);
        if ((await door.Enter(OpenSignIn.Visit(found), cancel)).Grant is not { } grant)
            return (CodeAsked.StartOver, default);
        var signIn = await grant.Rows<SignIn>().SingleAsync(s => s.Id == found.Id, cancel);
        await code.Add(grant, signIn, cancel);
        return (await door.Commit(cancel) ? CodeAsked.Sent : CodeAsked.StartOver, default);
    }
}
