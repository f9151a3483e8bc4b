using Kring.Privacy.Traces;

namespace Kring.Privacy;

internal static class PrivacyModule
{
    internal static void Add(IServiceCollection services)
    {
        services.AddScoped<PrivacyAccess>();
        services.AddScoped<ShowTraces>();
        services.AddScoped<ExportTraces>();
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        TraceDownload.Map(routes);
    }
}
