using Kring.App.Layout;
using Kring.Data;
using Kring.People.SignIns;
using Kring.Privacy.Emergencies;
using Kring.Privacy.Reports;
using Kring.Privacy.Statements;
using Kring.Privacy.Traces;

namespace Kring.Privacy;

internal static class PrivacyModule
{
    internal static void Add(IServiceCollection services)
    {
        services.AddScoped<PrivacyAccess>();
        services.AddScoped<ShowTraces>();
        services.AddScoped<ExportTraces>();
        services.AddScoped<FindTrace>();
        services.AddScoped<ReportUnknownAccess>();
        services.AddScoped<ShowReports>();
        services.AddScoped<HandleReport>();
        services.AddScoped<ShowOwnReports>();
        services.AddScoped<ShowEmergencies>();
        services.AddScoped<ReviewEmergency>();
        services.AddScoped<StatementsAccess>();
        services.AddScoped<ReadStatement>();
        services.AddScoped<IAfterSignIn, ShowStatementsFirst>();
        services.AddSingleton<IReferenceData, StatementsData>();
        services.AddScoped<IShellLinks, PrivacyDeskLink>();
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        TraceDownload.Map(routes);
    }
}
