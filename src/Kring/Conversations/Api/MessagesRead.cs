using System.ComponentModel;
using System.Text.Json.Serialization;
using Kring.Conversations.Messages;
using Kring.Conversations.Threads;

namespace Kring.Conversations.Api;

/// <summary>A page of a conversation.</summary>
internal sealed record MessagesRead(
    string Subject, [property: JsonConverter(typeof(JsonStringEnumConverter<Audience>))] Audience Audience, IReadOnlyList<MessageRead> Messages, bool HasOlder, bool HasNewer, long LastNumber, bool MayWrite)
{
    internal static MessagesRead Of(MessagesShown shown)
        => new(shown.Subject, shown.Conversation.Audience, [.. shown.Messages.Select(MessageRead.Of)], shown.HasOlder, shown.HasNewer, shown.Conversation.LastNumber, shown.MayWrite);
}

/// <summary>A message as the reader may see it.</summary>
internal sealed record MessageRead(
    [property: Description("Counts from 1 within the conversation, without gaps.")] long Number, Guid ClientId,
    [property: Description("Null for somebody who is no longer known here.")] string? Author, string Function, bool Own, DateTimeOffset At,
    [property: Description("Null once it was removed.")] string? Text, DateTimeOffset? EditedAt, long? ReplyTo, int Readers, int ReadBy,
    [property: Description("Addresses of photos and files that go with it.")] IReadOnlyList<string> Attachments)
{
    internal static MessageRead Of(MessageShown m)
        => new(m.Number, m.ClientId, m.Author, m.Function, m.Own, m.At, m.Text, m.EditedAt, m.Quote?.Number, m.Readers, m.ReadBy, [.. m.Attachments.Select(a => a.Path)]);
}

/// <param name="ClientId">Made by whoever posts, before the first try; the same for every try.</param>
/// <param name="ReplyTo">The number of the message it answers.</param>
internal sealed record MessageToPost(Guid ClientId, string? Text, long? ReplyTo = null);

internal sealed record MessagePosted(long Number);

/// <param name="Reason">Empty, TooLong or SentBefore.</param>
/// <param name="Words">The same as a sentence for people.</param>
internal sealed record MessageRefused(string Reason, string Words);
