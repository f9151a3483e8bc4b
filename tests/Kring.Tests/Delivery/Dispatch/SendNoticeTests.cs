using Kring.Access;
using Kring.Delivery;
using Kring.Delivery.Dispatch;
using Kring.Delivery.Notices;
using Kring.Delivery.Senders;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kring.Tests.Delivery.Dispatch;

/// <summary>The program's own dispatcher is stopped here, so that each try is the test's.</summary>
public sealed class SendNoticeTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task A_notice_that_was_not_taken_is_tried_again_later()
    {
        var (address, due) = await Add();
        var server = new Server { Takes = false };

        Assert.Equal(SendOutcome.TriedInVain, await Try(due, server));
        Assert.Equal(SendOutcome.TakenElsewhere, await Try(due, server));
        app.Clock.Advance(TimeSpan.FromSeconds(16));
        server.Takes = true;
        Assert.Equal(SendOutcome.Sent, await Try(due, server));
        Assert.Equal(SendOutcome.TakenElsewhere, await Try(due, server));

        Assert.Equal([address, address], server.Asked);
    }

    [Fact]
    public async Task A_notice_that_nobody_takes_is_given_up_in_the_end()
    {
        var (_, due) = await Add();
        var server = new Server { Takes = false };

        var outcome = SendOutcome.TriedInVain;
        for (var tries = 0; tries < 40 && outcome == SendOutcome.TriedInVain; tries++)
        {
            outcome = await Try(due, server);
            app.Clock.Advance(TimeSpan.FromMinutes(65));
        }

        Assert.Equal(SendOutcome.GivenUp, outcome);
        Assert.Equal(32, server.Asked.Count);
    }

    [Fact]
    public async Task A_stale_code_is_not_sent()
    {
        var (_, due) = await Add(uselessIn: TimeSpan.FromMinutes(10));
        app.Clock.Advance(TimeSpan.FromMinutes(11));

        await app.In(s => s.GetRequiredService<DeliveryAccess>().GiveUpStale(default));

        Assert.Equal(SendOutcome.TakenElsewhere, await Try(due, new Server()));
    }

    [Fact]
    public async Task A_notice_waits_for_its_hour()
    {
        var (address, due) = await Add(dueIn: TimeSpan.FromHours(9));
        var server = new Server();

        Assert.Equal(SendOutcome.TakenElsewhere, await Try(due, server));
        app.Clock.Advance(TimeSpan.FromHours(9.1));
        Assert.Equal(SendOutcome.Sent, await Try(due, server));

        Assert.Equal([address], server.Asked);
    }

    [Fact]
    public async Task One_node_sends_a_notice_and_when_it_dies_another_does()
    {
        var (_, due) = await Add();

        var leases = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Lease(due)));

        Assert.Single(leases, taken => taken);
        app.Clock.Advance(TimeSpan.FromMinutes(2.1));
        Assert.True(await Lease(due));
    }

    [Fact]
    public async Task Without_a_sender_a_notice_waits()
    {
        var (_, due) = await Add();

        var found = await app.In(s => s.GetRequiredService<DeliveryAccess>().Due([DeliveryChannel.Sms], 1000, default));

        Assert.DoesNotContain(due, found);
        Assert.Equal([DeliveryChannel.Mail], new Postmen([new Server()], []).Channels);
    }

    [Fact]
    public void Trying_again_goes_on_for_about_a_day()
    {
        var waits = Enumerable.Range(1, 40).Select(Retry.After).TakeWhile(w => w is not null).Select(w => w!.Value).ToList();

        Assert.InRange(waits.Aggregate(TimeSpan.Zero, (sum, w) => sum + w), TimeSpan.FromHours(22), TimeSpan.FromHours(26));
        Assert.Equal(TimeSpan.FromSeconds(15), waits[0]);
        Assert.All(waits, w => Assert.InRange(w, TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(64)));
    }

    private async Task<(string Address, DueNotice Due)> Add(TimeSpan? dueIn = null, TimeSpan? uselessIn = null)
    {
        await app.Services.GetServices<IHostedService>().OfType<Dispatcher>().Single().StopAsync(TestContext.Current.CancellationToken);
        return await Waiting.Add(app, dueIn, uselessIn);
    }

    private Task<bool> Lease(DueNotice due) => app.In(s => s.GetRequiredService<DeliveryAccess>().Lease(due, default));

    private Task<SendOutcome> Try(DueNotice due, Server server) => app.In(s => new SendNotice(
        s.GetRequiredService<Door>(), s.GetRequiredService<DeliveryAccess>(), s.GetRequiredService<RenderNotice>(), new Postmen([server], []), app.Clock, NullLogger<SendNotice>.Instance).Run(due, default));

    private sealed class Server : IMailSender
    {
        internal bool Takes { get; set; } = true;

        internal List<string> Asked { get; } = [];

        public Task Send(Notice notice, CancellationToken cancel)
        {
            Asked.Add(notice.To);
            return Takes ? Task.CompletedTask : throw new SendFailedException("421");
        }
    }
}
