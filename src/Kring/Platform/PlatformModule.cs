using Kring.Data;
using Kring.Platform.Law;

namespace Kring.Platform;

internal static class PlatformModule
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<LegalTermsBoard>();
        services.AddSingleton<IReferenceData, LegalTermsData>();
    }
}
