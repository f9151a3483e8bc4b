namespace Kring.App.Web;

/// <summary>A change that another site asks for is refused before anything looks at it: 403. The antiforgery token is the second wall.</summary>
internal sealed class CrossSiteGuard(RequestDelegate next, Platform.KringOptions options)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method) || FromHere(request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private bool FromHere(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site == "same-origin";
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && (from.Authority == request.Host.Value || from.Authority == options.PublicUrl.Authority));
    }
}
