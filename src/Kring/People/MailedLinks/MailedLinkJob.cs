using System.Data.Common;
using Kring.Access.Log;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

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
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<SendLink>().Run(one, stoppingToken);
            }
            catch (Exception fault) when (fault is DbException or DbUpdateException or InvalidOperationException or LogUnavailableException or TimeoutException)
            {
                Failed(logger, fault.Trace());
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A link to sign in or to choose a new password could not be sent; whoever asked for it must ask again.\n{Trace}")]
    private static partial void Failed(ILogger logger, string trace);
}
