using Kring.Access;
using Kring.Access.Log;
using Kring.Organisations;

namespace Kring.Privacy.Traces;

/// <summary>Reads entries of one compartment's log into lines: names, words and grounds fetched once.</summary>
internal sealed class TraceReading(Onlookers people, Grounds grounds)
{
    internal Onlookers People => people;

    internal static async Task<TraceReading> Of(Grant grant, OrganisationsAccess organisations, PrivacyAccess privacy, CancellationToken cancel)
        => new(await Onlookers.Of(grant, await organisations.All(cancel), cancel), new Grounds(await privacy.Register(cancel)));

    /// <param name="alike">Entries that make one line, newest first.</param>
    internal TraceLine Line(IReadOnlyList<AccessEntry> alike, DateTimeOffset? reported = null, string? answer = null)
    {
        var entry = alike[0];
        var ground = grounds.Of(entry.Purpose, entry.Organisation);
        var telling = alike.FirstOrDefault(e => e.ObjectType == TraceWords.Conversation) ?? entry;
        var refused = entry.Outcome == Outcome.Refused;
        return new TraceLine([.. alike.Select(e => new TraceMoment(e.Id, e.At, TraceWords.What(e)))], people.Who(entry), TraceWords.What(telling), refused,
            refused ? TraceWords.WhyNot(entry) : ground.Reason, ground.Activity, ground.Articles, people.EmergencyReason(entry), reported, answer)
        {
            Times = Math.Max(1, alike.Count(e => e.ObjectType != TraceWords.Thumbnail)),
        };
    }
}
