using Kring.Access;
using Kring.Access.Log;
using Kring.Networks;
using Kring.Organisations;
using Kring.Privacy.Reports;
using Microsoft.EntityFrameworkCore;

namespace Kring.Privacy.Traces;

/// <summary>Shows who used the data of a network, or of one's own profile (AVG art. 15; Wabvpz art. 15e; NEN 7513). Looking is itself a line in the list.</summary>
internal sealed class ShowTraces(Door door, PrivacyAccess privacy, ShowOwnReports own, OrganisationsAccess organisations, NetworksAccess networks)
{
    /// <summary>Entries of the log on one page; lines may be fewer.</summary>
    internal const int PageSize = 50;

    /// <param name="filter">Null shows the page around the list only: the question itself was wrong.</param>
    internal async Task<(TracePage? Page, GateRefusal Refusal)> Run(Actor actor, TracePlace place, TraceAsk ask, TraceFilter? filter, CancellationToken cancel)
    {
        var (grant, refusal) = await door.Enter(new Visit(actor, place.Compartment, PrivacyPurposes.WhoLooked, Operations.Read, new LoggedObject("access-log")), cancel);
        if (grant is null)
            return (null, refusal);
        var reading = await TraceReading.Of(grant, organisations, privacy, cancel);
        var head = place.Compartment.Kind == CompartmentKind.Network ? await networks.Head(grant, cancel) : null;
        if (filter is null)
            return (new TracePage(head, [], reading.People.Choices(), null), GateRefusal.None);
        var keeps = await networks.KeepsOwnReadings(grant, cancel);
        var entries = await filter.Apply(grant.Rows<AccessEntry>().WithoutReadingsOf(keeps), reading.People.Known, grant.Person)
            .NewestFirst(TraceCursor.Parse(ask.Before)).Take(PageSize + 1).ToListAsync(cancel);
        var shown = entries.Take(PageSize).ToList();
        var reported = await privacy.Reported(grant.Person, shown.ConvertAll(e => e.Id), cancel);
        var answers = await own.Answers(actor, reported.Values, cancel);
        var lines = TraceGroups.Of(shown, reported.Keys).Select(alike => reading.Line(alike, reported.GetValueOrDefault(alike[0].Id)?.At, answers.GetValueOrDefault(alike[0].Id))).ToList();
        var older = entries.Count > PageSize ? ask.QueryBefore(TraceCursor.Of(shown[^1])) : null;
        return (new TracePage(head, lines, reading.People.Choices(), older, keeps is not null), GateRefusal.None);
    }
}
