using Kring.Access;
using Kring.People.PasswordLinks;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.Accounts;

internal static class EndedLinks
{
    /// <summary>Whatever way a password was chosen: no link that was sent before it chooses another.</summary>
    internal static async Task EndPasswordLinks(this Grant profile, Account account, DateTimeOffset now, CancellationToken cancel)
    {
        (account.PasswordLink, account.PasswordLinkUntil) = (null, null);
        foreach (var link in await profile.Rows<PasswordLink>().Where(l => l.EndedAt == null).ToListAsync(cancel))
            link.End(now);
    }
}
