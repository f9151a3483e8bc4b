using Kring.Access;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations.Reading;

/// <summary>How far somebody has read. Receipts are only ever added.</summary>
internal sealed class Receipts(TimeProvider time)
{
    internal static async Task<long> Reached(Grant grant, ConversationId conversation, CancellationToken cancel)
        => await grant.Rows<ReadReceipt>().Where(r => r.Conversation == conversation && r.Person == grant.Person).MaxAsync(r => (long?)r.UpTo, cancel) ?? 0;

    /// <returns>False when they had come that far already.</returns>
    internal async Task<bool> Add(Grant grant, ConversationId conversation, long upTo, CancellationToken cancel)
        => AddBeyond(grant, conversation, upTo, await Reached(grant, conversation, cancel));

    /// <summary>Whoever answers has seen the page they answered from, and has not left their own message unread.</summary>
    internal async Task AddByAuthor(Grant grant, ConversationId conversation, long seen, long own, CancellationToken cancel)
    {
        var before = await Reached(grant, conversation, cancel);
        var reached = Math.Max(Math.Clamp(seen, 0, own - 1), before);
        AddBeyond(grant, conversation, reached == own - 1 ? own : reached, before);
    }

    private bool AddBeyond(Grant grant, ConversationId conversation, long upTo, long reached)
    {
        if (upTo <= reached)
            return false;
        grant.Add(new ReadReceipt
        {
            Id = time.NewId<ReceiptId>(),
            Compartment = grant.Compartment.Id,
            Conversation = conversation,
            Person = grant.Person,
            UpTo = upTo,
            At = time.Moment(),
        });
        return true;
    }
}
