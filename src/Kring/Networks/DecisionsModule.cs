using Kring.Networks.Admissions;
using Kring.Networks.Bases;
using Kring.Networks.Closing;
using Kring.Networks.Coordination;
using Kring.Networks.Leaving;
using Kring.Networks.Mandates;

namespace Kring.Networks;

/// <summary>What a care recipient decides, and who decides for them: consent, representation, leaving, coordination, closing.</summary>
internal static class DecisionsModule
{
    internal static void Add(IServiceCollection services)
    {
        services.AddScoped<VoiceOf>();
        services.AddScoped<WhoAnswers>();
        services.AddScoped<AboutThemselves>();
        services.AddScoped<ListConsents>();
        services.AddScoped<ReadAdmission>();
        services.AddScoped<AnswerAdmission>();
        services.AddScoped<TakeBackAdmission>();
        services.AddScoped<WithdrawConsent>();
        services.AddScoped<WhoGoesOn>();
        services.AddScoped<ListLeavers>();
        services.AddScoped<EndParticipation>();
        services.AddScoped<ShowBasis>();
        services.AddScoped<LetOrganisationGo>();
        services.AddScoped<TellWhoDecides>();
        services.AddScoped<EndBasis>();
        services.AddScoped<CorrectBasis>();
        services.AddScoped<WithdrawBasis>();
        services.AddScoped<ListMandates>();
        services.AddScoped<RecordMandate>();
        services.AddScoped<EndMandate>();
        services.AddScoped<FindCandidates>();
        services.AddScoped<ShowCoordination>();
        services.AddScoped<AppointCoordinator>();
        services.AddScoped<ShowClosing>();
        services.AddScoped<CloseNetwork>();
        services.AddScoped<PauseCare>();
    }
}
