using System.Threading.RateLimiting;
using Kring.Platform.Files;
using Microsoft.AspNetCore.Http.Features;

namespace Kring.App.Web.Uploads;

/// <summary>
/// Lets forms with files in where a page asks for them, and no more at a time than memory has room for: what comes meanwhile waits its turn. Stands behind signing in, so that nobody
/// else takes up the room.
/// </summary>
internal sealed class UploadRoom(RequestDelegate next) : IDisposable
{
    /// <summary>More than this is not even read to its end.</summary>
    private const long MostBody = 100 * FileSizes.Megabyte;

    private const int Megabytes = 64, MostWaiting = 640;
    private readonly ConcurrencyLimiter _room = new(new ConcurrencyLimiterOptions { PermitLimit = Megabytes, QueueLimit = MostWaiting });

    public async Task InvokeAsync(HttpContext context)
    {
        if (!HoldsFiles(context))
        {
            await next(context);
            return;
        }

        using var turn = IsSmall(context.Request) ? null : await _room.AcquireAsync(Room(context.Request.ContentLength), context.RequestAborted);
        if (turn is { IsAcquired: false })
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBody;
        var form = new UploadForm(context.Request);
        context.Features.Set<IFormFeature>(form);
        await next(context);
        form.DropFiles();
        // Tens of megabytes that nobody needs any more: left alone they stay until something else asks for as much.
        if (turn is not null)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
    }

    public void Dispose() => _room.Dispose();

    private static bool HoldsFiles(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<TakesFilesAttribute>() is not null
        && context.Request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;

    // Text without files waits for nobody: without a script it is posted in the same form.
    private static bool IsSmall(HttpRequest request) => request.ContentLength <= FileSizes.Megabyte;

    private static int Room(long? length) => (int)Math.Clamp((length ?? long.MaxValue) / FileSizes.Megabyte, 1, UploadForm.MostKept / FileSizes.Megabyte);
}
