using Kring.Access;
using Kring.Conversations.Attachments;
using Kring.Conversations.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations.Messages;

/// <summary>Opens messages for one reader: their texts, authors, quotes and how many have read them.</summary>
internal static class OpenMessages
{
    internal static async Task<IReadOnlyList<MessageShown>> Run(Talk talk, Readership readership, IReadOnlyList<Message> messages, CancellationToken cancel)
    {
        var known = messages.ToDictionary(m => m.Number);
        var asked = messages.Where(m => m.ReplyTo is { } number && m.RemovedAt is null && !known.ContainsKey(number)).Select(m => m.ReplyTo!.Value).Distinct().ToList();
        if (asked.Count > 0)
        {
            foreach (var quoted in await talk.Grant.Rows<Message>().AsNoTracking().Where(m => m.Conversation == talk.Conversation.Id && asked.Contains(m.Number)).ToListAsync(cancel))
                known[quoted.Number] = quoted;
        }

        var attachments = await OpenAttachments.Run(talk, known.Values, cancel);
        return [.. messages.Select(m => Show(talk, readership, m, m.ReplyTo is { } number && m.RemovedAt is null ? Quote(talk, readership, known.GetValueOrDefault(number), attachments) : null)
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
