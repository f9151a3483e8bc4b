using Kring.Access;
using Kring.Networks.BreakGlass;
using Kring.Networks.Enrolment;
using Kring.Networks.Invitations;
using Kring.Networks.Overview;

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
        services.AddScoped<NotifyPerson>();
        services.AddScoped<ListNetworks>();
        services.AddScoped<SendInvitation>();
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
    }
}
