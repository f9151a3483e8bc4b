using Kring.Privacy.Reports;
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
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        TraceDownload.Map(routes);
    }
}
