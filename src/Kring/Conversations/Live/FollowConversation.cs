using Kring.Access;
using Kring.Networks;
using Kring.People;
using Kring.Platform.Nodes;

namespace Kring.Conversations.Live;

/// <summary>
/// Keeps an open page up to date until the person may no longer read, signs out, leaves, or the program stops. The stream carries no right of its own: every delivery passes the
/// gate, and between deliveries participation and session are watched.
/// </summary>
internal sealed class FollowConversation(IServiceScopeFactory scopes, ConversationFeed feed, MembershipChanges memberships, OpenStreams streams, WatchGate gate, INodeWire wire, IHostApplicationLifetime program)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);

    /// <summary>How long an idle stream stays open at most after an end that another node could not tell.</summary>
    private static readonly TimeSpan BeatUnheard = TimeSpan.FromSeconds(5);

    /// <param name="last">The number of the newest message that the page has.</param>
    internal async Task Run(HttpResponse response, Actor actor, NetworkId network, ConversationId conversation, long last, CancellationToken gone)
    {
        using var listener = feed.Listen(conversation);
        using var participation = memberships.Watch(network, actor.Person!.Value);
        using var session = streams.Open(actor, conversation);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(gone, participation.Ended, session.Ended, program.ApplicationStopping);
        var stream = new EventStream(response);
        try
        {
            if (await Deliver(actor, network, conversation, last, null, end.Token) is not { } missed)
            {
                response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            await stream.Begin(end.Token);
            last = await Send(stream, last, missed, end.Token);
            while (true)
            {
                var heard = await listener.Heard(wire.Carries ? Beat : BeatUnheard, end.Token);
                if (heard.Nothing && await MayStay(actor, network, end.Token))
                {
                    await stream.Beat(end.Token);
                    continue;
                }

                if (heard.Nothing || await Deliver(actor, network, conversation, last, heard.Numbers, end.Token) is not { } news)
                    break;
                last = await Send(stream, last, news, end.Token);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Whoever left needs no goodbye; the others get one.
        }

        if (response.HasStarted && !gone.IsCancellationRequested && !program.ApplicationStopping.IsCancellationRequested)
            await stream.Send("ended", null, "", gone);
    }

    private static async Task<long> Send(EventStream stream, long last, IReadOnlyList<Delivery> deliveries, CancellationToken cancel)
    {
        foreach (var delivery in deliveries)
        {
            await stream.Send(delivery.New ? "message" : "changed", delivery.New ? delivery.Number : null, delivery.Html, cancel);
            last = Math.Max(last, delivery.Number);
        }

        return last;
    }

    private async Task<IReadOnlyList<Delivery>?> Deliver(Actor actor, NetworkId network, ConversationId conversation, long last, IReadOnlyList<long>? changed, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DeliverMessages>().Run(actor, network, conversation, last, changed, cancel);
    }

    private Task<bool> MayStay(Actor actor, NetworkId network, CancellationToken cancel)
        => gate.WouldOpen(new Visit(actor, network.Compartment, ConversationsPurposes.Communicate, Operations.Read, new LoggedObject("conversation")), cancel);
}
