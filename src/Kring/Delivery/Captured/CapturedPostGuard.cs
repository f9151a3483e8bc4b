using Kring.Platform;

namespace Kring.Delivery.Captured;

/// <summary>Captured post is for whoever sits at this machine in development: for anybody else the page does not exist. Answers programs with JSON.</summary>
internal sealed class CapturedPostGuard(RequestDelegate next, IHostEnvironment environment)
{
    internal const string Path = "/dev/outbox";
    internal const string PathForPrograms = "/dev/outbox.json";

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path != Path && request.Path != PathForPrograms)
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
