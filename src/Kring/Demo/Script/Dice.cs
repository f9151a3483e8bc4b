namespace Kring.Demo.Script;

/// <summary>Chance that falls the same way for the same seed, on every machine and runtime (SplitMix64).</summary>
internal sealed class Dice(int seed)
{
    private ulong state = (ulong)seed;

    internal int Between(int low, int high) => low + (int)(Next() % (ulong)(high - low + 1));

    internal bool Chance(double share) => (Next() >> 11) * (1.0 / (1UL << 53)) < share;

    internal T Pick<T>(IReadOnlyList<T> choices) => choices[Between(0, choices.Count - 1)];

    internal List<T> Shuffled<T>(IEnumerable<T> items)
    {
        var deck = items.ToList();
        for (var last = deck.Count - 1; last > 0; last--)
        {
            var other = Between(0, last);
            (deck[last], deck[other]) = (deck[other], deck[last]);
        }

        return deck;
    }

    private ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
