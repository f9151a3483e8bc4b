using Kring.Access;
using Kring.People.Devices;
using Kring.People.MailedLinks;
using Kring.People.SignIns;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.SignInLinks;

/// <summary>
/// Uses the link, once, and begins an attempt to sign in that is bound to the browser it is used in, whichever asked for it. It proved the mailbox and nothing more: a device that is trusted and
/// proves itself completes it, and everywhere else the password does. A mailed code never: that would be the mailbox twice.
/// </summary>
internal sealed class UseSignInLink(Door door, FindLink find, PeopleAccess people, SignInRows rows, TimeProvider time)
{
    internal async Task<bool> IsOpen(string secret, CancellationToken cancel) => await find.Run(LinkSort.SignIn, secret, cancel) is not null;

    /// <param name="devices">The secrets in the browser's device cookie.</param>
    /// <returns>What is asked next and the secret for the cookie of the attempt; null when the link does not work, or not any more.</returns>
    internal async Task<(SecondStep Next, string Browser)?> Run(string secret, IReadOnlyList<string> devices, CancellationToken cancel)
    {
        if (await find.Run(LinkSort.SignIn, secret, cancel) is not { } found)
            return null;
        var id = time.NewId<SignInId>();
        var visit = new Visit(Actor.Arriving(found.Person), found.Person.Profile, PeoplePurposes.SignIn, Operations.Create, new LoggedObject("sign-in", id.Value));
        if ((await door.Enter(visit, cancel)).Grant is not { } profile)
            return null;
        var now = time.Moment();
        var link = await profile.Rows<MailedLink>().SingleAsync(l => l.Id == found.Id, cancel);
        if (!link.OpenAt(now) || await profile.Rows<Account>().AnyAsync(a => a.BlockedAt != null, cancel))
            return null;
        link.End(now);
        var (_, browser) = rows.Add(profile, id, FirstProof.MailedLink);
        var trusted = await people.TrustedDeviceOf(found.Person, devices, now, cancel) is not null;
        return await door.Commit(cancel) ? (trusted ? SecondStep.TrustedDevice : SecondStep.Password, browser) : null;
    }
}
