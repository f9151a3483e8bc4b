using Kring.Platform;

namespace Kring.Access.Jobs;

/// <summary>
/// A job of the program itself that comes round by the clock, on every node. What there is to do stands in rows, so a node that dies leaves it to the next round; a round may
/// meet what another node just did.
/// </summary>
internal abstract partial class Rounds(IServiceScopeFactory scopes, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(10);

    /// <summary>How long after the start the first round comes.</summary>
    protected abstract TimeSpan First { get; }

    protected abstract TimeSpan Every { get; }

    /// <returns>Whether there may be more to do at once.</returns>
    protected abstract Task<bool> Round(IServiceScopeFactory scopes, CancellationToken cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wait = First;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(wait, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            wait = Every;
            try
            {
                while (!stoppingToken.IsCancellationRequested && await Round(scopes, stoppingToken))
                {
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) // a job that fails says so and comes round again; it does not stop the program
            {
                Failed(logger, GetType().Name, fault.Trace());
                wait = Every > AfterFault ? AfterFault : Every;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The job {Job} stood still.\n{Trace}")]
    private static partial void Failed(ILogger logger, string job, string trace);
}
