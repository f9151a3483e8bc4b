using Kring.Access.Keys;
using Kring.Access.Keys.Tokens;
using Kring.Access.Keys.Tombstones;
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
        services.AddSingleton(provider => OpenMasterKeys(provider, options));
        services.AddSingleton<Keyring>();
        services.AddSingleton<RotateMasterKey>();
        services.AddSingleton<LedgerFile>();
        services.AddSingleton<DestroyCompartment>();
        services.AddSingleton<ReplayTombstones>();
        services.AddSingleton<WriteLedger>();
        services.AddSingleton<LookupIndexes>();
        services.AddSingleton<PolicyBoard>();
        services.AddSingleton<ReadLogLane>();
        services.AddHostedService(provider => provider.GetRequiredService<ReadLogLane>());
        services.AddScoped<OwedEntries>();
        services.AddScoped<Gate>();
        services.AddSingleton<WatchGate>();
        services.AddScoped<Door>();
        services.AddScoped<CurrentActor>();
        services.AddSingleton<IReferenceData, RegisterData>();
        TreeModule.Add(services, options);
        services.AddHealthChecks().AddCheck<ReadyCheck>("ready");
    }

    private static IMasterKeys OpenMasterKeys(IServiceProvider provider, KringOptions options)
    {
        using var store = provider.GetRequiredService<IDbContextFactory<KeyDb>>().CreateDbContext();
        using var db = provider.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContext();
        var first = !store.Keys.Any() && !db.Set<Compartment>().Any();
        if (options.MasterKey.Library is null)
            return FileMasterKeys.Open(options.MasterKeyPath, mayCreate: first);
        var toToken = options.MasterKey.Provider == MasterKeyProvider.Pkcs11;
        // On the way back from a token there is no file yet, and it wrapped nothing.
        var onToken = store.Keys.Any() && !store.Keys.Any(k => !k.MasterKey.StartsWith(TokenMasterKeys.Prefix));
        var file = toToken && !File.Exists(options.MasterKeyPath) ? null : FileMasterKeys.Open(options.MasterKeyPath, mayCreate: first || onToken);
        var time = provider.GetRequiredService<TimeProvider>();
        return new BothMasterKeys(file, new TokenMasterKeys(new Token(options.MasterKey, time), options.MasterKey.Key, time), toToken);
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
