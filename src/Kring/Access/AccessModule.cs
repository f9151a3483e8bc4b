using Kring.Access.Keys;
using Kring.Access.Log;
using Kring.Access.Log.Tree;
using Kring.Access.Register;
using Kring.Access.Sealing;
using Kring.Data;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access;

internal static class AccessModule
{
    internal static void Add(IServiceCollection services, KringOptions options)
    {
        DataModule.AddDatabase<KeyDb, SqliteKeyDb, PostgresKeyDb>(services, options, "keys.db", options.Postgres.Keys);
        services.AddSingleton<IMasterKeys>(provider =>
        {
            using var store = provider.GetRequiredService<IDbContextFactory<KeyDb>>().CreateDbContext();
            using var db = provider.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContext();
            return FileMasterKeys.Open(options.MasterKeyPath, mayCreate: !store.Keys.Any() && !db.Set<Compartment>().Any());
        });
        services.AddSingleton<Keyring>();
        services.AddSingleton<LookupIndexes>();
        services.AddSingleton<PolicyBoard>();
        services.AddSingleton<ReadLogLane>();
        services.AddHostedService(provider => provider.GetRequiredService<ReadLogLane>());
        services.AddScoped<OwedEntries>();
        services.AddScoped<Gate>();
        services.AddScoped<Door>();
        services.AddScoped<CurrentActor>();
        services.AddSingleton<IReferenceData, RegisterData>();
        TreeModule.Add(services, options);
        services.AddHealthChecks().AddCheck<ReadyCheck>("ready");
    }

    /// <summary>Opens keys and log for services that no host starts, on data that is there.</summary>
    internal static async Task Open(IServiceProvider services, CancellationToken cancel)
    {
        await services.GetRequiredService<Keyring>().Unlock(hasData: true, cancel);
        await services.GetRequiredService<ReadLogLane>().StartAsync(cancel);
    }

    /// <summary>Writes what waits for the log.</summary>
    internal static Task Close(IServiceProvider services) => services.GetRequiredService<ReadLogLane>().StopAsync(CancellationToken.None);
}
