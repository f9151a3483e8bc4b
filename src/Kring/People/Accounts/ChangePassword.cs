using Kring.Access;
using Kring.App.Display;
using Kring.Delivery;
using Kring.People.MailedLinks;
using Kring.People.Sessions;
using Kring.People.SignIns;
using Kring.Platform;
using Kring.Platform.Limits;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.Accounts;

/// <summary>How choosing a new password ended.</summary>
public enum PasswordChange
{
    Changed,
    OldIsWrong,
    SameAsOld,
    TooShort,
    TooLong,
    TooCommon,
    TooOften,
    /// <summary>Somebody changed the account at the same moment.</summary>
    TryAgain,
}

/// <summary>Changes one's own password: the old one proves that it is the owner at the keyboard. Every other session ends, and a mail says so.</summary>
internal sealed class ChangePassword(Door door, Passwords passwords, TryCounters counters, Outbox outbox, TimeProvider time)
{
    internal async Task<(PasswordChange Answer, TimeSpan Wait)> Run(Actor actor, string old, string chosen, CancellationToken cancel)
    {
        if (actor is not { Person: { } person, Session: { } own })
            return (PasswordChange.TryAgain, default);
        if (counters.Count(SignInLimits.OldPasswordPerAccount, person.ToString()) is { } wait)
            return (PasswordChange.TooOften, wait);
        var visit = new Visit(actor, person.Profile, PeoplePurposes.SignIn, Operations.Update, new LoggedObject("password"));
        if ((await door.Enter(visit, cancel)).Grant is not { } grant)
            return (PasswordChange.TryAgain, default);
        var account = await grant.Rows<Account>().SingleAsync(cancel);
        if (passwords.Compare(account, old) == PasswordVerificationResult.Failed)
            return (PasswordChange.OldIsWrong, default);
        counters.Forget(SignInLimits.OldPasswordPerAccount, person.ToString());
        var plan = Passwords.Judge(chosen) switch
        {
            PasswordJudgement.TooShort => PasswordChange.TooShort,
            PasswordJudgement.TooLong => PasswordChange.TooLong,
            PasswordJudgement.TooCommon => PasswordChange.TooCommon,
            PasswordJudgement.Good => old == chosen ? PasswordChange.SameAsOld : PasswordChange.Changed,
        };
        if (plan == PasswordChange.Changed && !await Save(grant, account, own, chosen, cancel))
            plan = PasswordChange.TryAgain;
        return (plan, default);
    }

    private async Task<bool> Save(Grant grant, Account account, SessionId own, string chosen, CancellationToken cancel)
    {
        var now = time.Moment();
        account.PasswordHash = passwords.Hash(chosen);
        account.PasswordSetAt = now;
        foreach (var session in await grant.Rows<Session>().Where(s => s.EndedAt == null && s.Id != own).ToListAsync(cancel))
            session.EndedAt = now;
        foreach (var attempt in await grant.Rows<SignIn>().Where(s => s.EndedAt == null).ToListAsync(cancel))
            attempt.End(now);
        await grant.EndLinks(account, now, cancel);
        var person = await grant.Rows<Person>().SingleAsync(cancel);
        if (grant.OpenOrNull(Person.MailField, person.Id.Value, person.Mail) is { } mail)
        {
            outbox.Add(grant, NoticeKind.AccountChanged, DeliveryChannel.Mail, mail, new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["name"] = grant.Open(Person.NameField, person.Id.Value, person.Name),
                ["path"] = "/mijn/apparaten",
                ["language"] = account.Language ?? DisplayCulture.LanguageNow,
            });
        }

        return await door.Commit(cancel);
    }
}
