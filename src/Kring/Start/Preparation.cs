using Kring.Access;
using Kring.Access.Keys;
using Kring.Access.Keys.Tombstones;
using Kring.Access.Register;
using Kring.Data;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kring.Start;

/// <summary>What comes before the port opens: databases at this version, the keys open, tombstones replayed, the register laid and the schema held against it.</summary>
internal static partial class Preparation
{
    /// <summary>For a start. It migrates by itself, but not on a PostgreSQL in production: other nodes may be using it, and whoever runs it says when.</summary>
    /// <exception cref="StartRefusedException">Something is not as it must be; the message says what.</exception>
    internal static Task Run(IServiceProvider services, CancellationToken cancel)
        => Prepare(services, migrates: services.GetRequiredService<KringOptions>().Database == DatabaseKind.Sqlite || !services.GetRequiredService<IHostEnvironment>().IsProduction(), cancel);

    /// <summary>Brings both databases to this version.</summary>
    /// <returns>What they lacked, and what they have of later versions.</returns>
    internal static Task<(SchemaSteps Main, SchemaSteps Keys)> Migrate(IServiceProvider services, CancellationToken cancel) => Prepare(services, migrates: true, cancel);

    private static async Task<(SchemaSteps Main, SchemaSteps Keys)> Prepare(IServiceProvider services, bool migrates, CancellationToken cancel)
    {
        var options = services.GetRequiredService<KringOptions>();
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Kring.Start");
        DataFolder.Close(options, logger);
        services.GetRequiredService<RunningLock>().Share();
        await using var turn = await PreparationTurn.Take(options, cancel);
        await using var store = migrates ? Schema.KeysOf(services) : await services.GetRequiredService<IDbContextFactory<KeyDb>>().CreateDbContextAsync(cancel);
        await using var db = migrates ? Schema.MainOf(services) : await services.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContextAsync(cancel);
        var (main, keys) = (await SchemaSteps.Of(db, cancel), await SchemaSteps.Of(store, cancel));
        if (migrates)
        {
            await Schema.Bring(store, options.Postgres.Keys, cancel);
            await Schema.Bring(db, options.Postgres.Main, cancel);
        }
        else if (main.Pending.Count + keys.Pending.Count > 0)
        {
            throw new StartRefusedException($"The databases are not at this version yet: {string.Join(", ", main.Pending.Concat(keys.Pending).Distinct(StringComparer.Ordinal))}. "
                + "Run 'Kring migrate' first; 'Kring migrate --plan' says what it will do. Nothing was changed.");
        }

        if (main.Later.Count + keys.Later.Count > 0)
            IsLater(logger, string.Join(", ", main.Later.Concat(keys.Later).Distinct(StringComparer.Ordinal)));
        if (await Schema.PassesWall(services, cancel))
            NoWall(logger);
        await services.GetRequiredService<Keyring>().Unlock(await db.Set<Compartment>().AnyAsync(cancel), cancel);
        await services.GetRequiredService<ReplayTombstones>().Run(cancel);
        var now = services.GetRequiredService<TimeProvider>().Moment();
        foreach (var data in services.GetServices<IReferenceData>())
            await data.Ensure(db, now, cancel);
        await DemandRegister(db, cancel);
        return (main, keys);
    }

    private static async Task DemandRegister(AppDb db, CancellationToken cancel)
    {
        var activities = await db.Set<ProcessingActivity>().AsNoTracking().ToListAsync(cancel);
        ClassificationCheck.Demand(db.GetService<IDesignTimeModel>().Model, activities);
        var uncovered = Modules.Purposes.Where(p => activities.TrueForAll(a => a.Key != p.Activity)).Select(p => p.Key).ToList();
        if (uncovered.Count > 0)
            throw new StartRefusedException($"The register has no activity for: {string.Join(", ", uncovered)}.");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The role of Kring:Postgres:Main passes row-level security (superuser or BYPASSRLS): the wall in the database holds nothing back. Give Kring a role of its own.")]
    private static partial void NoWall(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The databases are of a later version than this program ({Steps}). It goes on with what it knows: right during a roll-out, and a mistake at any other time.")]
    private static partial void IsLater(ILogger logger, string steps);
}
