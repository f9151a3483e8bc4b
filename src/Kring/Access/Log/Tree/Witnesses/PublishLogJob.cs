using Kring.Access.Jobs;

namespace Kring.Access.Log.Tree.Witnesses;

/// <summary>Offers what was signed to the witnesses, every minute.</summary>
internal sealed class PublishLogJob(IServiceScopeFactory scopes, PublishLog publishing, ILogger<PublishLogJob> logger) : Rounds(scopes, logger)
{
    protected override TimeSpan First => TimeSpan.FromSeconds(4);

    protected override TimeSpan Every => TimeSpan.FromMinutes(1);

    protected override async Task<bool> Round(IServiceScopeFactory scopes, CancellationToken cancel)
    {
        await publishing.Run(cancel);
        return false;
    }
}
