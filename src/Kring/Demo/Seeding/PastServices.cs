using Kring.Access;
using Kring.Data.Wall;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kring.Demo.Seeding;

/// <summary>The program once more on the same data, for visits of the past: gate, rules and log see the moment of the visit as now.</summary>
internal sealed class PastServices(IServiceCollection services, TimeProvider now)
{
    internal Past AsThen() => new(services, new PastClock(now));
}

/// <summary>A clock that stands still at a moment for each visit, however many go on at once.</summary>
internal sealed class PastClock(TimeProvider now) : TimeProvider
{
    private readonly AsyncLocal<DateTimeOffset?> _moment = new();

    internal void StandAt(DateTimeOffset moment) => _moment.Value = moment;

    public override DateTimeOffset GetUtcNow() => _moment.Value ?? now.GetUtcNow();
}

/// <summary>Use cases that run at a moment in the past. Their log has a lane of its own while this lives.</summary>
internal sealed class Past : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly PastClock _clock;

    internal Past(IServiceCollection services, PastClock clock)
    {
        IServiceCollection then = new ServiceCollection();
        foreach (var service in services)
            then.Add(service);
        (_services, _clock) = (then.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)).BuildServiceProvider(), clock);
    }

    internal Task Open(CancellationToken cancel) => AccessModule.Open(_services, cancel);

    /// <summary>What pages do within one request.</summary>
    internal async Task At(DateTimeOffset moment, Func<IServiceProvider, Task> work)
    {
        _clock.StandAt(moment.ToUniversalTime());
        await using var scope = _services.Serving();
        await work(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await AccessModule.Close(_services);
        await _services.DisposeAsync();
    }
}
