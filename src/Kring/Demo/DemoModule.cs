using Kring.Demo.Seeding;

namespace Kring.Demo;

internal static class DemoModule
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<SeedDemo>();
        services.AddSingleton(provider => new PastServices(services, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SeedBulk>();
        services.AddScoped<BulkPeople>();
        services.AddScoped<BulkNetwork>();
        services.AddScoped<SeedPersons>();
        services.AddScoped<SeedOrganisations>();
        services.AddScoped<SeedNetwork>();
        services.AddScoped<SeedDecisions>();
    }
}
