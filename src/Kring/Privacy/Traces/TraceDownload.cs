using System.Globalization;
using Kring.Access;
using Kring.App.Components;
using Kring.Platform;

namespace Kring.Privacy.Traces;

internal static class TraceDownload
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/netwerken/{network:guid}/wie-keek.csv", (Guid network, HttpContext context, ExportTraces export, CurrentActor current, TimeProvider time) => Send(network, context, export, current, time));
        routes.MapGet("/mijn/wie-keek.csv", (HttpContext context, ExportTraces export, CurrentActor current, TimeProvider time) => Send(null, context, export, current, time));
    }

    private static async Task Send(Guid? network, HttpContext context, ExportTraces export, CurrentActor current, TimeProvider time)
    {
        var (actor, query, response) = (current.Actor, context.Request.Query, context.Response);
        var place = TracePlace.Of(network, actor);
        var ask = new TraceAsk(query["wie"], query["periode"], query[TraceAsk.FromField], query[TraceAsk.UntilField], query["soort"], query["eigen"], null, query["automatisch"]);
        if (ask.Read(time.Moment(), new FormErrors()) is not { } filter)
        {
            response.Redirect(place.Path + ask.Query);
            return;
        }

        var (lines, refusal) = await export.Run(actor, place, filter, context.RequestAborted);
        if (lines is null)
        {
            response.StatusCode = refusal == GateRefusal.ProcessingNotApproved ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound;
            return;
        }

        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"wie-keek-{time.Moment().DutchDay():yyyy-MM-dd}.csv\"");
        await TraceCsv.Write(response.Body, lines, context.RequestAborted);
    }
}
