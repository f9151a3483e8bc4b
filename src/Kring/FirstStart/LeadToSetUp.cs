using Kring.FirstStart.SetUps;
using Microsoft.AspNetCore.StaticAssets;

namespace Kring.FirstStart;

/// <summary>While there is no organisation, every page leads to the set-up.</summary>
internal sealed class LeadToSetUp(RequestDelegate next, SetUpDesk desk)
{
    private static readonly string[] Untouched = [SetUpDesk.Path, "/health", "/dev", "/weergave", "/fout"];

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var leads = HttpMethods.IsGet(request.Method) && !Untouched.Any(path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))
            && context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null;
        if (leads && await desk.IsOpen(context.RequestAborted))
            context.Response.Redirect(SetUpDesk.Path);
        else
            await next(context);
    }
}
