using Kring.Access;
using Kring.Access.Log;
using Kring.Platform;

namespace Kring.Privacy.Traces;

/// <summary>
/// Takes together what reads as one line: the same person doing the same thing again, right after each other. Reading is taken together for a day, everything else within ten minutes.
/// Drops nothing.
/// </summary>
internal static class TraceGroups
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <param name="newestFirst">Entries in the order of the list.</param>
    /// <param name="reported">Entries that were reported: each begins its own line, so that what came after the report can be reported too.</param>
    internal static IReadOnlyList<IReadOnlyList<AccessEntry>> Of(IEnumerable<AccessEntry> newestFirst, IEnumerable<Guid>? reported = null)
    {
        var groups = new List<List<AccessEntry>>();
        var begins = reported?.ToHashSet() ?? [];
        foreach (var entry in newestFirst)
        {
            if (groups.Count > 0 && !begins.Contains(entry.Id) && Alike(groups[^1][0], entry))
                groups[^1].Add(entry);
            else
                groups.Add([entry]);
        }

        return groups;
    }

    private static bool Alike(AccessEntry first, AccessEntry next)
        => first.At.DutchDay() == next.At.DutchDay() && (IsReading(first) || first.At - next.At < Window) && Sense(first).Equals(Sense(next));

    private static bool IsReading(AccessEntry entry) => entry is { Operation: Operations.Read, Outcome: Outcome.Done, Emergency: false };

    private static (object?, object?) Sense(AccessEntry entry)
        => ((entry.Person, entry.Job, entry.Role, entry.Organisation, entry.RelationId, entry.OnBehalfOf),
            (entry.Operation, entry.Outcome, entry.Refusal, KindOf(entry), entry.Purpose, entry.Emergency));

    // Somebody who reads messages comes by the list of conversations each time, and sees the small photos among them: together they are one kind of reading.
    private static string KindOf(AccessEntry entry) => IsReading(entry) && entry.ObjectType is "conversation-list" or TraceWords.Thumbnail ? TraceWords.Conversation : entry.ObjectType;
}
