using Kring.Access;
using Kring.Conversations.Drafts;
using Kring.Conversations.Live;
using Kring.Conversations.Messages;
using Kring.Conversations.Notices;
using Kring.Conversations.Reading;
using Kring.Data;
using Kring.Data.Wall;
using Kring.Delivery;
using Kring.Networks;
using Kring.Networks.Participation;
using Kring.People;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations;

/// <summary>What goes on in conversations, in ids, numbers and moments; what was said takes a grant.</summary>
internal sealed class ConversationsAccess(AppDb db, FindingDb finding, TimeProvider time) : INetworkActivity
{
    private static readonly HotQuery<Func<AppDb, List<ConversationId>, IAsyncEnumerable<Conversation>>> HeadsOf = new(() => EF.CompileAsyncQuery(
        (AppDb db, List<ConversationId> ids) => db.Set<Conversation>().AsNoTracking().Where(c => ids.Contains(c.Id))));

    public async Task<IReadOnlyDictionary<NetworkId, NetworkActivity>> Of(PersonId person, IReadOnlyCollection<NetworkId> networks, CancellationToken cancel)
    {
        var now = time.Moment();
        var compartments = networks.Select(n => n.Compartment.Id).ToList();
        var rows = await (
            from membership in db.Set<NetworkMembership>().AsNoTracking()
            join conversation in db.Set<Conversation>() on membership.Compartment equals conversation.Compartment
            where membership.Person == person && compartments.Contains(membership.Compartment) && membership.From <= now && (membership.Until == null || membership.Until > now)
                && (conversation.Audience == Audience.Everyone
                    || (conversation.Audience == Audience.WithoutRecipient && membership.Capacity != Capacity.CareRecipient)
                    || membership.Capacity == Capacity.Professional)
            select new
            {
                conversation.Compartment,
                conversation.LastNumber,
                conversation.LastAt,
                Reached = db.Set<ReadReceipt>().Where(r => r.Compartment == conversation.Compartment && r.Conversation == conversation.Id && r.Person == person).Max(r => (long?)r.UpTo),
                Hidden = membership.HistoryFrom != null && membership.HistoryFrom > conversation.StartedAt,
                FirstShown = db.Set<Message>().Where(m => m.Compartment == conversation.Compartment && m.Conversation == conversation.Id && m.At >= membership.HistoryFrom)
                    .OrderBy(m => m.At).ThenBy(m => m.Number).Select(m => (long?)m.Number).FirstOrDefault(),
            }).ToListAsync(cancel);
        return rows.GroupBy(r => r.Compartment).ToDictionary(g => new NetworkId(g.Key.Value), g => new NetworkActivity(
            (int)g.Sum(r => Unread.Count(r.LastNumber, r.Reached, r.Hidden ? r.FirstShown ?? r.LastNumber + 1 : 1)),
            g.Max(r => r.LastAt)));
    }

    /// <summary>Whether somebody who takes part has read a conversation as far as this, or to its end. Numbers only: nothing is shown by it.</summary>
    internal async Task<bool> HasReached(PersonId person, NetworkId network, ConversationId conversation, long upTo, CancellationToken cancel)
    {
        var (now, compartment) = (time.Moment(), network.Compartment.Id);
        return await db.Set<ReadReceipt>().AnyAsync(r => r.Compartment == compartment && r.Conversation == conversation && r.Person == person
            && (r.UpTo >= upTo || db.Set<Conversation>().Any(c => c.Compartment == compartment && c.Id == conversation && r.UpTo >= c.LastNumber))
            && db.Set<NetworkMembership>().Any(m => m.Compartment == compartment && m.Person == person && m.From <= now && (m.Until == null || m.Until > now)), cancel);
    }

    /// <summary>Conversations by their ids, as they stand now: sealed.</summary>
    internal async Task<IReadOnlyDictionary<ConversationId, Conversation>> Heads(IReadOnlyCollection<ConversationId> conversations, CancellationToken cancel)
        => await HeadsOf.On(finding.Db)(finding.Db, [.. conversations]).ToDictionaryAsync(c => c.Id, cancellationToken: cancel);

    /// <summary>The same within a transaction, locked: posts in them come one after the other.</summary>
    internal async Task<IReadOnlyDictionary<ConversationId, Conversation>> TakeTurns(IReadOnlyCollection<ConversationId> conversations)
    {
        var ids = conversations.Select(c => c.Value).ToArray();
        return db is PostgresDb
            ? await db.Set<Conversation>().FromSql($"select * from conversations where id = any({ids}) order by id for no key update").AsNoTracking().ToDictionaryAsync(c => c.Id)
            : await Heads(conversations, CancellationToken.None);
    }

    /// <summary>How far conversations have come by what was said in them just now.</summary>
    internal Task GiveTurns(IReadOnlyList<Conversation> conversations) => BulkRows.Update(db, conversations, CancellationToken.None, nameof(Conversation.LastNumber), nameof(Conversation.LastAt));

    /// <summary>Which of these an earlier try said.</summary>
    internal async Task<IReadOnlySet<(PersonId Author, Guid ClientId)>> Said(IReadOnlyCollection<(CompartmentId Compartment, PersonId Author, Guid ClientId)> tries)
    {
        var (compartments, authors, ids) = (tries.Select(t => t.Compartment).Distinct().ToList(), tries.Select(t => t.Author).Distinct().ToList(), tries.Select(t => t.ClientId).ToList());
        return (await db.Set<Message>().Where(m => compartments.Contains(m.Compartment) && authors.Contains(m.Author) && ids.Contains(m.ClientId))
            .Select(m => new { m.Author, m.ClientId }).ToListAsync()).Select(m => (m.Author, m.ClientId)).ToHashSet();
    }

    /// <summary>How far people have read.</summary>
    internal async Task<Dictionary<ConversationOf, long>> Reached(IReadOnlyCollection<ConversationOf> readers)
    {
        var (compartments, conversations, persons) = (readers.Select(r => r.Compartment).Distinct().ToList(), readers.Select(r => r.Conversation).Distinct().ToList(), readers.Select(r => r.Person).Distinct().ToList());
        return (await db.Set<ReadReceipt>().Where(r => compartments.Contains(r.Compartment) && conversations.Contains(r.Conversation) && persons.Contains(r.Person))
            .GroupBy(r => new { r.Compartment, r.Conversation, r.Person }).Select(g => new { g.Key.Compartment, g.Key.Conversation, g.Key.Person, UpTo = g.Max(r => r.UpTo) }).ToListAsync())
            .ToDictionary(r => new ConversationOf(r.Compartment, r.Conversation, r.Person), r => r.UpTo);
    }

    /// <summary>What these people were writing is said.</summary>
    internal async Task EndDrafts(IReadOnlyCollection<ConversationOf> writers)
    {
        var (compartments, persons) = (writers.Select(w => w.Compartment).Distinct().ToList(), writers.Select(w => w.Person).Distinct().ToList());
        var drafts = await db.Set<Draft>().Where(d => compartments.Contains(d.Compartment) && persons.Contains(d.Person)).Select(d => new { d.Id, Of = new ConversationOf(d.Compartment, d.Conversation, d.Person) }).ToListAsync();
        var over = drafts.Where(d => writers.Contains(d.Of)).Select(d => d.Id).ToList();
        if (over.Count > 0)
            await db.Set<Draft>().Where(d => compartments.Contains(d.Compartment) && over.Contains(d.Id)).ExecuteDeleteAsync();
    }

    /// <summary>How far conversations are, and when something in their last part changed: as far back as a stream that comes back looks. Numbers and moments only.</summary>
    internal async Task<IReadOnlyList<Newest>> NewestOf(IReadOnlyCollection<ConversationId> conversations, CancellationToken cancel)
        => await db.Set<Conversation>().AsNoTracking().Where(c => conversations.Contains(c.Id)).Select(c => new Newest(
            c.Id, c.LastNumber,
            db.Set<Message>().Where(m => m.Compartment == c.Compartment && m.Conversation == c.Id && m.Number > c.LastNumber - DeliverMessages.LookBack).Max(m => m.EditedAt),
            db.Set<Message>().Where(m => m.Compartment == c.Compartment && m.Conversation == c.Id && m.Number > c.LastNumber - DeliverMessages.LookBack).Max(m => m.RemovedAt))).ToListAsync(cancel);

    /// <summary>Messages whose readers may have to be told now, oldest first.</summary>
    internal async Task<IReadOnlyList<DueWord>> Due(int most, CancellationToken cancel)
    {
        var now = time.Moment();
        return await db.Set<WaitingNotice>().AsNoTracking().Where(w => w.DueAt <= now).OrderBy(w => w.DueAt).Take(most)
            .Select(w => new DueWord(new NetworkId(w.Compartment.Value), w.Id, w.Conversation, w.Author, w.Waited)).ToListAsync(cancel);
    }

    /// <summary>
    /// Who may read a message, has not, and is not told yet: there is no notice on its way to them, nor one since they last read. Whoever wants no notices stays out; their profile
    /// stays shut.
    /// </summary>
    internal async Task<IReadOnlyList<PersonId>> Untold(NetworkId network, Conversation conversation, Message message, CancellationToken cancel)
    {
        var now = time.Moment();
        var compartment = network.Compartment.Id;
        var members = await db.Set<NetworkMembership>().AsNoTracking()
            .Where(m => m.Compartment == compartment && m.Person != message.Author && m.From <= now && (m.Until == null || m.Until > now) && (m.HistoryFrom == null || m.HistoryFrom <= message.At))
            .Where(m => db.Set<Account>().Any(a => a.Person == m.Person && a.BlockedAt == null) && !db.Set<NoticeChoice>().Any(c => c.Person == m.Person && c.Mode == NoticeMode.Never)
                && !db.Set<ReadReceipt>().Any(r => r.Compartment == compartment && r.Conversation == conversation.Id && r.Person == m.Person && r.UpTo >= message.Number))
            .Select(m => new { m.Person, m.Capacity, LastRead = db.Set<ReadReceipt>().Where(r => r.Person == m.Person).Max(r => (DateTimeOffset?)r.At) }).ToListAsync(cancel);
        var readers = members.Where(m => conversation.IsFor(m.Capacity)).ToList();
        var profiles = readers.ConvertAll(r => r.Person.Profile.Id);
        var notices = (await db.Set<OutboxItem>().AsNoTracking().Where(i => profiles.Contains(i.Compartment) && (i.MergeKey == TellReaders.AtOnce || i.MergeKey == TellReaders.Daily))
            .GroupBy(i => new { i.Compartment, i.MergeKey, OnItsWay = i.SentAt == null && i.GivenUpAt == null })
            .Select(g => new { g.Key.Compartment, g.Key.MergeKey, g.Key.OnItsWay, Made = g.Max(i => i.MadeAt) }).ToListAsync(cancel)).ToLookup(n => n.Compartment);
        return [.. readers.Where(r => !notices[r.Person.Profile.Id].Any(n => n.OnItsWay || (n.MergeKey == TellReaders.AtOnce && (r.LastRead is null || n.Made > r.LastRead)))).Select(r => r.Person)];
    }
}

/// <summary>Somebody in a conversation.</summary>
internal readonly record struct ConversationOf(CompartmentId Compartment, ConversationId Conversation, PersonId Person);

internal sealed record DueWord(NetworkId Network, WaitingNoticeId Id, ConversationId Conversation, PersonId Author, bool Waited);
