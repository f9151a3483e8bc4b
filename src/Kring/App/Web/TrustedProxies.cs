using Kring.Platform;
using Microsoft.AspNetCore.HttpOverrides;

namespace Kring.App.Web;

/// <summary>
/// Whose word about a visitor's address is taken: the proxies of <see cref="KringOptions.Proxies"/>, one step for each. What a visitor wrote in the header before it reached the first
/// of them is not believed, and without proxies nothing is.
/// </summary>
internal static class TrustedProxies
{
    internal static void Add(IServiceCollection services, KringOptions options) => services.Configure<ForwardedHeadersOptions>(headers =>
    {
        var networks = options.ProxyNetworks().ToList();
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        networks.ForEach(headers.KnownIPNetworks.Add);
        headers.ForwardedHeaders = networks.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        headers.ForwardLimit = Math.Max(1, networks.Count);
    });
}
