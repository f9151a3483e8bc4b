using Kring.Access;
using Kring.Data;
using Kring.Data.Wall;
using Kring.Delivery.Clearing;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Delivery;

/// <summary>Finds the notices that must go out now. Gives ids; address and text take a grant.</summary>
internal sealed class DeliveryAccess(AppDb db, FindingDb finding, TimeProvider time)
{
    // Longer than the longest try to send, so that a lease only runs out when its node died.
    private static readonly TimeSpan LeasedFor = TimeSpan.FromMinutes(2);

    /// <summary>Notices that are due and that nobody is sending, those that go stale first.</summary>
    internal async Task<IReadOnlyList<DueNotice>> Due(IReadOnlyCollection<DeliveryChannel> channels, int most, CancellationToken cancel)
    {
        var now = time.Moment();
        return await Waiting(now).Where(i => channels.Contains(i.Channel) && (i.LeasedUntil == null || i.LeasedUntil < now))
            .OrderBy(i => i.UselessAfter == null).ThenBy(i => i.DueAt).Take(most)
            .Select(i => new DueNotice(i.Id, new CompartmentRef(i.CompartmentKind, i.Compartment))).ToListAsync(cancel);
    }

    /// <summary>Takes a notice for this node alone. A node that is killed loses it after two minutes.</summary>
    /// <returns>False when another node has it, it is gone or sent, or it is worth nothing any more: others may have been sent slowly before it.</returns>
    internal async Task<bool> Lease(DueNotice notice, CancellationToken cancel)
    {
        var now = time.Moment();
        var until = now + LeasedFor;
        return await Waiting(now).Where(i => i.Compartment == notice.Compartment.Id && i.Id == notice.Id && (i.UselessAfter == null || i.UselessAfter >= now) && (i.LeasedUntil == null || i.LeasedUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.LeasedUntil, until), cancel) == 1;
    }

    /// <summary>Gives up what is worth nothing any more: a code after its ten minutes.</summary>
    internal Task<int> GiveUpStale(CancellationToken cancel)
    {
        var now = time.Moment();
        return Waiting(now).Where(i => i.UselessAfter < now).ExecuteUpdateAsync(set => set.SetProperty(i => i.GivenUpAt, now), cancel);
    }

    /// <summary>Where a notice is sealed; null when there is no such notice.</summary>
    internal async Task<CompartmentRef?> CompartmentOf(OutboxItemId notice, CancellationToken cancel)
        => await finding.Set<OutboxItem>().Where(i => i.Id == notice).Select(i => new { i.CompartmentKind, i.Compartment }).SingleOrDefaultAsync(cancel) is { } found
            ? new CompartmentRef(found.CompartmentKind, found.Compartment)
            : null;

    internal async Task<DeliveryLag> Lag(CancellationToken cancel)
    {
        var now = time.Moment();
        var count = await Waiting(now).CountAsync(cancel);
        if (count == 0)
            return new DeliveryLag(0, TimeSpan.Zero);
        return new DeliveryLag(count, now - await Waiting(now).OrderBy(i => i.DueAt).Select(i => i.DueAt).FirstOrDefaultAsync(cancel));
    }

    /// <summary>Where notices are that were sent or given up before a moment.</summary>
    internal async Task<IReadOnlyList<CompartmentRef>> WithOldNotices(DateTimeOffset before, int most, CancellationToken cancel)
        => await db.Set<OutboxItem>().Past(before).Select(i => new { i.CompartmentKind, i.Compartment }).Distinct().OrderBy(i => i.Compartment).Take(most)
            .Select(i => new CompartmentRef(i.CompartmentKind, i.Compartment)).ToListAsync(cancel);

    private IQueryable<OutboxItem> Waiting(DateTimeOffset now)
        => db.Set<OutboxItem>().Where(i => i.SentAt == null && i.GivenUpAt == null && i.DueAt <= now);
}

internal sealed record DueNotice(OutboxItemId Id, CompartmentRef Compartment);

/// <summary>How many notices are due and not sent, and how long the oldest has waited.</summary>
internal sealed record DeliveryLag(int Count, TimeSpan Oldest);
