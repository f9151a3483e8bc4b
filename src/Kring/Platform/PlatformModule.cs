using Kring.Data;
using Kring.Platform.Law;
using Kring.Platform.Limits;

namespace Kring.Platform;

internal static class PlatformModule
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<LegalTermsBoard>();
        services.AddSingleton<TryCounters>();
        services.AddSingleton<IReferenceData, LegalTermsData>();
    }
}
