using Kring.Access;
using Kring.Access.Keys;
using Kring.Access.Log;
using Kring.Access.Sealing;
using Kring.Platform;

namespace Kring.App.Web;

/// <summary>Turns a fault into one page with a reference number. The log holds the number and the fault; the page holds the number alone.</summary>
internal sealed partial class Faults(RequestDelegate next, ILogger<Faults> logger)
{
    internal static readonly object Reference = new();

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            if (!context.Response.HasStarted)
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception fault)
        {
            var reference = context.TraceIdentifier;
            if (fault is SealBrokenException)
                SealBroken(logger, reference, fault.Trace());
            else if (fault is MasterKeyMismatchException or MasterKeyAwayException)
                NoMasterKey(logger, reference, fault.Trace());
            else if (fault is not (GateShutException or BadHttpRequestException))
                Failed(logger, reference, fault.Trace());
            if (context.Response.HasStarted)
                context.Abort(); // half an answer must not look like a whole one
            else
                Answer(context, reference, StatusOf(fault));
        }
    }

    private static void Answer(HttpContext context, string reference, int status)
    {
        context.Items[Reference] = reference;
        context.Response.Clear();
        context.Response.StatusCode = status;
    }

    private static int StatusOf(Exception fault) => fault switch
    {
        LogUnavailableException => StatusCodes.Status503ServiceUnavailable,
        GateShutException { Refusal: GateRefusal.ProcessingNotApproved } => StatusCodes.Status403Forbidden,
        GateShutException => StatusCodes.Status404NotFound,
        BadHttpRequestException bad => bad.StatusCode,
        MasterKeyMismatchException or MasterKeyAwayException => StatusCodes.Status503ServiceUnavailable,
        _ when Outage.Is(fault) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {Reference} failed.\n{Trace}")]
    private static partial void Failed(ILogger logger, string reference, string trace);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Request {Reference} met a broken seal: data was altered or moved outside Kring.\n{Trace}")]
    private static partial void SealBroken(ILogger logger, string reference, string trace);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Request {Reference} needs a master key that is not at hand: nothing was shown.\n{Trace}")]
    private static partial void NoMasterKey(ILogger logger, string reference, string trace);
}
