using Kring.Access;
using Kring.People.Devices;
using Kring.People.Sessions;
using Kring.Platform;
using Kring.Platform.Limits;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.SignIns;

/// <summary>How giving a code ended.</summary>
public enum CodeAnswer
{
    SignedIn,
    Wrong,
    /// <summary>Wrong, and the code is dead now.</summary>
    LastWrong,
    /// <summary>The code was used, is too old, or a newer one was sent.</summary>
    Useless,
    /// <summary>No password was given in this browser, or too long ago.</summary>
    StartOver,
    TooOften,
}

internal sealed record CodeGiven(CodeAnswer Answer, Arrival? Arrival = null, TimeSpan Wait = default);

/// <summary>The second step: the code from the mail, in the browser that gave the password. Guesses in parallel count one by one.</summary>
internal sealed class GiveCode(OpenSignIn open, TryCounters counters, Door door, MailedCodes codes, StartSession sessions, TrustDevice trust, TimeProvider time)
{
    // Each conflict means that another guess was counted, or a new code sent: after a few there is nothing left to guess at.
    private const int MostRounds = 2 * CodeAttempt.MostTries;

    /// <param name="device">What to trust this browser by; null when it did not ask for that.</param>
    internal async Task<CodeGiven> Run(string? browser, string typed, DeviceToTrust? device, IReadOnlyList<string> devices, Caller caller, CancellationToken cancel)
    {
        if (counters.Count(SignInLimits.CodePerRange, caller.Range) is { } crowded)
            return new CodeGiven(CodeAnswer.TooOften, Wait: crowded);
        for (var round = 0; round < MostRounds; round++)
        {
            if (await open.Find(browser, cancel, FirstProof.Password) is not { } found)
                return new CodeGiven(CodeAnswer.StartOver);
            if (round == 0 && counters.Count(SignInLimits.CodePerAccount, found.Person.ToString()) is { } wait)
                return new CodeGiven(CodeAnswer.TooOften, Wait: wait);
            if (await TryOnce(found, typed, device, devices, caller, cancel) is { } answer)
                return answer;
        }

        return new CodeGiven(CodeAnswer.Useless);
    }

    private async Task<CodeGiven?> TryOnce(SignIn found, string typed, DeviceToTrust? device, IReadOnlyList<string> devices, Caller caller, CancellationToken cancel)
    {
        if ((await door.Enter(OpenSignIn.Visit(found), cancel)).Grant is not { } grant)
            return new CodeGiven(CodeAnswer.StartOver);
        var signIn = await grant.Rows<SignIn>().SingleAsync(s => s.Id == found.Id, cancel);
        var newest = !await grant.Rows<SignIn>().AnyAsync(s => s.Id != found.Id && s.CodeEndsAt > signIn.CodeEndsAt, cancel);
        var judgement = signIn.TryCode(codes.IndexOf(signIn.Id.Value, typed), newest, time.Moment());
        var arrival = judgement == CodeJudgement.Right ? await Arrive(grant, device, devices, caller, cancel) : null;
        if (judgement != CodeJudgement.Useless && !await door.Commit(cancel))
            return null;
        if (arrival is not null)
            counters.Forget(SignInLimits.CodePerAccount, found.Person.ToString());
        return new CodeGiven(judgement switch
        {
            CodeJudgement.Right => CodeAnswer.SignedIn,
            CodeJudgement.Wrong => CodeAnswer.Wrong,
            CodeJudgement.LastWrong => CodeAnswer.LastWrong,
            CodeJudgement.Useless => CodeAnswer.Useless,
        }, arrival);
    }

    private async Task<Arrival> Arrive(Grant grant, DeviceToTrust? device, IReadOnlyList<string> devices, Caller caller, CancellationToken cancel)
    {
        var trusted = device is null ? null : await trust.Add(grant, device, devices, cancel);
        return new Arrival(grant.Person, await sessions.Add(grant, caller.Browser, caller.Address, trusted?.Device, cancel), trusted);
    }
}
