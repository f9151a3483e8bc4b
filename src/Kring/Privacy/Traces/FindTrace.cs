using Kring.Access;
using Kring.Access.Log;
using Kring.Networks;
using Kring.Organisations;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Privacy.Traces;

/// <summary>One line of the list, as its reader saw it.</summary>
internal sealed record FoundTrace(Grant Grant, AccessEntry Entry, TraceLine Line, NetworkHead? Head, string ReaderName);

/// <summary>Finds one line again by its newest entry: for whoever may see the list it stands in.</summary>
internal sealed class FindTrace(Door door, PrivacyAccess privacy, OrganisationsAccess organisations, NetworksAccess networks)
{
    /// <param name="alone">Leaves out what stands with it in one line.</param>
    /// <returns>Null without a refusal when the list has no such line.</returns>
    internal async Task<(FoundTrace? Found, GateRefusal Refusal)> Run(Actor actor, TracePlace place, Guid entry, bool alone, CancellationToken cancel)
    {
        var (grant, refusal) = await door.Enter(new Visit(actor, place.Compartment, PrivacyPurposes.WhoLooked, Operations.Read, new LoggedObject("access-log", entry)), cancel);
        if (grant is null)
            return (null, refusal);
        var keeps = await networks.KeepsOwnReadings(grant, cancel);
        if (await grant.Rows<AccessEntry>().WithoutReadingsOf(keeps).SingleOrDefaultAsync(e => e.Id == entry, cancel) is not { } newest)
            return (null, GateRefusal.None);
        var since = newest.At.DutchDay().StartInAmsterdam();
        List<AccessEntry> around = alone ? [] : await grant.Rows<AccessEntry>().WithoutReadingsOf(keeps).Where(e => e.At >= since).NewestFirst(TraceCursor.Of(newest)).Take(ShowTraces.PageSize).ToListAsync(cancel);
        var reading = await TraceReading.Of(grant, organisations, privacy, cancel);
        var head = place.Compartment.Kind == CompartmentKind.Network ? await networks.Head(grant, cancel) : null;
        return (new FoundTrace(grant, newest, reading.Line(TraceGroups.Of(around.Prepend(newest))[0]), head, await NameOf(grant, reading.People, cancel)), GateRefusal.None);
    }

    private static async Task<string> NameOf(Grant grant, Onlookers people, CancellationToken cancel)
    {
        if (people.NameOf(grant.Person) is { } here)
            return here;
        var person = await grant.Rows<People.Person>().SingleAsync(cancel);
        return grant.Open(People.Person.NameField, person.Id.Value, person.Name);
    }
}
