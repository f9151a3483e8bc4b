using Kring.Access.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kring.Access;

/// <summary>Ready means: both databases answer, the keys are open, and what holds the master key answers.</summary>
internal sealed class ReadyCheck(IDbContextFactory<Data.AppDb> databases, IDbContextFactory<KeyDb> stores, Keyring keys, IMasterKeys masters) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            masters.Reload();
        }
        catch (MasterKeyAwayException)
        {
            return HealthCheckResult.Unhealthy();
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var store = await stores.CreateDbContextAsync(cancellationToken);
        return await db.Database.CanConnectAsync(cancellationToken) && await store.Database.CanConnectAsync(cancellationToken) && keys.IndexKey.Length > 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy();
    }
}
