using Kring.Access;
using Kring.Delivery;
using Kring.Delivery.Dispatch;
using Kring.People;
using Kring.People.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Kring.FirstStart.NewOrganisations;

/// <summary>How sending another link ended.</summary>
internal enum InviteAgainOutcome
{
    Invited,
    /// <summary>No account, or one whose owner chose a password.</summary>
    NobodyWaits,
    SomebodyWasFirst,
}

/// <summary>Gives somebody whose link to choose a first password was lost or ran out another one. An account with a password is never touched.</summary>
internal sealed class InviteAgain(Door door, PeopleAccess people, FirstPasswords links, Outbox outbox, Postmen postmen)
{
    /// <returns>And the path of the link when no mail brings it.</returns>
    internal async Task<(InviteAgainOutcome Outcome, string? Link)> Run(string mail, CancellationToken cancel)
    {
        if (await people.AccountOf(mail, cancel) is not { PasswordLink: not null, BlockedAt: null, Person: var person })
            return (InviteAgainOutcome.NobodyWaits, null);
        var visit = AddOrganisation.Making(AdmitOrganisation.Operator, person.Profile, new LoggedObject("password"));
        if ((await door.Enter(visit, cancel)).Grant is not { } profile || await profile.Rows<Account>().SingleOrDefaultAsync(a => a.PasswordLink != null, cancel) is not { } account)
            return (InviteAgainOutcome.NobodyWaits, null);
        var link = await links.Renew(account, cancel);
        var known = await profile.Rows<Person>().AsNoTracking().SingleAsync(cancel);
        var byMail = postmen.Channels.Contains(DeliveryChannel.Mail);
        if (byMail)
            AddOrganisation.Invite(outbox, profile, profile.Open(Person.NameField, known.Id.Value, known.Name), mail, link, account.Language ?? "nl");
        return await door.Commit(cancel) ? (InviteAgainOutcome.Invited, byMail ? null : link) : (InviteAgainOutcome.SomebodyWasFirst, null);
    }
}
