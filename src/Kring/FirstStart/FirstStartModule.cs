using Kring.FirstStart.NewOrganisations;
using Kring.FirstStart.SetUps;

namespace Kring.FirstStart;

internal static class FirstStartModule
{
    internal static void Add(IServiceCollection services, bool asksSetUp)
    {
        services.AddSingleton(provider => new SetUpDesk(provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<TimeProvider>(), asksSetUp));
        services.AddScoped<SetUpBrowser>();
        services.AddScoped<SetUpKring>();
        services.AddScoped<AddOrganisation>().AddScoped<AdmitOrganisation>().AddScoped<InviteAgain>().AddScoped<RecordAgreement>();
    }

    /// <summary>Comes after routing and before sign-in.</summary>
    internal static void Use(IApplicationBuilder app) => app.UseMiddleware<LeadToSetUp>();
}
