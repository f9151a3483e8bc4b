using Kring.Access;
using Kring.Conversations.Attachments;
using Kring.Conversations.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations.Messages;

/// <summary>Messages with what they quote and what goes with them, sealed: the same for every reader.</summary>
/// <param name="Known">The messages and what they quote, by number.</param>
internal sealed record LoadedMessages(IReadOnlyList<Message> Messages, IReadOnlyDictionary<long, Message> Known, ILookup<MessageId, Attachment> Attachments);

/// <summary>Opens messages for one reader: their texts, authors, quotes and how many have read them.</summary>
internal static class OpenMessages
{
    internal static async Task<IReadOnlyList<MessageShown>> Run(Talk talk, Readership readership, IReadOnlyList<Message> messages, CancellationToken cancel)
        => Open(talk, readership, await Load(talk.Grant, talk.Conversation.Id, messages, cancel), messages);

    /// <summary>What has to be at hand to show these messages to anybody.</summary>
    internal static async Task<LoadedMessages> Load(Grant grant, ConversationId conversation, IReadOnlyList<Message> messages, CancellationToken cancel)
    {
        var known = messages.ToDictionary(m => m.Number);
        var asked = messages.Where(m => m.ReplyTo is { } number && m.RemovedAt is null && !known.ContainsKey(number)).Select(m => m.ReplyTo!.Value).Distinct().ToList();
        if (asked.Count > 0)
        {
            foreach (var quoted in await grant.Rows<Message>().AsNoTracking().Where(m => m.Conversation == conversation && asked.Contains(m.Number)).ToListAsync(cancel))
                known[quoted.Number] = quoted;
        }

        return new LoadedMessages(messages, known, await OpenAttachments.Rows(grant, known.Values, cancel));
    }

    /// <param name="messages">Those of the loaded ones that this reader sees.</param>
    internal static IReadOnlyList<MessageShown> Open(Talk talk, Readership readership, LoadedMessages loaded, IReadOnlyList<Message> messages)
    {
        var attachments = OpenAttachments.Open(talk, loaded.Known.Values, loaded.Attachments);
        return [.. messages.Select(m => Show(talk, readership, m, m.ReplyTo is { } number && m.RemovedAt is null ? Quote(talk, readership, loaded.Known.GetValueOrDefault(number), attachments) : null)
            with { Attachments = [.. attachments[m.Id]] })];
    }

    private static MessageShown Show(Talk talk, Readership readership, Message message, QuoteShown? quote)
    {
        var author = readership.Find(message.Author);
        var readers = readership.Of(message.Author, message.At).ToList();
        return new MessageShown(message.Number, message.ClientId, author?.Name, author?.Function ?? "", message.Author == talk.Grant.Actor.Person, author?.Professional ?? false, message.At,
            talk.Grant.OpenOrNull(Message.TextField, message.Id.Value, message.Text), message.EditedAt, quote,
            readers.Count, readers.Count(r => r.ReadUpTo >= message.Number), talk.Path, !talk.Grant.Standing.ReadOnly);
    }

    private static QuoteShown? Quote(Talk talk, Readership readership, Message? quoted, ILookup<MessageId, AttachmentShown> attachments)
    {
        if (quoted is null)
            return null;
        if (!talk.MaySee(quoted.At))
            return new QuoteShown(quoted.Number, null, null, true);
        var text = talk.Grant.OpenOrNull(Message.TextField, quoted.Id.Value, quoted.Text);
        return new QuoteShown(quoted.Number, readership.Find(quoted.Author)?.Name, Say(text, [.. attachments[quoted.Id]]), false);
    }

    /// <summary>The beginning of what a message says, or what went with it when it says nothing.</summary>
    internal static string? Say(string? text, IReadOnlyList<AttachmentShown> attachments)
        => text is { Length: 0 } && attachments.Count > 0 ? AttachmentWords.InShort(attachments) : text is null ? null : PlainText.Excerpt(text);
}
