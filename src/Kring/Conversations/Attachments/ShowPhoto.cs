using Kring.Access;
using Kring.Conversations.Reading;
using Kring.Networks;

namespace Kring.Conversations.Attachments;

/// <param name="Author">Null for somebody who is no longer known here.</param>
internal sealed record PhotoShown(NetworkHead Head, AttachmentShown Photo, string? Author, bool Own, DateTimeOffset At, string Back);

/// <summary>Shows the page of one photo. The photo itself is asked for, and logged, by the page.</summary>
internal sealed class ShowPhoto(FindAttachment find, NetworksAccess networks, LoadReadership readers)
{
    internal async Task<(PhotoShown? Shown, GateRefusal Refusal)> Run(Actor actor, NetworkId network, ConversationId conversation, AttachmentId id, CancellationToken cancel)
    {
        var (found, refusal) = await find.Run(actor, network, conversation, id, AttachmentKind.Photo, new LoggedObject("conversation", conversation.Value), cancel);
        if (found is not { Talk: var talk, Message: var message })
            return (null, refusal);
        var author = (await readers.Run(talk.Grant, talk.Conversation, cancel)).Find(message.Author)?.Name;
        return (new PhotoShown(await networks.Head(talk.Grant, cancel), OpenAttachments.Show(talk, found.Attachment), author, message.Author == talk.Grant.Person, message.At,
            $"{talk.Path}#bericht-{message.Number}"), GateRefusal.None);
    }
}
