using Kring.Access;
using Kring.Conversations.Drafts;
using Kring.Conversations.Messages;
using Kring.Conversations.Reading;
using Kring.Conversations.Recent;
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

/// <summary>Messages of a conversation, for one reader.</summary>
/// <param name="First">The number of the first message that is this reader's to see.</param>
internal sealed record MessagesShown(Talk Talk, Readership Readership, string Subject, IReadOnlyList<MessageShown> Messages, long First, long Reached)
{
    internal Conversation Conversation => Talk.Conversation;

    internal bool HasOlder => Messages.Count > 0 && Messages[0].Number > First;

    internal bool HasNewer => Messages.Count > 0 && Messages[^1].Number < Conversation.LastNumber;

    internal bool MayWrite => !Talk.Grant.Standing.ReadOnly;
}

/// <summary>Reads fifty messages of a conversation: the newest, those around the first unread or around a number, or those before or after one.</summary>
internal sealed class ReadConversation(EnterConversation enter, NetworksAccess networks, LoadRecent recent)
{
    private const int ReadAbove = 5, ShownAbove = 20;

    /// <summary>With all that its page shows around it.</summary>
    internal async Task<(ConversationShown? Shown, GateRefusal Refusal)> Run(Actor actor, NetworkId network, ConversationId id, MessageRange range, CancellationToken cancel)
    {
        var (read, refusal) = await Messages(actor, network, id, range, cancel);
        if (read is null)
            return (null, refusal);
        var (grant, conversation, messages, reached) = (read.Talk.Grant, read.Conversation, read.Messages, read.Reached);
        var draft = await grant.Rows<Draft>().SingleOrDefaultAsync(d => d.Conversation == id && d.Person == grant.Person, cancel);
        return (new ConversationShown(
            await networks.Head(grant, cancel), read.Subject, conversation.Audience, read.Talk.Path, read.Readership.Now, messages,
            messages.FirstOrDefault(m => m.Number > reached && !m.Own)?.Number is { } unread && (messages[0].Number <= reached + 1 || range.Anywhere) ? unread : null,
            read.HasOlder, read.HasNewer, conversation.LastNumber, reached, read.First > 1 ? read.Talk.HistoryFrom : null,
            draft is null ? null : new DraftShown(grant.Open(Draft.TextField, draft.Id.Value, draft.Text), draft.ChangedAt),
            await Reply(read.Talk, read.Readership, range.ReplyTo, cancel), read.MayWrite), GateRefusal.None);
    }

    /// <summary>The messages alone.</summary>
    internal async Task<(MessagesShown? Shown, GateRefusal Refusal)> Messages(Actor actor, NetworkId network, ConversationId id, MessageRange range, CancellationToken cancel)
    {
        var way = await enter.Run(actor, network, id, Operations.Read, "conversation", cancel);
        if (way.Talk is not { } talk)
            return (null, way.Refusal);
        var first = await FirstShown(talk, cancel);
        var newest = await recent.Run(talk, cancel);
        var readership = recent.Open(talk, newest);
        var reached = readership.Find(talk.Grant.Person)?.ReadUpTo ?? await Receipts.Reached(talk.Grant, id, cancel);
        var messages = await Elsewhere(talk, range, first, reached, cancel) is { } rows
            ? await OpenMessages.Run(talk, readership, rows, cancel)
            : OpenMessages.Open(talk, readership, newest.Messages, [.. newest.Messages.Messages.Where(m => m.Number >= first)]);
        return (new MessagesShown(talk, readership, talk.Grant.Open(Conversation.SubjectField, id.Value, talk.Conversation.Subject), messages, first, reached), GateRefusal.None);
    }

    private static async Task<long> FirstShown(Talk talk, CancellationToken cancel)
    {
        if (talk.HistoryFrom is not { } from || from <= talk.Conversation.StartedAt)
            return 1;
        return await talk.Grant.Rows<Message>().Where(m => m.Conversation == talk.Conversation.Id && m.At >= from).OrderBy(m => m.At).ThenBy(m => m.Number)
            .Select(m => (long?)m.Number).FirstOrDefaultAsync(cancel) ?? talk.Conversation.LastNumber + 1;
    }

    // Numbers have no gaps, so a page is a stretch of the index. None: the newest are asked for.
    private static async Task<IReadOnlyList<Message>?> Elsewhere(Talk talk, MessageRange range, long first, long reached, CancellationToken cancel)
    {
        var all = talk.Grant.Rows<Message>().Where(m => m.Conversation == talk.Conversation.Id && m.Number >= first);
        if (range.After is { } after)
            return await all.Where(m => m.Number > after).OrderBy(m => m.Number).Take(LoadRecent.PerPage).ToListAsync(cancel);
        if (range.Around is { } around)
            return await all.Where(m => m.Number >= Math.Clamp(around, 1, talk.Conversation.LastNumber) - ShownAbove).OrderBy(m => m.Number).Take(LoadRecent.PerPage).ToListAsync(cancel);
        if (range.Before is null && reached > 0 && talk.Conversation.LastNumber - reached > LoadRecent.PerPage)
            return await all.Where(m => m.Number > reached - ReadAbove).OrderBy(m => m.Number).Take(LoadRecent.PerPage).ToListAsync(cancel);
        if ((range.Before ?? long.MaxValue) > talk.Conversation.LastNumber)
            return null;
        var older = await all.Where(m => m.Number < range.Before).OrderByDescending(m => m.Number).Take(LoadRecent.PerPage).ToListAsync(cancel);
        older.Reverse();
        return older;
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
