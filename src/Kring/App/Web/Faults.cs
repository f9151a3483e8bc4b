using Kring.Access.Log;
using Kring.Access.Sealing;

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
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            var reference = context.TraceIdentifier;
            context.Items[Reference] = reference;
            context.Response.Clear();
            context.Response.StatusCode = fault switch
            {
                LogUnavailableException => StatusCodes.Status503ServiceUnavailable,
                BadHttpRequestException bad => bad.StatusCode,
                _ => StatusCodes.Status500InternalServerError,
            };
            if (fault is SealBrokenException)
                SealBroken(logger, reference, fault);
            else
                Failed(logger, reference, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {Reference} failed.")]
    private static partial void Failed(ILogger logger, string reference, Exception fault);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Request {Reference} met a broken seal: data was altered or moved outside Kring.")]
    private static partial void SealBroken(ILogger logger, string reference, Exception fault);
}
