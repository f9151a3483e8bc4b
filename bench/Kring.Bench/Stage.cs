using Kring.Access;
using Kring.Data.Wall;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Bench;

/// <summary>The job that makes what is measured on. It passes the same gate, and is in the log.</summary>
internal static class Stage
{
    private static readonly Actor Actor = Actor.ForJob("bench");

    internal static Visit Making(CompartmentRef compartment, string what) => new(Actor, compartment, FirstStartPurposes.Seed, Operations.Create, new LoggedObject(what));

    internal static async Task<Grant> Enter(IServiceProvider scope, CompartmentRef compartment, string what)
        => (await scope.GetRequiredService<Door>().Enter(Making(compartment, what), default)).Grant!;

    /// <summary>One unit of work.</summary>
    internal static async Task<T> In<T>(IServiceProvider services, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = services.Serving();
        return await work(scope.ServiceProvider);
    }

    /// <exception cref="InvalidOperationException">Somebody else was first: nobody else works here.</exception>
    internal static async Task Commit(IServiceProvider scope)
    {
        if (!await scope.GetRequiredService<Door>().Commit(default))
            throw new InvalidOperationException("What was made could not be saved.");
    }
}
