using Kring.Access;
using Kring.People.Accounts;
using Kring.People.Devices;
using Kring.People.Sessions;
using Kring.People.SignIns;
using Kring.Platform;
using Kring.Platform.Limits;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.SignInLinks;

/// <summary>How giving the password after a link ended.</summary>
public enum LinkPassword
{
    SignedIn,
    Wrong,
    TooOften,
    /// <summary>No link was used in this browser, too long ago, or everything was signed out since.</summary>
    StartOver,
}

internal sealed record LinkPasswordGiven(LinkPassword Answer, Arrival? Arrival = null, TimeSpan Wait = default);

/// <summary>The second step after a link from the mail, in a browser that is not trusted: the password. Mailbox and password, as with a password and a mailed code.</summary>
internal sealed class GivePassword(OpenSignIn open, Door door, Passwords passwords, TryCounters counters, StartSession sessions, TrustDevice trust, TimeProvider time)
{
    /// <param name="device">What to trust this browser by; null when it did not ask for that.</param>
    internal async Task<LinkPasswordGiven> Run(string? browser, string password, DeviceToTrust? device, IReadOnlyList<string> devices, Caller caller, CancellationToken cancel)
    {
        if (counters.Count(SignInLimits.PasswordPerRange, caller.Range) is { } crowded)
            return new LinkPasswordGiven(LinkPassword.TooOften, Wait: crowded);
        if (await open.Find(browser, cancel, FirstProof.MailedLink) is not { } found)
            return new LinkPasswordGiven(LinkPassword.StartOver);
        if (counters.Count(SignInLimits.PasswordAfterLink, found.Person.ToString()) is { } wait)
            return new LinkPasswordGiven(LinkPassword.TooOften, Wait: wait);
        if ((await door.Enter(OpenSignIn.Visit(found), cancel)).Grant is not { } grant)
            return new LinkPasswordGiven(LinkPassword.StartOver);
        var signIn = await grant.Rows<SignIn>().SingleAsync(s => s.Id == found.Id, cancel);
        var account = await grant.Rows<Account>().SingleOrDefaultAsync(cancel);
        var compared = passwords.Compare(account, password);
        if (account is null || account.BlockedAt is not null || compared == PasswordVerificationResult.Failed)
            return new LinkPasswordGiven(LinkPassword.Wrong);
        if (signIn.EndedAt is not null)
            return new LinkPasswordGiven(LinkPassword.StartOver);
        signIn.End(time.Moment());
        if (compared == PasswordVerificationResult.SuccessRehashNeeded)
            account.PasswordHash = passwords.Hash(password);
        var trusted = device is null ? null : await trust.Add(grant, device, devices, cancel);
        var arrival = new Arrival(grant.Person, await sessions.Add(grant, caller.Browser, caller.Address, trusted?.Device, cancel), trusted);
        if (!await door.Commit(cancel))
            return new LinkPasswordGiven(LinkPassword.StartOver);
        counters.Forget(SignInLimits.PasswordAfterLink, found.Person.ToString());
        return new LinkPasswordGiven(LinkPassword.SignedIn, arrival);
    }
}
