using Kring.Data.Wall;
using Kring.Platform;

namespace Kring.People.MailedLinks;

/// <summary>Carries out what was asked, one after the other, apart from the request that asked it.</summary>
internal sealed partial class MailedLinkJob(IServiceScopeFactory scopes, LinksAsked asked, ILogger<MailedLinkJob> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var one in asked.All(stoppingToken))
        {
            try
            {
                await using var scope = scopes.Serving();
                await scope.ServiceProvider.GetRequiredService<SendLink>().Run(one, stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested) // whatever is wrong with one of them, the others and the program go on
            {
                Failed(logger, fault.Trace());
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A link to sign in or to choose a new password could not be sent; whoever asked for it must ask again.\n{Trace}")]
    private static partial void Failed(ILogger logger, string trace);
}
