using System.Security.Cryptography;
using Kring.Access;
using Kring.Access.Sealing;
using Kring.App.Display;
using Kring.Law;
using Kring.People.MailedLinks;
using Kring.Platform;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.Accounts;

/// <summary>How choosing a first password with a link ended.</summary>
public enum PasswordChoice
{
    Chosen,
    TooShort,
    TooLong,
    TooCommon,
    /// <summary>Used, too old, replaced by a newer one, or never there: which one is nobody's business.</summary>
    LinkOver,
}

/// <summary>
/// A link with which somebody chooses the first password of an account that was made for them, so that nobody else ever sees it. Single use, valid as long as an
/// invitation, and inert until somebody presses the button behind it. Until then nobody can sign in to the account.
/// </summary>
internal sealed class FirstPasswords(Door door, PeopleAccess people, Profiles profiles, Passwords passwords, LookupIndexes indexes, LegalTermsBoard terms, TimeProvider time)
{
    internal const string Kind = "first-password";
    private const int LongestSecret = 100;

    /// <summary>Adds an account without a password that anybody knows. The caller commits, and sees that the link reaches its owner.</summary>
    /// <returns>The path of the link within Kring.</returns>
    internal async Task<string> AddAccount(Grant profile, string mail, CancellationToken cancel)
        => await Renew(profiles.AddAccount(profile, mail, NewSecret()), cancel);

    /// <summary>Gives an account whose password was not chosen yet another link; the old one stops working. The caller commits.</summary>
    internal async Task<string> Renew(Account account, CancellationToken cancel)
    {
        var secret = NewSecret();
        account.PasswordLink = indexes.OfSecret(Kind, secret);
        account.PasswordLinkUntil = (await terms.Current(cancel)).EndOf(LegalTermKeys.Invitation, time.Moment());
        return "/wachtwoord-kiezen/" + secret;
    }

    /// <summary>Whether a link can be used. Looking changes nothing: mail scanners open links too.</summary>
    internal async Task<bool> IsOpen(string secret, CancellationToken cancel) => await OwnerOf(secret, cancel) is not null;

    internal async Task<PasswordChoice> Use(string secret, string password, CancellationToken cancel)
    {
        if (await OwnerOf(secret, cancel) is not { } person)
            return PasswordChoice.LinkOver;
        var choice = Passwords.Judge(password) switch
        {
            PasswordJudgement.Good => PasswordChoice.Chosen,
            PasswordJudgement.TooShort => PasswordChoice.TooShort,
            PasswordJudgement.TooLong => PasswordChoice.TooLong,
            PasswordJudgement.TooCommon => PasswordChoice.TooCommon,
        };
        return choice != PasswordChoice.Chosen || await Save(person, secret, password, cancel) ? choice : PasswordChoice.LinkOver;
    }

    private async Task<PersonId?> OwnerOf(string secret, CancellationToken cancel)
        => secret.Length <= LongestSecret && await people.AccountBehind(secret, cancel) is { } account && time.Moment() < account.PasswordLinkUntil ? account.Person : null;

    private async Task<bool> Save(PersonId person, string secret, string password, CancellationToken cancel)
    {
        var visit = new Visit(Actor.Arriving(person), person.Profile, PeoplePurposes.SignIn, Operations.Update, new LoggedObject("password"));
        if ((await door.Enter(visit, cancel)).Grant is not { } grant)
            return false;
        var index = indexes.OfSecret(Kind, secret);
        if (await grant.Rows<Account>().SingleOrDefaultAsync(a => a.PasswordLink == index && a.BlockedAt == null, cancel) is not { } account)
            return false;
        (account.PasswordHash, account.PasswordSetAt) = (passwords.Hash(password), time.Moment());
        await grant.EndLinks(account, time.Moment(), cancel);
        account.Language ??= DisplayCulture.LanguageNow;
        return await door.Commit(cancel);
    }

    private static string NewSecret() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
}
