using Kring.Access;
using Kring.Networks.BreakGlass;
using Kring.Networks.Enrolment;

namespace Kring.Networks;

internal static class NetworksModule
{
    internal static void Add(IServiceCollection services)
    {
        services.AddScoped<IRelations, NetworksRelations>();
        services.AddScoped<NetworkRows>();
        services.AddScoped<NetworksAccess>();
        services.AddScoped<OpenInEmergency>();
        services.AddSingleton<MembershipChanges>();
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
    }
}
