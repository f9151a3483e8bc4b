using Kring.Networks.Admissions;
using Kring.Networks.Mandates;

namespace Kring.Networks;

/// <summary>What a care recipient decides, and who decides for them: consent, representation, leaving, coordination, closing.</summary>
internal static class DecisionsModule
{
    internal static void Add(IServiceCollection services)
    {
        services.AddScoped<VoiceOf>();
        services.AddScoped<AboutThemselves>();
        services.AddScoped<ListConsents>();
        services.AddScoped<ReadAdmission>();
        services.AddScoped<AnswerAdmission>();
        services.AddScoped<WithdrawConsent>();
    }
}
