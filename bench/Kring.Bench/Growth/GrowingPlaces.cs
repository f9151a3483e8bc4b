using Kring.Access;
using Kring.Networks;

namespace Kring.Bench.Growth;

/// <summary>A conversation and somebody signed in who takes part in it.</summary>
internal sealed record GrowingPlace(NetworkId Network, string Path, string Session);

/// <summary>Where is measured at one size.</summary>
/// <param name="Spread">Conversations of a full page or more, spread evenly over all networks.</param>
/// <param name="Longest">The conversation of ten thousand messages.</param>
/// <param name="Looked">A network in which people looked for a year; the session is the care recipient's.</param>
/// <param name="OfOne">The session of somebody who takes part in one network.</param>
/// <param name="Coordinator">The session of somebody who takes part in a hundred.</param>
internal sealed record GrowingPlaces(IReadOnlyList<GrowingPlace> Spread, GrowingPlace Longest, GrowingPlace Looked, string OfOne, string Coordinator)
{
    private const int Most = 320;

    internal static async Task<GrowingPlaces> Of(IServiceProvider services, GrowingWorld world)
    {
        var spread = new List<GrowingPlace>();
        foreach (var number in WorldPlan.Spread(world.Networks, Most))
            spread.Add(await Place(services, world.Network(number), world.Network(number).Carer));
        var (longest, looked) = (world.Network(0), world.Network(1));
        return new GrowingPlaces(spread, await Place(services, longest, longest.Carer), await Place(services, looked, looked.Recipient),
            await GrowingWorld.SignIn(services, looked.Carer), await GrowingWorld.SignIn(services, world.FirstOrganisation.Staff[0]));
    }

    private static async Task<GrowingPlace> Place(IServiceProvider services, SeededNetwork network, PersonId person) => new(network.Id, network.Path, await GrowingWorld.SignIn(services, person));
}
