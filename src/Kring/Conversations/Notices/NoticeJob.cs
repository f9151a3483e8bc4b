using System.Data.Common;
using Kring.Access.Log;
using Kring.Access.Sealing;
using Kring.Data.Wall;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations.Notices;

/// <summary>Tells people of new messages, on every node: within a second when this node took the message, and otherwise within seconds.</summary>
internal sealed partial class NoticeJob(IServiceScopeFactory scopes, NoticeBell bell, ILogger<NoticeJob> logger) : BackgroundService
{
    private const int MostPerRound = 50;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(10);

    // Who says something often says more: it becomes one word.
    private static readonly TimeSpan InARow = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await Round(stoppingToken))
                {
                }

                await bell.Wait(Poll, stoppingToken);
                await Task.Delay(InARow, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (IsPassing(fault))
            {
                Failed(logger, fault.Trace());
                await Task.Delay(AfterFault, stoppingToken);
            }
        }
    }

    private async Task<bool> Round(CancellationToken cancel)
    {
        await using var scope = scopes.Serving();
        var due = await scope.ServiceProvider.GetRequiredService<ConversationsAccess>().Due(MostPerRound, cancel);
        foreach (var word in due.DistinctBy(d => (d.Conversation, d.Author, d.Waited))) // the others go with it
        {
            await using var one = scopes.Serving();
            await one.ServiceProvider.GetRequiredService<TellReaders>().Run(word, cancel);
        }

        return due.Count == MostPerRound;
    }

    private static bool IsPassing(Exception fault) => fault is DbException or DbUpdateException or InvalidOperationException or LogUnavailableException or TimeoutException or SealBrokenException;

    [LoggerMessage(Level = LogLevel.Error, Message = "Telling people of new messages stood still.\n{Trace}")]
    private static partial void Failed(ILogger logger, string trace);
}
