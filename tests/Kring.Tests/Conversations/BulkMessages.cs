using System.Globalization;
using Kring.Access;
using Kring.Conversations;
using Kring.Conversations.Messages;
using Kring.Platform;

namespace Kring.Tests.Conversations;

internal static class BulkMessages
{
    internal static Message NewMessage(this TimeProvider time, Grant grant, ConversationId conversation, long number, PersonId author)
    {
        var id = time.NewId<MessageId>();
        return new Message
        {
            Id = id,
            Compartment = grant.Compartment.Id,
            Conversation = conversation,
            Number = number,
            Author = author,
            ClientId = id.Value,
            At = time.Moment(),
            Text = grant.Seal(Message.TextField, id.Value, string.Create(CultureInfo.InvariantCulture, $"Bericht {number}: morgen om half tien kom ik langs, zorg dat de deur open is.")),
        };
    }
}
