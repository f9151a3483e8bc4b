using Kring.Access.Keys;
using Kring.Access.Log;
using Kring.App.Web.Uploads;
using Kring.Platform;
using Kring.Platform.Files;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Kring.App.Web;

/// <summary>The web side that all modules share: headers, errors, sign-in, forms, health.</summary>
internal static class WebModule
{
    /// <param name="tryingOut">Whether this is Development, which answers to the names of this machine too.</param>
    internal static void Add(IServiceCollection services, KringOptions options, bool tryingOut)
    {
        OwnHosts.Add(services, options, tryingOut);
        TrustedProxies.Add(services, options);
        services.AddApp();
        services.AddHttpContextAccessor();
        services.AddCascadingAuthenticationState();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = options.SecureCookies ? "__Host-kring-form" : "kring-form";
            antiforgery.Cookie.SecurePolicy = options.SecureCookies ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.HeaderName = "X-Kring-Form";
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        // A value that cannot be read is the browser's mistake, in development too: 400, and nothing in the log.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        // A form that takes no files holds little, and none of it is ever put in a temporary file: it is not sealed yet.
        services.Configure<FormOptions>(form => (form.MultipartBodyLengthLimit, form.MemoryBufferThreshold) = (FileSizes.Megabyte, 2 * FileSizes.Megabyte));
        services.AddDataProtection().SetApplicationName("Kring");
        services.AddOpenApi(api => api.ShouldInclude = action => action.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true);
        services.AddSingleton<SealedQuestions>();
        services.AddSingleton<ProtectionKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = provider.GetRequiredService<ProtectionKeys>()));
    }

    /// <param name="beforeSignIn">What may answer a request before anybody is signed in.</param>
    internal static void Use(WebApplication app, Action<IApplicationBuilder> beforeSignIn)
    {
        app.UseForwardedHeaders();
        app.UseOwnScheme();
        app.UseAppErrors();
        app.UseMiddleware<Faults>();
        app.UseMiddleware<AnswerAfterLog>();
        app.UseMiddleware<CrossSiteGuard>();
        app.UseRouting();
        beforeSignIn(app);
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<AddressValues>();
        app.UseMiddleware<UploadRoom>();
        app.UseAppForms();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapOpenApi("/api/openapi.json").AllowAnonymous();
        app.MapApp();
    }
}
