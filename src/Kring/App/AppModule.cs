using Kring.App.Display;
using Kring.App.Help;
using Kring.App.Layout;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;

namespace Kring.App;

/// <summary>The frame around every page: layout, language, error pages and static files.</summary>
internal static class AppModule
{
    public static IServiceCollection AddApp(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddScoped<ShellModel>();
        services.AddScoped<ContactWords>();
        return services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture("nl-NL");
            options.AddSupportedCultures("nl-NL", "en-GB").AddSupportedUICultures("nl-NL", "en-GB");
            options.RequestCultureProviders = [new DisplayCulture()];
        });
    }

    /// <summary>Comes first in the pipeline, so that every refusal and fault further on ends in a page in plain words.</summary>
    public static IApplicationBuilder UseAppErrors(this IApplicationBuilder app) =>
        app.UseRequestLocalization()
            .UseStatusCodePagesWithReExecute("/fout/{0}", createScopeForStatusCodePages: true)
            .Use(ShowErrorsAsGet);

    /// <summary>In the place of UseAntiforgery: a post without a valid token, or that cannot be read, gets the page of a 400 and goes no further.</summary>
    public static IApplicationBuilder UseAppForms(this IApplicationBuilder app) =>
        app.UseAntiforgery().Use(RefuseInvalidTokens);

    public static void MapApp(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapStaticAssets().AllowAnonymous();
        endpoints.MapRazorComponents<App>().WithStaticAssets();
        endpoints.MapDisplay();
        WellKnown.Map(endpoints);
    }

    // A post that was refused would otherwise be posted again to the error page, and be refused there for its token.
    private static Task ShowErrorsAsGet(HttpContext context, RequestDelegate next)
    {
        var isErrorPage = context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
        if (!isErrorPage) return next(context);
        context.Request.Method = HttpMethods.Get;
        context.SetEndpoint(null); // chosen for the old method
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        return next(context);
    }

    private static async Task RefuseInvalidTokens(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } || !await CanBeRead(context.Request))
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        else
            await next(context);
    }

    // The token may come in a header, and then nobody has looked at the form yet.
    private static async Task<bool> CanBeRead(HttpRequest request)
    {
        try
        {
            if (request.HasFormContentType)
                await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
