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
        if (ByAuthor(seen, own, await Reached(grant, conversation, cancel)) is { } upTo)
            Add(grant, conversation, upTo, time);
    }

    /// <param name="seen">The number of the newest message that was on the page.</param>
    /// <param name="own">The number of what they said.</param>
    /// <param name="before">How far they had read.</param>
    /// <returns>How far they have read now; null when that is no further.</returns>
    internal static long? ByAuthor(long seen, long own, long before)
    {
        var reached = Math.Max(Math.Clamp(seen, 0, own - 1), before);
        var upTo = reached == own - 1 ? own : reached;
        return upTo > before ? upTo : null;
    }

    internal static void Add(Grant grant, ConversationId conversation, long upTo, TimeProvider time) => grant.Add(new ReadReceipt
    {
        Id = time.NewId<ReceiptId>(),
        Compartment = grant.Compartment.Id,
        Conversation = conversation,
        Person = grant.Person,
        UpTo = upTo,
        At = time.Moment(),
    });

    private bool AddBeyond(Grant grant, ConversationId conversation, long upTo, long reached)
    {
        if (upTo <= reached)
            return false;
        Add(grant, conversation, upTo, time);
        return true;
    }
}
