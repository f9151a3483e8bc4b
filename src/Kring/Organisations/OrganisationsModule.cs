using Kring.Access;

namespace Kring.Organisations;

internal static class OrganisationsModule
{
    internal static void Add(IServiceCollection services)
    {
        services.AddScoped<IRelations, OrganisationsRelations>();
        services.AddScoped<OrganisationsAccess>();
        services.AddScoped<App.Help.IContacts, OfficerContacts>();
        services.AddScoped<OrganisationRows>();
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
    }
}
