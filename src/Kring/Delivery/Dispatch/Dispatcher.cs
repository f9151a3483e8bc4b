using System.Data.Common;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Kring.Access.Log;
using Kring.Access.Sealing;
using Kring.Data.Wall;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Delivery.Dispatch;

/// <summary>Sends what is due, on every node: at once when this node added it, and otherwise within seconds.</summary>
internal sealed partial class Dispatcher(IServiceScopeFactory scopes, Postmen postmen, DispatchBell bell, ILogger<Dispatcher> logger) : BackgroundService
{
    private const int MostPerRound = 50;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);
    private static readonly Meter Meter = new("Kring.Delivery");
    private static readonly Counter<int> Outcomes = Meter.CreateCounter<int>("kring.delivery.notices", description: "Notices by how a try to send them ended.");
    private static readonly Gauge<double> Lag = Meter.CreateGauge<double>("kring.delivery.lag", "s", "How long the oldest notice that is due has waited.");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var watched = 0L;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await Round(stoppingToken))
                {
                }

                if (watched++ % 30 == 0)
                    await Watch(stoppingToken);
                await bell.Wait(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (fault is DbException or DbUpdateException or InvalidOperationException or LogUnavailableException)
            {
                RoundFailed(logger, fault.Trace());
                await Task.Delay(AfterFault, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Sends one round of what is due.</summary>
    /// <returns>Whether there may be more.</returns>
    private async Task<bool> Round(CancellationToken cancel)
    {
        await using var scope = scopes.Serving();
        var access = scope.ServiceProvider.GetRequiredService<DeliveryAccess>();
        await access.GiveUpStale(cancel);
        var due = await access.Due(postmen.Channels, MostPerRound, cancel);
        foreach (var notice in due)
        {
            await using var one = scopes.Serving();
            try
            {
                var outcome = await one.ServiceProvider.GetRequiredService<SendNotice>().Run(notice, cancel);
                Outcomes.Add(1, new KeyValuePair<string, object?>("outcome", outcome.ToString()));
            }
            catch (Exception fault) when (fault is SealBrokenException or KeyNotFoundException or JsonException)
            {
                // Its lease keeps it out of the way of the others for a while.
                Unreadable(logger, notice.Id.Value, fault.Trace());
            }
        }

        return due.Count == MostPerRound;
    }

    private async Task Watch(CancellationToken cancel)
    {
        await using var scope = scopes.Serving();
        var lag = await scope.ServiceProvider.GetRequiredService<DeliveryAccess>().Lag(cancel);
        Lag.Record(lag.Oldest.TotalSeconds);
        if (lag.Oldest > Late)
            Lagging(logger, lag.Count, (int)lag.Oldest.TotalMinutes, string.Join(" and ", postmen.Channels));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} notices wait to be sent, the oldest for {Minutes} minutes. There are senders for: {Channels}. Is Kring:Mail:Host set, and does the mail server answer?")]
    private static partial void Lagging(ILogger logger, int count, int minutes, string channels);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Notice {Notice} cannot be opened: it was altered or moved, or its key is gone.\n{Trace}")]
    private static partial void Unreadable(ILogger logger, Guid notice, string trace);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending notices stood still.\n{Trace}")]
    private static partial void RoundFailed(ILogger logger, string trace);
}
