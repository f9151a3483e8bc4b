using Kring.Access;
using Kring.Access.Sealing;
using Kring.Law;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Invitations;

/// <summary>Mails once more, in the browser that asked for the account. The old code stops working.</summary>
internal sealed class AskAccountCodeAgain(Door door, OpenInvitation open, AskAccount ask, SendAccountCode code, LookupIndexes indexes, LegalTermsBoard terms, TimeProvider time)
{
    internal async Task<AskedAccount> Run(Actor? known, string secret, string? browser, CancellationToken cancel)
    {
        var opened = await open.Run(known, secret, cancel);
        if (browser is null || opened.Plan != AcceptancePlan.MakeAccount || (await door.Enter(AskAccount.Visit(opened), cancel)).Grant is not { } grant)
            return new AskedAccount(AccountAsked.NotLikeThis);
        var waiting = await grant.Rows<WaitingAccount>().SingleOrDefaultAsync(w => w.Invitation == opened.Id, cancel);
        if (waiting is null || !waiting.GoesOnIn(indexes.OfAccountBrowser(browser), await terms.Current(cancel), time.Moment())
            || grant.OpenOrNull(WaitingAccount.MailField, opened.Id.Value, waiting.Mail) is not { } mail)
            return new AskedAccount(AccountAsked.NotLikeThis);
        if (ask.TooOften(opened.Id, mail) is { } wait)
            return new AskedAccount(AccountAsked.TooOften, Wait: wait);
        await code.Add(grant, waiting, mail, cancel);
        return new AskedAccount(await door.Commit(cancel) ? AccountAsked.MailSent : AccountAsked.SomebodyWasFirst);
    }
}
