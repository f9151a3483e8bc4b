using Kring.App.Web.Uploads;

namespace Kring.App.Web;

/// <summary>The full set of security headers on every answer, whatever its status. Nothing personal is kept by a browser or a proxy.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, Platform.KringOptions options)
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // What somebody uploaded does nothing and loads nothing, wherever it is opened.
    private const string OfFiles = "sandbox; default-src 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = context.GetEndpoint()?.Metadata.GetMetadata<SendsFilesAttribute>() is null ? Policy : OfFiles;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
            headers.XFrameOptions = "DENY";
            if (options.SecureCookies)
                headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
            if (context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null)
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
