using Kring.Access;
using Kring.Conversations.Messages;
using Kring.Networks;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations.Reading;

/// <summary>Who read a message, and when.</summary>
internal sealed record MessageReaders(NetworkHead Head, string Path, long Number, string? Author, DateTimeOffset Said, IReadOnlyList<MessageReader> Readers);

/// <param name="At">Null when they did not read it yet.</param>
internal sealed record MessageReader(string Name, string Function, DateTimeOffset? At);

/// <summary>Tells who can read a message and when each of them first did.</summary>
internal sealed class ListReaders(Door door, EnterConversation enter, NetworksAccess networks, LoadReadership load)
{
    internal async Task<(MessageReaders? Readers, GateRefusal Refusal)> Run(Actor actor, NetworkId network, ConversationId id, long number, CancellationToken cancel)
    {
        var way = await enter.Run(actor, network, id, Operations.Read, "readers", cancel);
        if (way.Talk is not { } talk)
            return (null, way.Refusal);
        var message = await talk.Grant.Rows<Message>().SingleOrDefaultAsync(m => m.Conversation == id && m.Number == number, cancel);
        if (message is null || !talk.MaySee(message.At))
        {
            await door.Refuse(talk.Grant, "NoSuchMessage", cancel);
            return (null, GateRefusal.NoRelation);
        }

        var readership = await load.Run(talk.Grant, talk.Conversation, cancel);
        var lines = new List<MessageReader>();
        foreach (var reader in readership.Of(message.Author, message.At))
        {
            var at = reader.ReadUpTo < number ? null : await talk.Grant.Rows<ReadReceipt>().Where(r => r.Conversation == id && r.Person == reader.Person && r.UpTo >= number)
                .OrderBy(r => r.UpTo).Select(r => (DateTimeOffset?)r.At).FirstOrDefaultAsync(cancel);
            lines.Add(new MessageReader(reader.Name, reader.Function, at));
        }

        return (new MessageReaders(await networks.Head(talk.Grant, cancel), talk.Path, number, readership.Find(message.Author)?.Name, message.At,
            [.. lines.OrderBy(l => l.At is null).ThenBy(l => l.At)]), GateRefusal.None);
    }
}
