using System.Globalization;
using Kring.Access;
using Kring.Delivery;
using Kring.People;
using Kring.People.SignIns;

namespace Kring.Networks.Invitations;

/// <summary>
/// Mails whoever reads an address what they need to go on: a code, or that they have an account already. The page says the same for both. No name stands in it, since the
/// address may be a stranger's. The caller commits.
/// </summary>
internal sealed class SendAccountCode(PeopleAccess people, MailedCodes codes, Outbox outbox)
{
    internal async Task Add(Grant network, WaitingAccount waiting, string mail, CancellationToken cancel)
    {
        var taken = await people.AccountOf(mail, cancel) is not null;
        var variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["language"] = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName };
        if (taken)
        {
            variables["path"] = "/inloggen";
            await codes.GiveNone(waiting, waiting.Invitation.Value, cancel);
        }
        else
        {
            variables["code"] = await codes.Give(waiting, waiting.Invitation.Value, cancel);
        }

        outbox.Add(network, taken ? NoticeKind.AccountExists : NoticeKind.AccountCode, DeliveryChannel.Mail, mail, variables,
            uselessAfter: taken ? null : waiting.CodeEndsAt, mergeKey: $"account-code/{waiting.Invitation.Value}");
    }
}
