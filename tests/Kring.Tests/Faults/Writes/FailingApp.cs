using Kring.Access.Keys;
using Kring.Data;
using Kring.Data.Wall;
using Kring.Platform.Limits;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Kring.Tests.Faults.Writes;

/// <summary>A program of which any write can be made to fail. Its jobs stand still, so that nobody else writes, and nobody is told to have tried too often.</summary>
public sealed class FailingApp : IAsyncLifetime
{
    private readonly string? _memory = Directory.Exists("/dev/shm") ? Path.Combine("/dev/shm", $"kring-{Guid.CreateVersion7():N}") : null;

    public FailingApp() => App = new KringApp
    {
        Place = _memory, // what counts here is what is saved, not that it lasts: thousands of commits to a disk take minutes
        Adjust = builder =>
        {
            builder.Services.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(Writes));
            builder.Services.ConfigureDbContext<PostgresDb>(o => o.AddInterceptors(Writes));
            builder.Services.ConfigureDbContext<SqliteKeyDb>(o => o.AddInterceptors(Writes));
            builder.Services.ConfigureDbContext<PostgresKeyDb>(o => o.AddInterceptors(Writes));
            if (builder.Services.SingleOrDefault(s => s.ServiceType == typeof(WallPools))?.ImplementationInstance is WallPools pools)
                builder.Services.Replace(ServiceDescriptor.Singleton(new WallPools(Failing(pools.ForActing), Failing(pools.Finding), Failing(pools.Lane))));
            foreach (var job in builder.Services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Namespace?.StartsWith("Kring", StringComparison.Ordinal) == true).ToList())
                builder.Services.Remove(job);
            builder.Services.Replace(ServiceDescriptor.Transient<TryCounters, TryCounters>());
        },
    };

    private DbContextOptions<PostgresDb> Failing(DbContextOptions<PostgresDb> pool) => new DbContextOptionsBuilder<PostgresDb>(pool).AddInterceptors(Writes).Options;

    public KringApp App { get; }

    internal FailingWrites Writes { get; } = new();

    public ValueTask InitializeAsync() => App.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        if (_memory is not null)
            Directory.Delete(_memory, recursive: true);
    }
}
