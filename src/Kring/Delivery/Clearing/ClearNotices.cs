using Kring.Access;
using Kring.Access.Jobs;
using Kring.Data.Wall;
using Kring.Law;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Delivery.Clearing;

/// <summary>Deletes notices that were sent or given up longer ago than their retention class, of one compartment.</summary>
internal sealed class ClearNotices(Door door)
{
    /// <param name="before">The moment before which nothing is kept.</param>
    internal async Task Run(CompartmentRef compartment, DateTimeOffset before, CancellationToken cancel)
    {
        var visit = new Visit(Actor.ForJob("clear"), compartment, DeliveryPurposes.Clear, Operations.Delete, new LoggedObject("old-notices"));
        if ((await door.Enter(visit, cancel)).Grant is not { } grant)
            return;
        foreach (var item in await grant.Rows<OutboxItem>().Past(before).ToListAsync(cancel))
            grant.Remove(item);
        await door.Commit(cancel);
    }
}

internal static class PastRetention
{
    internal static IQueryable<OutboxItem> Past(this IQueryable<OutboxItem> items, DateTimeOffset before) => items.Where(i => i.SentAt < before || i.GivenUpAt < before);
}

internal sealed class ClearNoticesJob(IServiceScopeFactory scopes, LegalTermsBoard terms, TimeProvider time, ILogger<ClearNoticesJob> logger) : Rounds(scopes, logger)
{
    private const int Most = 100;

    protected override TimeSpan First => TimeSpan.FromMinutes(1);

    protected override TimeSpan Every => TimeSpan.FromHours(1);

    protected override async Task<bool> Round(IServiceScopeFactory scopes, CancellationToken cancel)
    {
        var before = (await terms.Current(cancel)).StartOf(LegalTermKeys.RetentionDelivery, time.Moment());
        await using var scope = scopes.Serving();
        var old = await scope.ServiceProvider.GetRequiredService<DeliveryAccess>().WithOldNotices(before, Most, cancel);
        foreach (var compartment in old)
        {
            await using var one = scopes.Serving();
            await one.ServiceProvider.GetRequiredService<ClearNotices>().Run(compartment, before, cancel);
        }

        return old.Count == Most;
    }
}
