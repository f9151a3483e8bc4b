using Kring.Platform;

namespace Kring.Delivery.Captured;

/// <summary>
/// Captured post, and all else under /dev, is for whoever sits at this machine in development: for anybody else it does not exist. Routing takes a slash at the end and other
/// capitals for the same address, so the whole folder is guarded and not its pages by name. Answers programs with JSON.
/// </summary>
internal sealed class CapturedPostGuard(RequestDelegate next, IHostEnvironment environment)
{
    private const string Root = "/dev";
    internal const string Path = "/dev/outbox";
    internal const string PathForPrograms = "/dev/outbox.json";

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase))
            return next(context);
        if (!environment.IsDevelopment() || !FromThisMachine(context) || context.RequestServices.GetService<CapturedPost>() is not { } post)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return request.Path == Path && WantsJson(request) ? context.Response.WriteAsJsonAsync(post.NewestFirst, context.RequestAborted) : next(context);
    }

    // The name must be this machine's too, so that a page elsewhere cannot point its own name here and read along.
    private static bool FromThisMachine(HttpContext context)
        => context.Connection.RemoteIpAddress is { } address && System.Net.IPAddress.IsLoopback(address)
            && Uri.TryCreate($"http://{context.Request.Host}", UriKind.Absolute, out var host) && host.IsLoopback;

    private static bool WantsJson(HttpRequest request)
        => request.GetTypedHeaders().Accept.Any(a => a.MediaType == "application/json") && !request.GetTypedHeaders().Accept.Any(a => a.MediaType == "text/html");
}
