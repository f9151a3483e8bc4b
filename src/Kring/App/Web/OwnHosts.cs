using Kring.Platform;
using Microsoft.AspNetCore.HostFiltering;

namespace Kring.App.Web;

/// <summary>
/// The names that Kring answers to: the one people reach it at, and while trying things out those of this machine. Any other gets 400, so that no link or redirect is ever made
/// from what a request claims.
/// </summary>
internal static class OwnHosts
{
    private static readonly string[] ThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    internal static void Add(IServiceCollection services, KringOptions options, bool tryingOut)
    {
        // The web host filters before anything of Kring's runs, and that answer needs its headers too.
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, HeadersFirst>());
        services.Configure<HostFilteringOptions>(hosts =>
        {
            hosts.AllowedHosts = [options.PublicUrl.Host, .. tryingOut || options.PublicUrl.IsLoopback ? ThisMachine : []];
            hosts.AllowEmptyHosts = false;
            hosts.IncludeFailureMessage = false;
        });
    }

    /// <summary>Who reaches Kring over https does so whatever the connection from the proxy is: cookies and redirects follow the address people use.</summary>
    internal static void UseOwnScheme(this IApplicationBuilder app)
    {
        if (!app.ApplicationServices.GetRequiredService<KringOptions>().SecureCookies)
            return;
        app.Use((context, next) =>
        {
            context.Request.Scheme = Uri.UriSchemeHttps;
            return next(context);
        });
    }

    private sealed class HeadersFirst : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseMiddleware<SecurityHeaders>();
            next(app);
        };
    }
}
