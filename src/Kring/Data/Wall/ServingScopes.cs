namespace Kring.Data.Wall;

/// <summary>Scopes in which the program itself works: jobs, the first start, bulk data. Never for what a request does for somebody; the architecture test names who may.</summary>
internal static class ServingScopes
{
    internal static AsyncServiceScope Serving(this IServiceProvider services) => services.GetRequiredService<IServiceScopeFactory>().Serving();

    internal static AsyncServiceScope Serving(this IServiceScopeFactory scopes, string service = WallServices.Program)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Acting>().Serve(service);
        return scope;
    }
}
