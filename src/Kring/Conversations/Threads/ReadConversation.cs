using Kring.Access;
using Kring.Conversations.Drafts;
using Kring.Conversations.Messages;
using Kring.Conversations.Reading;
using Kring.Networks;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations.Threads;

/// <summary>A page of a conversation, for one reader.</summary>
/// <param name="FirstUnread">The number of the first message of others that was not read; null when there is none on this page.</param>
/// <param name="HiddenBefore">Older messages than this are there, and are not this reader's to see.</param>
/// <param name="Reply">What the reader is about to answer.</param>
internal sealed record ConversationShown(
    NetworkHead Head, string Subject, Audience Audience, string Path, IReadOnlyList<Reader> People, IReadOnlyList<MessageShown> Messages, long? FirstUnread,
    bool HasOlder, bool HasNewer, long LastNumber, long Reached, DateTimeOffset? HiddenBefore, DraftShown? Draft, QuoteShown? Reply, bool MayWrite);

internal sealed record DraftShown(string Text, DateTimeOffset ChangedAt);

/// <summary>Reads fifty messages of a conversation: the newest, those around the first unread or around a number, or those before or after one.</summary>
internal sealed class ReadConversation(EnterConversation enter, NetworksAccess networks, LoadReadership readers)
{
    internal const int PerPage = 50;
    private const int ReadAbove = 5, ShownAbove = 20;

    internal async Task<(ConversationShown? Shown, GateRefusal Refusal)> Run(Actor actor, NetworkId network, ConversationId id, MessageRange range, CancellationToken cancel)
    {
        var way = await enter.Run(actor, network, id, Operations.Read, "conversation", cancel);
        if (way.Talk is not { } talk)
            return (null, way.Refusal);
        var (grant, conversation) = (talk.Grant, talk.Conversation);
        var first = await FirstShown(talk, cancel);
        var reached = await Receipts.Reached(grant, id, cancel);
        var rows = await Page(talk, range, first, reached, cancel);
        var readership = await readers.Run(grant, conversation, cancel);
        var messages = await OpenMessages.Run(talk, readership, rows, cancel);
        var draft = await grant.Rows<Draft>().SingleOrDefaultAsync(d => d.Conversation == id && d.Person == grant.Person, cancel);
        return (new ConversationShown(
            await networks.Head(grant, cancel), grant.Open(Conversation.SubjectField, id.Value, conversation.Subject), conversation.Audience, talk.Path, readership.Now, messages,
            messages.FirstOrDefault(m => m.Number > reached && !m.Own)?.Number is { } unread && (messages[0].Number <= reached + 1 || range.Anywhere) ? unread : null,
            messages.Count > 0 && messages[0].Number > first, messages.Count > 0 && messages[^1].Number < conversation.LastNumber, conversation.LastNumber, reached, first > 1 ? talk.HistoryFrom : null,
            draft is null ? null : new DraftShown(grant.Open(Draft.TextField, draft.Id.Value, draft.Text), draft.ChangedAt),
            await Reply(talk, readership, range.ReplyTo, cancel), !grant.Standing.ReadOnly), GateRefusal.None);
    }

    private static async Task<long> FirstShown(Talk talk, CancellationToken cancel)
    {
        if (talk.HistoryFrom is not { } from || from <= talk.Conversation.StartedAt)
            return 1;
        return await talk.Grant.Rows<Message>().Where(m => m.Conversation == talk.Conversation.Id && m.At >= from).OrderBy(m => m.At).ThenBy(m => m.Number)
            .Select(m => (long?)m.Number).FirstOrDefaultAsync(cancel) ?? talk.Conversation.LastNumber + 1;
    }

    // Numbers have no gaps, so a page is a stretch of the index: as quick at message 10,000 as at message 50.
    private static async Task<IReadOnlyList<Message>> Page(Talk talk, MessageRange range, long first, long reached, CancellationToken cancel)
    {
        var all = talk.Grant.Rows<Message>().Where(m => m.Conversation == talk.Conversation.Id && m.Number >= first);
        if (range.After is { } after)
            return await all.Where(m => m.Number > after).OrderBy(m => m.Number).Take(PerPage).ToListAsync(cancel);
        if (range.Around is { } around)
            return await all.Where(m => m.Number >= Math.Clamp(around, 1, talk.Conversation.LastNumber) - ShownAbove).OrderBy(m => m.Number).Take(PerPage).ToListAsync(cancel);
        if (range.Before is null && reached > 0 && talk.Conversation.LastNumber - reached > PerPage)
            return await all.Where(m => m.Number > reached - ReadAbove).OrderBy(m => m.Number).Take(PerPage).ToListAsync(cancel);
        var before = range.Before ?? long.MaxValue;
        var newest = await all.Where(m => m.Number < before).OrderByDescending(m => m.Number).Take(PerPage).ToListAsync(cancel);
        newest.Reverse();
        return newest;
    }

    private static async Task<QuoteShown?> Reply(Talk talk, Readership readership, long? number, CancellationToken cancel)
    {
        if (number is not { } asked || await talk.Grant.Rows<Message>().SingleOrDefaultAsync(m => m.Conversation == talk.Conversation.Id && m.Number == asked, cancel) is not { } message || !talk.MaySee(message.At))
            return null;
        var shown = (await OpenMessages.Run(talk, readership, [message], cancel))[0];
        return shown.Text is null ? null : new QuoteShown(asked, shown.Author, OpenMessages.Say(shown.Text, shown.Attachments), false);
    }
}

/// <summary>Which messages are asked for.</summary>
/// <param name="Around">The number of a message that is to stand in its surroundings.</param>
internal readonly record struct MessageRange(long? Before = null, long? After = null, long? ReplyTo = null, long? Around = null)
{
    internal bool Anywhere => Before is null && After is null && Around is null;
}
