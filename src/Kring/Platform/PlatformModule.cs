using Kring.Platform.Limits;

namespace Kring.Platform;

internal static class PlatformModule
{
    internal static void Add(IServiceCollection services) => services.AddSingleton<TryCounters>();
}
