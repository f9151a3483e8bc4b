using Kring.Access.Log.Tree.Exports;
using Kring.Access.Log.Tree.Witnesses;
using Kring.Platform;

namespace Kring.Access.Log.Tree;

internal static class TreeModule
{
    internal static void Add(IServiceCollection services, KringOptions options)
    {
        services.AddSingleton<LogSigner>();
        services.AddSingleton<SealLog>();
        services.AddHostedService<SealLogJob>();
        services.AddSingleton<PublishLog>();
        services.AddSingleton<ExportLog>();
        services.AddHttpClient(HttpWitness.Client, HttpWitness.Limit).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        if (options.Log.Witnesses.Count > 0)
            services.AddHostedService<PublishLogJob>();
    }
}
