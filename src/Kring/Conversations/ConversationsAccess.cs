using Kring.Access;
using Kring.Conversations.Messages;
using Kring.Conversations.Notices;
using Kring.Conversations.Reading;
using Kring.Data;
using Kring.Networks;
using Kring.Networks.Participation;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations;

/// <summary>What goes on in conversations, in ids, numbers and moments; what was said takes a grant.</summary>
internal sealed class ConversationsAccess(AppDb db, TimeProvider time) : INetworkActivity
{
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

    /// <summary>Messages whose readers may have to be told now, oldest first.</summary>
    internal async Task<IReadOnlyList<DueWord>> Due(int most, CancellationToken cancel)
    {
        var now = time.Moment();
        return await db.Set<WaitingNotice>().AsNoTracking().Where(w => w.DueAt <= now).OrderBy(w => w.DueAt).Take(most)
            .Select(w => new DueWord(new NetworkId(w.Compartment.Value), w.Id)).ToListAsync(cancel);
    }

    /// <summary>When somebody last read a message, in whatever network.</summary>
    internal Task<DateTimeOffset?> LastRead(PersonId person, CancellationToken cancel)
        => db.Set<ReadReceipt>().Where(r => r.Person == person).MaxAsync(r => (DateTimeOffset?)r.At, cancel);
}

internal sealed record DueWord(NetworkId Network, WaitingNoticeId Id);
