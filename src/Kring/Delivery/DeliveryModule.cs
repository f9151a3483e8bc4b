namespace Kring.Delivery;

internal static class DeliveryModule
{
    internal static void Add(IServiceCollection services)
    {
        services.AddScoped<Outbox>();
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
    }
}
