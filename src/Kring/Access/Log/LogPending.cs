namespace Kring.Access.Log;

/// <summary>What somebody hands to the lane: entries, or visits to be judged and logged.</summary>
internal sealed class LogPending(IReadOnlyList<AccessEntry> entries)
{
    internal IReadOnlyList<AccessEntry> Entries { get; private set; } = entries;

    internal IReadOnlyList<Visit> Visits { get; init; } = [];

    /// <summary>When they came.</summary>
    internal DateTimeOffset At { get; init; }

    /// <summary>The gate's answers; null while there are none.</summary>
    internal IReadOnlyList<GateDecision>? Decisions { get; private set; }

    internal TaskCompletionSource Committed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal void Take(IReadOnlyList<GateDecision> decisions)
    {
        Decisions = decisions;
        Entries = [.. Visits.Zip(decisions, (visit, decision) => AccessEntry.Of(visit, decision, Guid.CreateVersion7(At), At))];
    }
}
