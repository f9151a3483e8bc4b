using Kring.Access;
using Kring.Networks;
using Kring.Networks.Participation;
using Kring.Organisations;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations.Reading;

/// <summary>Somebody of the network, now or formerly, as a conversation knows them.</summary>
/// <param name="TakesPart">Whether they are in the conversation's audience now.</param>
/// <param name="ReadUpTo">The number of the newest message they have read.</param>
internal sealed record Reader(PersonId Person, string Name, string Function, bool Professional, bool TakesPart, DateTimeOffset? HistoryFrom, long ReadUpTo)
{
    internal bool CanRead(DateTimeOffset said) => TakesPart && (HistoryFrom is not { } from || said >= from);
}

/// <summary>Everybody who is or was in the network of a conversation; the names of those who left stay with what they said.</summary>
internal sealed class Readership(IReadOnlyDictionary<PersonId, Reader> everyone)
{
    internal IReadOnlyList<Reader> Now { get; } = [.. everyone.Values.Where(r => r.TakesPart).OrderBy(r => r.Name, StringComparer.CurrentCulture)];

    internal Reader? Find(PersonId person) => everyone.GetValueOrDefault(person);

    /// <summary>Who can read what somebody said, the author left out.</summary>
    internal IEnumerable<Reader> Of(PersonId author, DateTimeOffset said) => Now.Where(r => r.Person != author && r.CanRead(said));
}

/// <summary>Who is or was in the network, sealed, and how far each has read.</summary>
internal sealed record ReadershipRows(IReadOnlyList<MemberRow> Members, IReadOnlyDictionary<OrganisationId, Organisation> Organisations);

internal sealed record MemberRow(NetworkMembership Membership, long? ReadUpTo);

/// <summary>Loads who takes part in a conversation and how far each has read: one query, whatever the number of messages.</summary>
internal sealed class LoadReadership(OrganisationsAccess organisations, TimeProvider time)
{
    internal async Task<Readership> Run(Grant grant, Conversation conversation, CancellationToken cancel) => Open(grant, conversation, await Rows(grant, conversation.Id, cancel));

    internal async Task<ReadershipRows> Rows(Grant grant, ConversationId conversation, CancellationToken cancel)
    {
        var receipts = grant.Rows<ReadReceipt>().Where(r => r.Conversation == conversation);
        var rows = await grant.Rows<NetworkMembership>().AsNoTracking()
            .Select(m => new MemberRow(m, receipts.Where(r => r.Person == m.Person).Max(r => (long?)r.UpTo))).ToListAsync(cancel);
        return new ReadershipRows(rows, await organisations.Of([.. rows.Select(r => r.Membership.Organisation).OfType<OrganisationId>().Distinct()], cancel));
    }

    internal Readership Open(Grant grant, Conversation conversation, ReadershipRows rows)
    {
        var now = time.Moment();
        return new Readership(rows.Members.GroupBy(r => r.Membership.Person).ToDictionary(g => g.Key, g =>
        {
            var latest = g.OrderByDescending(r => r.Membership.ActiveAt(now)).ThenByDescending(r => r.Membership.From).First();
            var (who, id) = (latest.Membership, latest.Membership.Id.Value);
            var function = grant.FunctionOf(who);
            return new Reader(who.Person, grant.Open(NetworkMembership.NameField, id, who.Name), With(function, who.Organisation), who.Capacity == Capacity.Professional,
                who.ActiveAt(now) && conversation.IsFor(who.Capacity), who.HistoryFrom, latest.ReadUpTo ?? 0);
        }));

        string With(string function, OrganisationId? of)
        {
            var words = function.Length == 0 ? function : char.ToUpperInvariant(function[0]) + function[1..];
            return of is { } id && rows.Organisations.TryGetValue(id, out var organisation) ? $"{words}, {organisation.Name}" : words;
        }
    }
}
