using Kring.Access;
using Kring.Delivery;
using Kring.People.Accounts;
using Kring.People.Devices;
using Kring.People.MailedLinks;
using Kring.People.Sessions;
using Kring.People.SignIns;
using Kring.Platform;
using Kring.Platform.Limits;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.PasswordLinks;

/// <summary>How choosing a new password by a link ended.</summary>
public enum NewPassword
{
    Chosen,
    /// <summary>The link was used, is too old, a newer one was sent, or there never was one.</summary>
    Useless,
    Refused,
}

/// <summary>
/// Uses the link, once: the new password counts, every session ends, no device is trusted any more and so a code is asked at the next sign-in. The person is told on every
/// channel that is known.
/// </summary>
internal sealed class ChooseNewPassword(Door door, FindLink find, Passwords passwords, TryCounters counters, TellPerson tell, TimeProvider time)
{
    /// <summary>Whether the link would work now. Looking uses nothing: mail scanners open links too.</summary>
    internal async Task<bool> IsOpen(string secret, CancellationToken cancel) => await Find(secret, cancel) is not null;

    internal async Task<(NewPassword Answer, PasswordJudgement Judgement)> Run(string secret, string chosen, CancellationToken cancel)
    {
        if (await Find(secret, cancel) is not { } found)
            return (NewPassword.Useless, default);
        var judgement = Passwords.Judge(chosen);
        if (judgement != PasswordJudgement.Good)
            return (NewPassword.Refused, judgement);
        var visit = new Visit(Actor.Arriving(found.Person), found.Person.Profile, PeoplePurposes.SignIn, Operations.Update, new LoggedObject("password"));
        if ((await door.Enter(visit, cancel)).Grant is not { } profile)
            return (NewPassword.Useless, default);
        var now = time.Moment();
        var account = await profile.Rows<Account>().SingleAsync(cancel);
        var link = await profile.Rows<MailedLink>().SingleAsync(l => l.Id == found.Id, cancel);
        if (!link.OpenAt(now) || account.BlockedAt is not null)
            return (NewPassword.Useless, default);
        await profile.EndLinks(account, now, cancel);
        (account.PasswordHash, account.PasswordSetAt) = (passwords.Hash(chosen), now);
        await TrustNothing(profile, now, cancel);
        await tell.Add(found.Person, NoticeKind.PasswordChanged, "/wachtwoord-vergeten", cancel, everyChannel: true);
        if (!await door.Commit(cancel))
            return (NewPassword.Useless, default);
        counters.Forget(SignInLimits.PasswordPerAccount, account.MailIndex.Value);
        return (NewPassword.Chosen, judgement);
    }

    private Task<MailedLink?> Find(string secret, CancellationToken cancel) => find.Run(LinkSort.NewPassword, secret, cancel);

    private static async Task TrustNothing(Grant profile, DateTimeOffset now, CancellationToken cancel)
    {
        await profile.EndSessions(now, cancel);
        foreach (var attempt in await profile.Rows<SignIn>().Where(s => s.EndedAt == null).ToListAsync(cancel))
            attempt.End(now);
        foreach (var device in await profile.Rows<TrustedDevice>().Where(d => d.RevokedAt == null).ToListAsync(cancel))
            device.RevokedAt = now;
    }
}
