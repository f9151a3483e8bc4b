using Kring.Platform.Files;
using Kring.Platform.Limits;
using Kring.Platform.Nodes;

namespace Kring.Platform;

internal static class PlatformModule
{
    internal static void Add(IServiceCollection services, KringOptions options)
    {
        services.AddSingleton<TryCounters>().AddSingleton<RemakeImage>();
        if (options.Redis is not { Length: > 0 } redis)
        {
            services.AddSingleton<INodeWire, OneNode>();
            return;
        }

        services.AddSingleton(provider => new RedisWire(redis, provider.GetRequiredService<ILogger<RedisWire>>()));
        services.AddSingleton<INodeWire>(provider => provider.GetRequiredService<RedisWire>());
        services.AddHostedService(provider => provider.GetRequiredService<RedisWire>());
    }
}
