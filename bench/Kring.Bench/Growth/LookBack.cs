using Kring.Access;
using Kring.Conversations;
using Kring.Demo.Seeding;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Bench.Growth;

/// <summary>Lets people of a hundred networks look in them twice a day for the past year, through the gate as it stood then: each look is a line in the log of that moment.</summary>
internal static class LookBack
{
    internal const int Networks = 100;
    private const int Looks = 2 * 364, AtOnce = 4;

    internal static async Task Run(IServiceProvider services, IReadOnlyList<SeededNetwork> networks, DateTimeOffset now)
    {
        await using var past = services.GetRequiredService<PastServices>().AsThen();
        await past.Open(default);
        await Parallel.ForEachAsync(Enumerable.Range(1, Looks), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (look, cancel) =>
        {
            var visits = networks.Take(Networks).Select(network => new Visit(
                Actor.Arriving(network.People[1 + (look % (network.People.Count - 1))]), network.Id.Compartment, ConversationsPurposes.Communicate, Operations.Read, new LoggedObject("conversation", network.First.Value))).ToList();
            await past.At(now.AddHours(-12 * look), scope => scope.GetRequiredService<Door>().EnterAll(visits, cancel));
        });
    }
}
