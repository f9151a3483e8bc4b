using Kring.Data;

namespace Kring.Law;

internal static class LawModule
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<LegalTermsBoard>();
        services.AddSingleton<IReferenceData, LegalTermsData>();
    }
}
