using Kring.Access;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.MailedLinks;

internal static class EndedLinks
{
    /// <summary>Whatever way a password was chosen: no link that was sent before it chooses another, or lets anybody in.</summary>
    internal static Task EndLinks(this Grant profile, Account account, DateTimeOffset now, CancellationToken cancel)
    {
        (account.PasswordLink, account.PasswordLinkUntil) = (null, null);
        return profile.EndMailedLinks(now, cancel);
    }

    /// <summary>Ends the links that somebody had sent to themselves. The caller commits.</summary>
    /// <param name="only">Null for every sort.</param>
    internal static async Task EndMailedLinks(this Grant profile, DateTimeOffset now, CancellationToken cancel, LinkSort? only = null)
    {
        foreach (var link in await profile.Rows<MailedLink>().Where(l => l.EndedAt == null && (only == null || l.Sort == only)).ToListAsync(cancel))
            link.End(now);
    }
}
