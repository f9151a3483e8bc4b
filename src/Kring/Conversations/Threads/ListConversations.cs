using Kring.Access;
using Kring.Conversations.Drafts;
using Kring.Conversations.Messages;
using Kring.Conversations.Reading;
using Kring.Networks;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations.Threads;

/// <param name="NextBefore">Where the next page begins; null on the last.</param>
internal sealed record ConversationList(NetworkHead Head, IReadOnlyList<ConversationLine> Lines, DateTimeOffset? NextBefore, bool MayWrite);

internal sealed record ConversationLine(ConversationId Id, string Subject, Audience Audience, DateTimeOffset LastAt, long Unread, bool HasDraft);

/// <summary>The conversations of a network that somebody may read, the liveliest first.</summary>
internal sealed class ListConversations(Door door, NetworksAccess networks)
{
    private const int PerPage = 50;

    internal async Task<(ConversationList? List, GateRefusal Refusal)> Run(Actor actor, NetworkId network, DateTimeOffset? before, CancellationToken cancel)
    {
        var entrance = await door.Enter(new Visit(actor, network.Compartment, ConversationsPurposes.Communicate, Operations.Read, new LoggedObject("conversation-list")), cancel);
        if (entrance.Grant is not { } grant)
            return (null, entrance.Refusal);
        var (me, from, audiences) = (grant.Person, grant.Standing.HistoryFrom, Conversation.OpenTo(grant.Standing.Role).ToList());
        var (receipts, drafts, messages) = (grant.Rows<ReadReceipt>(), grant.Rows<Draft>(), grant.Rows<Message>());
        var rows = await grant.Rows<Conversation>().Where(c => audiences.Contains(c.Audience) && (before == null || c.LastAt < before) && (from == null || c.LastAt >= from))
            .OrderByDescending(c => c.LastAt).Take(PerPage + 1)
            .Select(c => new
            {
                Conversation = c,
                Reached = receipts.Where(r => r.Conversation == c.Id && r.Person == me).Max(r => (long?)r.UpTo),
                HasDraft = drafts.Any(d => d.Conversation == c.Id && d.Person == me),
                FirstShown = from == null || from <= c.StartedAt ? 1
                    : messages.Where(m => m.Conversation == c.Id && m.At >= from).OrderBy(m => m.At).ThenBy(m => m.Number).Select(m => (long?)m.Number).FirstOrDefault() ?? c.LastNumber + 1,
            }).ToListAsync(cancel);
        var lines = rows.Take(PerPage).Select(r => new ConversationLine(r.Conversation.Id, grant.Open(Conversation.SubjectField, r.Conversation.Id.Value, r.Conversation.Subject),
            r.Conversation.Audience, r.Conversation.LastAt, Unread.Count(r.Conversation.LastNumber, r.Reached, r.FirstShown), r.HasDraft)).ToList();
        var head = await networks.Head(grant, cancel);
        return (new ConversationList(head, lines, rows.Count > PerPage ? lines[^1].LastAt : null, !grant.Standing.ReadOnly), GateRefusal.None);
    }
}
