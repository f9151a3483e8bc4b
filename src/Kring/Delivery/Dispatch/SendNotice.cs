using System.Text.Json;
using Kring.Access;
using Kring.Delivery.Notices;
using Kring.Delivery.Senders;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Delivery.Dispatch;

/// <summary>
/// Sends one notice that is due. It goes out at least once: a node that dies between sending and saving leaves it to be sent again, under the same message id.
/// </summary>
internal sealed partial class SendNotice(Door door, DeliveryAccess access, RenderNotice render, Postmen postmen, TimeProvider time, ILogger<SendNotice> logger)
{
    internal const string Job = "deliver";

    internal async Task<SendOutcome> Run(DueNotice due, CancellationToken cancel)
    {
        if (!await access.Lease(due, cancel))
            return SendOutcome.TakenElsewhere;
        var visit = new Visit(Actor.ForJob(Job), due.Compartment, DeliveryPurposes.Deliver, Operations.Update, new LoggedObject("notice", due.Id.Value));
        if ((await door.Enter(visit, cancel)).Grant is not { } grant)
            return SendOutcome.NotAllowed;
        var item = await grant.Rows<OutboxItem>().SingleAsync(i => i.Id == due.Id, cancel);
        var outcome = await Try(grant, item, cancel);
        item.LeasedUntil = null;
        await door.Commit(CancellationToken.None);
        return outcome;
    }

    private async Task<SendOutcome> Try(Grant grant, OutboxItem item, CancellationToken cancel)
    {
        try
        {
            var variables = JsonSerializer.Deserialize<Dictionary<string, string>>(grant.Open(OutboxItem.VariablesField, item.Id.Value, item.Variables)) ?? [];
            var address = grant.Open(OutboxItem.AddressField, item.Id.Value, item.Address);
            await postmen.Send(render.Run(item.Id, item.Kind, item.Channel, address, variables), cancel);
            item.SentAt = time.Moment();
            return SendOutcome.Sent;
        }
        catch (SendFailedException fault)
        {
            return Failed(item, fault.Message);
        }
    }

    private SendOutcome Failed(OutboxItem item, string reason)
    {
        item.Tries++;
        if (Retry.After(item.Tries) is { } wait)
        {
            item.DueAt = time.Moment() + wait;
            NotTaken(logger, item.Id.Value, item.Tries, reason);
            return SendOutcome.TriedInVain;
        }

        item.GivenUpAt = time.Moment();
        GaveUp(logger, item.Id.Value, item.Tries, reason);
        return SendOutcome.GivenUp;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notice {Notice} was not taken at try {Try}: {Reason}. It is tried again.")]
    private static partial void NotTaken(ILogger logger, Guid notice, int @try, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Notice {Notice} is given up after {Tries} tries: {Reason}.")]
    private static partial void GaveUp(ILogger logger, Guid notice, int tries, string reason);
}

internal enum SendOutcome
{
    Sent,
    TriedInVain,
    GivenUp,
    /// <summary>Another node has it.</summary>
    TakenElsewhere,
    /// <summary>The register does not let notices go out now; they wait.</summary>
    NotAllowed,
}
