using Kring.Access;
using Kring.Networks;

namespace Kring.Privacy.Traces;

/// <summary>Somebody in the list: a name, or plain words for whoever has none here.</summary>
/// <param name="About">Function and organisation; empty when there is nothing to say.</param>
public sealed record Onlooker(string Name, string About);

/// <summary>One entry of the log within a line.</summary>
public sealed record TraceMoment(Guid Entry, DateTimeOffset At, string What);

/// <summary>One line of "Wie keek in mijn gegevens?": one use of data, or the same use some times in a row.</summary>
/// <param name="Moments">Every entry of the line, newest first.</param>
/// <param name="Reason">Why it was allowed, in plain words; for a refusal why it was not.</param>
/// <param name="Emergency">The typed reason of an emergency access; empty when none was found, null when it was none.</param>
/// <param name="Reported">When the reader reported this line.</param>
/// <param name="Answer">What the privacy desk answered to that.</param>
public sealed record TraceLine(
    IReadOnlyList<TraceMoment> Moments, Onlooker Who, string What, bool Refused, string Reason, string Activity, string Articles, string? Emergency, DateTimeOffset? Reported, string? Answer = null)
{
    /// <summary>The newest entry, by which the line is reported.</summary>
    public Guid Entry => Moments[0].Entry;

    public DateTimeOffset At => Moments[0].At;

    public DateTimeOffset Since => Moments[^1].At;

    /// <summary>How often it was done. A small photo within a conversation comes with reading it, and is not counted.</summary>
    public int Times { get; init; } = Moments.Count;
}

/// <summary>A page of the list, with what stands around it.</summary>
/// <param name="Head">The network's head; null for somebody's own profile.</param>
/// <param name="People">Who can be chosen in the filter: known people first, then the program and others.</param>
/// <param name="KeepsReadings">What the care recipient read themselves is theirs, and not in this reader's list.</param>
/// <param name="Older">The query of the next page; null at the end.</param>
public sealed record TracePage(NetworkHead? Head, IReadOnlyList<TraceLine> Lines, IReadOnlyList<App.Components.Choice> People, string? Older, bool KeepsReadings = false);

/// <summary>What a list of who looked is about: a network, or somebody's own profile.</summary>
internal sealed record TracePlace(CompartmentRef Compartment, string Path)
{
    internal static TracePlace Of(Guid? network, Actor actor)
        => network is { } id
            ? new(new NetworkId(id).Compartment, $"/netwerken/{id}/wie-keek")
            : new(actor.Person!.Value.Profile, "/mijn/wie-keek");
}
