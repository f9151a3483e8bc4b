namespace Kring.Bench.Growth;

/// <summary>
/// How the full-size world grows, the same every time: 50,000 networks of three to six people, 150,000 persons and 5,000,000 messages, or a part of that. Most networks say little,
/// some thousands of things, a few ten thousand.
/// </summary>
/// <param name="Networks">At each size, the smallest first.</param>
internal sealed record WorldPlan(IReadOnlyList<int> Networks)
{
    internal const int Full = 50_000, PerCoordinator = 100, PerOrganisation = 1_000;

    /// <summary>Who works for one organisation: its coordinators first.</summary>
    internal const int Staff = 100;

    internal const int Coordinators = PerOrganisation / PerCoordinator;

    /// <summary>Messages of the first network, all in one conversation.</summary>
    internal const int Longest = 10_000;

    private static readonly int[] CarersOfTen = [1, 2, 1, 2, 1, 3, 2, 2, 3, 2];

    // At the smallest size there is somebody with a hundred networks.
    private const int Fewest = 120;

    /// <param name="part">Of the full size: 1, or less to try it quickly.</param>
    internal static WorldPlan Of(double part)
    {
        var full = (int)(Full * part);
        return new([Math.Max(Fewest, full / 100), Math.Max(2 * Fewest, full / 10), Math.Max(4 * Fewest, full)]);
    }

    /// <summary>Family and friends in a network: nineteen in ten.</summary>
    internal static int Carers(int network) => CarersOfTen[network % 10];

    /// <summary>Whether a second professional takes part, beside the coordinator.</summary>
    internal static bool HasSecond(int network) => network % 3 == 0;

    internal static int Messages(int network) => network switch
    {
        _ when network % 5_000 == 0 => Longest,
        _ when network % 100 == 37 => 2_000,
        _ when network % 10 == 3 => 400,
        _ => 1 + (int)(network * 7_919L % 85),
    };

    /// <summary>How many of them stand in the first conversation: the others in a second.</summary>
    internal static int InFirst(int network) => Messages(network) is var all and not Longest && all >= 20 ? all * 4 / 5 : Messages(network);

    /// <summary>Networks whose first conversation has a full page, spread evenly over a size. Not the first, which stays as long as it is.</summary>
    internal static IReadOnlyList<int> Spread(int networks, int most)
    {
        var full = Enumerable.Range(1, networks - 1).Where(network => InFirst(network) is >= 50 and < 2_000).ToList();
        return full.Count <= most ? full : [.. Enumerable.Range(0, most).Select(place => full[(int)((long)place * full.Count / most)])];
    }
}
