namespace Kring.Bench.Growth;

/// <summary>One kind of work at one size.</summary>
/// <param name="Milliseconds">What one of it costs: its median, or, of many clients, the time between two of them.</param>
/// <param name="Row">As it is reported.</param>
internal sealed record Cost(string Work, double Milliseconds, Row Row)
{
    /// <summary>How often many clients did it.</summary>
    internal static Cost Rate(string work, Load load, string limitName, Load limit) => new(work, 1_000 / load.PerSecond, Row.Of($"  {work}", load.PerSecond, "/s", limitName, limit.PerSecond));

    /// <summary>How long it took one client.</summary>
    internal static Cost Median(string work, Load load, string limitName = "", Load? limit = null) => new(work, load.Median, Row.Of($"  {work}, p50", load.Median, "ms", limitName, limit?.Median ?? 0));
}

/// <summary>What each kind of work costs as the world grows, as a ratio to the smallest size.</summary>
internal sealed class CostAsItGrows
{
    private readonly List<(string Size, IReadOnlyList<Cost> Costs)> _sizes = [];

    internal void Add(string size, IReadOnlyList<Cost> costs) => _sizes.Add((size, costs));

    internal IEnumerable<Row> Rows()
    {
        foreach (var (size, costs) in _sizes.Skip(1))
        {
            foreach (var cost in costs)
                yield return Row.Of($"{cost.Work}: cost at {size}", cost.Milliseconds, "ms", $"at {_sizes[0].Size}", _sizes[0].Costs.Single(c => c.Work == cost.Work).Milliseconds);
        }
    }
}
