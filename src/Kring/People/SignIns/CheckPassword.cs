using Kring.Access;
using Kring.Access.Sealing;
using Kring.People.Accounts;
using Kring.People.Devices;
using Kring.Platform;
using Kring.Platform.Limits;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.SignIns;

/// <summary>How giving a password ended.</summary>
public enum PasswordAnswer
{
    Right,
    /// <summary>Wrong, unknown or blocked: which one is nobody's business.</summary>
    Wrong,
    TooOften,
}

/// <param name="Browser">The secret for the cookie that binds the attempt to this browser.</param>
internal sealed record PasswordChecked(PasswordAnswer Answer, SecondStep Next = default, string? Browser = null, TimeSpan Wait = default);

/// <summary>The first step of signing in. An unknown address costs as much time as a wrong password, and both get the same answer.</summary>
internal sealed class CheckPassword(PeopleAccess people, Passwords passwords, TryCounters counters, LookupIndexes indexes, Door door, SignInRows rows, SendCode code, TimeProvider time)
{
    private const int LongestMail = 254;

    /// <param name="devices">The secrets in the browser's device cookie.</param>
    internal async Task<PasswordChecked> Run(string mail, string password, IReadOnlyList<string> devices, Caller caller, CancellationToken cancel)
    {
        var address = mail.Length <= LongestMail ? mail : string.Empty;
        var account = await people.AccountOf(address, cancel);
        if (counters.Count(SignInLimits.PasswordPerRange, caller.Range) is { } crowded)
            return new PasswordChecked(PasswordAnswer.TooOften, Wait: crowded);
        var device = account is null ? null : await people.TrustedDeviceOf(account.Person, devices, time.Moment(), cancel);
        var waits = device is { } trusted
            ? counters.Count(SignInLimits.PasswordPerDevice, trusted.Value.ToString())
            : counters.Count(SignInLimits.PasswordPerAccount, indexes.OfMail(address).Value);
        if (waits is { } wait)
            return new PasswordChecked(PasswordAnswer.TooOften, Wait: wait);
        var compared = passwords.Compare(account, password);
        if (account is null || account.BlockedAt is not null || compared == PasswordVerificationResult.Failed)
            return new PasswordChecked(PasswordAnswer.Wrong);
        return await Start(account.Person, device is null ? SecondStep.MailedCode : SecondStep.TrustedDevice,
            compared == PasswordVerificationResult.SuccessRehashNeeded ? password : null, cancel);
    }

    private async Task<PasswordChecked> Start(PersonId person, SecondStep next, string? rehash, CancellationToken cancel)
    {
        var id = time.NewId<SignInId>();
        var visit = new Visit(Actor.Arriving(person), person.Profile, PeoplePurposes.SignIn, Operations.Create, new LoggedObject("sign-in", id.Value));
        if ((await door.Enter(visit, cancel)).Grant is not { } grant)
            return new PasswordChecked(PasswordAnswer.Wrong);
        var (signIn, browser) = rows.Add(grant, id, FirstProof.Password);
        if (next == SecondStep.MailedCode)
            await code.Add(grant, signIn, cancel);
        if (rehash is not null)
            (await grant.Rows<Account>().SingleAsync(cancel)).PasswordHash = passwords.Hash(rehash);
        return await door.Commit(cancel) ? new PasswordChecked(PasswordAnswer.Right, next, browser) : new PasswordChecked(PasswordAnswer.Wrong);
    }
}
