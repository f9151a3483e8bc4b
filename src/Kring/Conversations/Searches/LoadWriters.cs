using Kring.Access;
using Kring.Conversations.Messages;
using Kring.Networks.Participation;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations.Searches;

/// <summary>Somebody who wrote, or can write, what the reader may read.</summary>
internal sealed record Writer(PersonId Person, string Name);

/// <summary>Loads who takes part now, and of those who did before the ones who said something that the reader may read: nobody else's name is shown by a search.</summary>
internal sealed class LoadWriters(TimeProvider time)
{
    internal async Task<IReadOnlyList<Writer>> Run(Grant grant, IQueryable<Message> said, CancellationToken cancel)
    {
        var now = time.Moment();
        var rows = await grant.Rows<NetworkMembership>()
            .Where(m => (m.From <= now && (m.Until == null || m.Until > now)) || said.Any(s => s.Author == m.Person)).ToListAsync(cancel);
        return [.. rows.GroupBy(m => m.Person)
            .Select(g => g.OrderByDescending(m => m.ActiveAt(now)).ThenByDescending(m => m.From).First())
            .Select(m => new Writer(m.Person, grant.Open(NetworkMembership.NameField, m.Id.Value, m.Name))).OrderBy(w => w.Name, StringComparer.CurrentCulture)];
    }
}
