using Kring.Access;
using Kring.Access.Log;
using Kring.Delivery;
using Kring.Delivery.Clearing;
using Kring.Law;
using Kring.Platform;
using Kring.Tests.Delivery.Dispatch;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Delivery.Clearing;

/// <summary>A notice goes thirty days after it was sent or given up; one that waits stays.</summary>
public sealed class ClearNoticesTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task What_was_sent_thirty_days_ago_is_deleted_through_the_door()
    {
        var (_, sent) = await Waiting.Add(app);
        var (_, waits) = await Waiting.Add(app, dueIn: TimeSpan.FromDays(90));
        await Waits.Until("it is sent", () => app.InDatabase(db => db.Set<OutboxItem>().AnyAsync(i => i.Id == sent.Id && i.SentAt != null)));
        app.Clock.Advance(TimeSpan.FromDays(29));
        await Clear();
        Assert.True(await Exists(sent));
        app.Clock.Advance(TimeSpan.FromDays(3));

        await Clear();

        Assert.False(await Exists(sent));
        Assert.True(await Exists(waits));
        var entry = await app.InDatabase(db => db.Set<AccessEntry>().SingleAsync(e => e.Compartment == sent.Compartment.Id && e.ObjectType == "old-notices"));
        Assert.Equal(("clear", Operations.Delete, Outcome.Done), (entry.Job, entry.Operation, entry.Outcome));
    }

    private Task<bool> Exists(DueNotice notice) => app.InDatabase(db => db.Set<OutboxItem>().AnyAsync(i => i.Id == notice.Id));

    /// <summary>A round of the job, as it comes every hour.</summary>
    private Task<bool> Clear() => app.In(async services =>
    {
        var before = (await services.GetRequiredService<LegalTermsBoard>().Current(default)).StartOf(LegalTermKeys.RetentionDelivery, app.Clock.Moment());
        foreach (var compartment in await services.GetRequiredService<DeliveryAccess>().WithOldNotices(before, 100, default))
        {
            await app.In(async one =>
            {
                await one.GetRequiredService<ClearNotices>().Run(compartment, before, default);
                return true;
            });
        }

        return true;
    });
}
