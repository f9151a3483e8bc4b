using Kring.Access;
using Kring.Access.Log;
using Kring.Data;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Kring.Tests.Access.Log;

public sealed class ReadLogLaneTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task Many_at_once_share_commits_and_each_is_written()
    {
        var lane = app.Services.GetRequiredService<ReadLogLane>();
        var compartment = new CompartmentId(Guid.CreateVersion7());
        await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => lane.Write([Line(compartment)], default)));
        Assert.Equal(300, await Count(compartment));
    }

    [Fact]
    public async Task An_entry_that_is_there_already_costs_the_others_nothing()
    {
        var lane = app.Services.GetRequiredService<ReadLogLane>();
        var compartment = new CompartmentId(Guid.CreateVersion7());
        var known = Line(compartment);
        await lane.Write([known], default);
        await lane.Write([Line(compartment), known, Line(compartment)], default);
        Assert.Equal(3, await Count(compartment));
    }

    [Fact]
    public async Task A_lane_that_does_not_move_answers_after_three_seconds_instead_of_never()
    {
        var clock = new FakeTimeProvider();
        var still = Lane(clock); // never started

        var waiting = still.Write([Line(new CompartmentId(Guid.CreateVersion7()))], default);
        clock.Advance(TimeSpan.FromSeconds(2.9));
        Assert.False(waiting.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.1));

        await Assert.ThrowsAsync<LogUnavailableException>(() => waiting.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task Stopping_writes_what_waits_and_refuses_what_comes_after()
    {
        var lane = Lane();
        var compartment = new CompartmentId(Guid.CreateVersion7());
        var waiting = Enumerable.Range(0, 50).Select(_ => lane.Write([Line(compartment)], default)).ToList();
        await lane.StartAsync(default);
        await waiting[0];
        await lane.StopAsync(default);
        await Task.WhenAll(waiting);
        Assert.Equal(50, await Count(compartment));
        await Assert.ThrowsAsync<LogUnavailableException>(() => lane.Write([Line(compartment)], default));
    }

    [Fact]
    public async Task Whoever_leaves_does_not_hold_up_the_others()
    {
        var lane = app.Services.GetRequiredService<ReadLogLane>();
        var compartment = new CompartmentId(Guid.CreateVersion7());
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lane.Write([Line(compartment)], gone.Token));
        await lane.Write([Line(compartment)], default);
        Assert.InRange(await Count(compartment), 1, 2);
    }

    private ReadLogLane Lane(TimeProvider? clock = null) => new(app.Services.GetRequiredService<IDbContextFactory<AppDb>>(), app.Services.GetRequiredService<IServiceScopeFactory>(), clock ?? TimeProvider.System, NullLogger<ReadLogLane>.Instance);

    private Task<int> Count(CompartmentId compartment) => app.InDatabase(db => db.Set<AccessEntry>().CountAsync(e => e.Compartment == compartment));

    private static AccessEntry Line(CompartmentId compartment) => new()
    {
        Id = Guid.CreateVersion7(),
        Compartment = compartment,
        Kind = CompartmentKind.Network,
        At = DateTimeOffset.UnixEpoch,
        Operation = Operations.Read,
        Outcome = Outcome.Refused,
        Refusal = nameof(GateRefusal.NoRelation),
        Job = "test",
        Role = Role.None,
        Purpose = "networks.take-part",
        ObjectType = "network",
        PolicyStamp = 1,
        Authorised = false,
        Related = false,
        Consented = false,
        Emergency = false,
    };
}
