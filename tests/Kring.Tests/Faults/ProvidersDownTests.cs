using Kring.Access;
using Kring.Delivery;
using Kring.Delivery.Notices;
using Kring.Delivery.Senders;
using Kring.Networks.Invitations;
using Kring.Networks.Participation;
using Kring.People.SignIns;
using Kring.Tests.Networks;
using Kring.Tests.Networks.Invitations;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Faults;

/// <summary>The mail server and the SMS provider take nothing for an hour, or take very long.</summary>
public sealed class ProvidersDownTests : IAsyncLifetime
{
    private readonly Provider _provider = new();
    private readonly KringApp _app;

    public ProvidersDownTests() => _app = new KringApp
    {
        Adjust = builder => builder.Services.AddSingleton<IMailSender>(_provider).AddSingleton<ISmsSender>(_provider),
    };

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task After_an_hour_everything_goes_out_once_and_no_stale_code()
    {
        var stage = await Stage.Set(_app);
        await AskCode("annie@kring.example");
        await Invite(stage, "ineke@kring.example");
        await Invite(stage, "+31612345678");

        for (var minutes = 0; minutes < 60; minutes += 15)
        {
            _app.Clock.Advance(TimeSpan.FromMinutes(15));
            await Settled();
        }

        Assert.Empty(_provider.Taken);
        Assert.True(_provider.Refused > 3, "Nothing was tried.");
        _provider.Takes = true;
        for (var hours = 0; hours < 2; hours++)
        {
            _app.Clock.Advance(TimeSpan.FromHours(1));
            await Settled();
        }

        Assert.Equal(["+31612345678", "ineke@kring.example"], _provider.Taken.Select(n => n.To).Order(StringComparer.Ordinal));
        var code = Assert.Single(await Items(NoticeKind.LoginCode));
        Assert.True(code is { SentAt: null, GivenUpAt: not null });

        await AskCode("joke@kring.example");
        await Settled();
        Assert.Equal("joke@kring.example", _provider.Taken[^1].To);
    }

    [Fact]
    public async Task A_code_that_goes_stale_while_others_are_sent_slowly_is_not_sent()
    {
        await AskCode("annie@kring.example");
        await AskCode("joke@kring.example");
        await Settled();
        _provider.Sends = () => _app.Clock.Advance(TimeSpan.FromMinutes(11));
        _provider.Takes = true;
        _app.Clock.Advance(TimeSpan.FromMinutes(2));
        await Settled();

        Assert.Single(_provider.Taken);
    }

    /// <summary>Waits until nothing is due any more, whatever came of it.</summary>
    private Task Settled() => Waits.Until("all that is due was tried", async () =>
    {
        var now = _app.Clock.GetUtcNow();
        return (await _app.InDatabase(db => db.Set<OutboxItem>().AsNoTracking().Where(i => i.SentAt == null && i.GivenUpAt == null).ToListAsync())).TrueForAll(i => i.DueAt > now && i.LeasedUntil is null);
    });

    private Task<List<OutboxItem>> Items(NoticeKind kind) => _app.InDatabase(db => db.Set<OutboxItem>().AsNoTracking().Where(i => i.Kind == kind).ToListAsync());

    private async Task AskCode(string mail)
    {
        await new World(_app).Person("Iemand", mail);
        var given = await _app.In(services => services.GetRequiredService<CheckPassword>().Run(mail, World.Password, [], new Caller("127.0.0.1", "127.0.0.0/24", "Test"), default));
        Assert.Equal(PasswordAnswer.Right, given.Answer);
    }

    private async Task Invite(Stage stage, string address)
    {
        var wish = new InvitationWish("Ineke Bos", InvitationAddress.Read(address)!, Capacity.InformalCarer, "buurvrouw", null, null, false);
        Assert.Equal(InviteOutcome.Sent, await _app.In(services => services.GetRequiredService<InviteParticipant>().Run(Actor.Arriving(stage.Marieke), stage.Network, wish, default)));
    }

    private sealed class Provider : IMailSender, ISmsSender
    {
        private readonly Lock _turn = new();
        private readonly List<Notice> _taken = [];

        internal bool Takes { get; set; }

        internal int Refused { get; private set; }

        internal Action? Sends { get; set; }

        internal IReadOnlyList<Notice> Taken
        {
            get
            {
                lock (_turn)
                    return [.. _taken];
            }
        }

        public Task Send(Notice notice, CancellationToken cancel)
        {
            lock (_turn)
            {
                if (!Takes)
                {
                    Refused++;
                    throw new SendFailedException("away");
                }

                _taken.Add(notice);
            }

            Sends?.Invoke();
            return Task.CompletedTask;
        }
    }
}
