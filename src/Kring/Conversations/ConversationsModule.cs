namespace Kring.Conversations;

internal static class ConversationsModule
{
    internal static void Add(IServiceCollection services)
    {
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
    }
}
