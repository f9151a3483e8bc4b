using System.Runtime.CompilerServices;
using Kring.Access;
using Kring.Access.Log;
using Kring.Networks;
using Kring.Organisations;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Privacy.Traces;

/// <summary>Gives the same list to take away, one line per entry: as it stood when it was asked for, read in pieces so that its length costs no memory.</summary>
internal sealed class ExportTraces(Door door, PrivacyAccess privacy, OrganisationsAccess organisations, NetworksAccess networks, TimeProvider time)
{
    /// <summary>No more than this in one file; the file then says so, and a shorter period gives the rest.</summary>
    internal const int MostLines = 200_000;
    private const int Piece = 1_000;

    internal async Task<(IAsyncEnumerable<TraceLine>? Lines, GateRefusal Refusal)> Run(Actor actor, TracePlace place, TraceFilter filter, CancellationToken cancel)
    {
        var (grant, refusal) = await door.Enter(new Visit(actor, place.Compartment, PrivacyPurposes.WhoLooked, Operations.Export, new LoggedObject("access-log")), cancel);
        if (grant is null)
            return (null, refusal);
        var now = time.Moment();
        var asked = filter with { Until = filter.Until < now ? filter.Until : now };
        var keeps = await networks.KeepsOwnReadings(grant, cancel);
        return (Read(grant, keeps, await TraceReading.Of(grant, organisations, privacy, cancel), asked, cancel), GateRefusal.None);
    }

    private static async IAsyncEnumerable<TraceLine> Read(Grant grant, PersonId? keeps, TraceReading reading, TraceFilter filter, [EnumeratorCancellation] CancellationToken cancel)
    {
        var known = reading.People.Known;
        TraceCursor? place = null;
        for (var lines = 0; lines < MostLines;)
        {
            var piece = await filter.Apply(grant.Rows<AccessEntry>().WithoutReadingsOf(keeps), known, grant.Person).NewestFirst(place).Take(Piece).ToListAsync(cancel);
            foreach (var entry in piece)
                yield return reading.Line([entry]);
            if (piece.Count < Piece)
                break;
            place = TraceCursor.Of(piece[^1]);
            lines += piece.Count;
        }
    }
}
