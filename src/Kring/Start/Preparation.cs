using Kring.Access;
using Kring.Access.Keys;
using Kring.Access.Register;
using Kring.Data;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kring.Start;

/// <summary>What comes before the port opens: migrate, open the keys, lay the register, hold the schema against it.</summary>
internal static class Preparation
{
    /// <exception cref="StartRefusedException">Something is not as it must be; the message says what.</exception>
    internal static async Task Run(IServiceProvider services, CancellationToken cancel)
    {
        var options = services.GetRequiredService<KringOptions>();
        DataFolder.Close(options, services.GetRequiredService<ILoggerFactory>().CreateLogger("Kring.Start"));
        await using (var keys = await services.GetRequiredService<IDbContextFactory<KeyDb>>().CreateDbContextAsync(cancel))
            await keys.Database.MigrateAsync(cancel);
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContextAsync(cancel);
        await db.Database.MigrateAsync(cancel);
        await services.GetRequiredService<Keyring>().Unlock(await db.Set<Compartment>().AnyAsync(cancel), cancel);
        var now = services.GetRequiredService<TimeProvider>().Moment();
        foreach (var data in services.GetServices<IReferenceData>())
            await data.Ensure(db, now, cancel);
        await DemandRegister(db, cancel);
    }

    private static async Task DemandRegister(AppDb db, CancellationToken cancel)
    {
        var activities = await db.Set<ProcessingActivity>().AsNoTracking().ToListAsync(cancel);
        ClassificationCheck.Demand(db.GetService<IDesignTimeModel>().Model, activities);
        var uncovered = Modules.Purposes.Where(p => activities.TrueForAll(a => a.Key != p.Activity)).Select(p => p.Key).ToList();
        if (uncovered.Count > 0)
            throw new StartRefusedException($"The register has no activity for: {string.Join(", ", uncovered)}.");
    }
}
