using Kring.Access;
using Kring.Access.Sealing;
using Kring.Law;
using Kring.People.Accounts;
using Kring.People.SignIns;
using Kring.Platform;
using Kring.Platform.Limits;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Invitations;

internal enum AccountAsked
{
    /// <summary>Whether there is an account at the address is said in the mail, and nowhere else.</summary>
    MailSent,
    /// <summary>Open the link again: who you are or what it is worth has changed since.</summary>
    NotLikeThis,
    PasswordRefused,
    TooOften,
    SomebodyWasFirst,
}

/// <summary>What somebody invited by SMS typed.</summary>
/// <param name="Browser">The secret in the cookie.</param>
internal sealed record AccountWish(string Mail, string Password, string Browser, Caller Caller);

internal sealed record AskedAccount(AccountAsked Answer, string? WhyNotPassword = null, TimeSpan Wait = default);

/// <summary>
/// Keeps what somebody invited by SMS typed for their account, the password as a hash, and mails a code to the address. Nothing is made until that code is right. The same form
/// sent twice is one mail.
/// </summary>
internal sealed class AskAccount(
    Door door, OpenInvitation open, SendAccountCode code, Passwords passwords, TryCounters counters, LookupIndexes indexes, LegalTermsBoard terms, TimeProvider time)
{
    internal async Task<AskedAccount> Run(Actor? known, string secret, AccountWish wish, CancellationToken cancel)
    {
        if (counters.Count(SignInLimits.AccountPerRange, wish.Caller.Range) is { } crowded)
            return new AskedAccount(AccountAsked.TooOften, Wait: crowded);
        var (hash, whyNot) = passwords.Choose(wish.Password);
        if (hash is null)
            return new AskedAccount(AccountAsked.PasswordRefused, whyNot);
        var opened = await open.Run(known, secret, cancel);
        if (opened.Plan != AcceptancePlan.MakeAccount || opened.ByMail)
            return new AskedAccount(AccountAsked.NotLikeThis);
        return await Once(opened, wish, hash, cancel) ?? await Once(opened, wish, hash, cancel) ?? new AskedAccount(AccountAsked.SomebodyWasFirst);
    }

    private async Task<AskedAccount?> Once(OpenedInvitation opened, AccountWish wish, string hash, CancellationToken cancel)
    {
        if ((await door.Enter(Visit(opened), cancel)).Grant is not { } grant)
            return new AskedAccount(AccountAsked.NotLikeThis);
        var waiting = await grant.Rows<WaitingAccount>().SingleOrDefaultAsync(w => w.Invitation == opened.Id, cancel);
        if (waiting is not null && await IsSame(grant, waiting, wish, cancel))
            return new AskedAccount(AccountAsked.MailSent);
        if (TooOften(opened.Id, wish.Mail) is { } wait)
            return new AskedAccount(AccountAsked.TooOften, Wait: wait);
        await code.Add(grant, Put(grant, waiting, opened.Id, wish, hash), wish.Mail, cancel);
        return await door.Commit(cancel) ? new AskedAccount(AccountAsked.MailSent) : null;
    }

    internal static Visit Visit(OpenedInvitation opened)
        => new(Actor.Invited(opened.Id.Value), opened.Network.Compartment, NetworksPurposes.TakePart, Operations.Update, new LoggedObject("invitation", opened.Id.Value));

    /// <summary>Counted for a free address and a taken one alike.</summary>
    internal TimeSpan? TooOften(InvitationId invitation, string mail)
        => counters.Count(SignInLimits.AccountMailPerInvitation, invitation.Value.ToString()) ?? counters.Count(SignInLimits.AccountMailPerAddress, indexes.OfMail(mail).Value);

    private async Task<bool> IsSame(Grant grant, WaitingAccount waiting, AccountWish wish, CancellationToken cancel)
    {
        var now = time.Moment();
        var id = waiting.Invitation.Value;
        return waiting.GoesOnIn(indexes.OfAccountBrowser(wish.Browser), await terms.Current(cancel), now) && now < waiting.CodeEndsAt && waiting.CodeTries < CodeAttempt.MostTries
            && grant.OpenOrNull(WaitingAccount.MailField, id, waiting.Mail) == wish.Mail
            && grant.OpenOrNull(WaitingAccount.PasswordHashField, id, waiting.PasswordHash) is { } kept && passwords.CompareHash(kept, wish.Password) != PasswordVerificationResult.Failed;
    }

    private WaitingAccount Put(Grant grant, WaitingAccount? there, InvitationId id, AccountWish wish, string hash)
    {
        var browser = indexes.OfAccountBrowser(wish.Browser);
        var waiting = there ?? grant.Add(new WaitingAccount { Compartment = grant.Compartment.Id, Invitation = id, Browser = browser, StartedAt = default });
        (waiting.Browser, waiting.StartedAt) = (browser, time.Moment());
        waiting.Mail = grant.Seal(WaitingAccount.MailField, id.Value, wish.Mail);
        waiting.PasswordHash = grant.Seal(WaitingAccount.PasswordHashField, id.Value, hash);
        return waiting;
    }
}
