namespace Kring.Privacy;

internal static class PrivacyModule
{
    internal static void Add(IServiceCollection services)
    {
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
    }
}
