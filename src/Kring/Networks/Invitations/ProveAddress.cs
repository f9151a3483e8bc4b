using Kring.Access;
using Kring.Access.Sealing;
using Kring.Law;
using Kring.People;
using Kring.People.Accounts;
using Kring.People.SignIns;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Invitations;

/// <summary>What somebody sends who makes an account from an invitation. The mail address of the account is proved first.</summary>
internal abstract record NewAccount(Caller Caller);

/// <summary>Invited by mail: the link itself proves the address.</summary>
internal sealed record ChosenPassword(string Password, Caller Caller) : NewAccount(Caller);

/// <summary>Invited by SMS: the code from the mail proves it, in the browser that asked for the account.</summary>
internal sealed record TypedCode(string Code, string? Browser, Caller Caller) : NewAccount(Caller);

/// <param name="WhyNot">Why nothing is made.</param>
/// <param name="Guessed">A guess at the code was counted, which must be saved.</param>
internal sealed record ProvenAddress(ProvenPerson? Person, Acceptance? WhyNot = null, bool Guessed = false);

/// <summary>Judges what proves somebody's mail address. Of an invitation by SMS the link has proved the number.</summary>
internal sealed class ProveAddress(Passwords passwords, MailedCodes codes, LookupIndexes indexes, LegalTermsBoard terms, TimeProvider time)
{
    /// <param name="person">Whom the account is made for.</param>
    internal async Task<ProvenAddress> Run(Grant grant, OpenedInvitation opened, PersonId person, NewAccount wanted, CancellationToken cancel) => wanted switch
    {
        ChosenPassword chosen when opened.ByMail => ByLink(opened, person, chosen),
        TypedCode typed when !opened.ByMail => await ByCode(grant, opened, person, typed, cancel),
        _ => new ProvenAddress(null, new Acceptance(AcceptOutcome.NotLikeThis)),
    };

    private ProvenAddress ByLink(OpenedInvitation opened, PersonId person, ChosenPassword chosen)
    {
        var (hash, whyNot) = passwords.Choose(chosen.Password);
        return hash is null
            ? new ProvenAddress(null, new Acceptance(AcceptOutcome.PasswordRefused, WhyNot: whyNot))
            : new ProvenAddress(Proven(opened, person, opened.Address!.Value, null, hash));
    }

    private async Task<ProvenAddress> ByCode(Grant grant, OpenedInvitation opened, PersonId person, TypedCode typed, CancellationToken cancel)
    {
        var now = time.Moment();
        var waiting = await grant.Rows<WaitingAccount>().SingleOrDefaultAsync(w => w.Invitation == opened.Id, cancel);
        if (waiting is null || typed.Browser is null || !waiting.GoesOnIn(indexes.OfAccountBrowser(typed.Browser), await terms.Current(cancel), now))
            return new ProvenAddress(null, new Acceptance(AcceptOutcome.StartOver));
        var judgement = waiting.TryCode(codes.IndexOf(opened.Id.Value, typed.Code), newest: true, now);
        if (judgement != CodeJudgement.Right)
            return new ProvenAddress(null, new Acceptance(AcceptOutcome.CodeRefused, WhyNot: MailedCodes.Sentence(judgement)), judgement != CodeJudgement.Useless);
        var mail = grant.Open(WaitingAccount.MailField, opened.Id.Value, waiting.Mail!.Value);
        var hash = grant.Open(WaitingAccount.PasswordHashField, opened.Id.Value, waiting.PasswordHash!.Value);
        waiting.Clear();
        return new ProvenAddress(Proven(opened, person, mail, opened.Address!.Value, hash));
    }

    private static ProvenPerson Proven(OpenedInvitation opened, PersonId person, string mail, string? phone, string hash)
        => new(person, opened.Enrolled is not null, new PersonDetails(opened.Name!, mail, phone), hash);
}
