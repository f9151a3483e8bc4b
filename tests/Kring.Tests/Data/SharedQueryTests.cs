using System.Collections.Concurrent;
using Kring.Data;

namespace Kring.Tests.Data;

public sealed class SharedQueryTests
{
    private readonly ConcurrentQueue<int[]> _asked = [];

    [Fact]
    public async Task Whoever_asks_while_a_query_runs_shares_the_next_one()
    {
        var first = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        var query = new SharedQuery<int, string>(async keys =>
        {
            _asked.Enqueue([.. keys.Order()]);
            begun.TrySetResult();
            await first.Task;
            return keys.ToDictionary(k => k, k => $"rij {k}");
        });

        var alone = query.Find(1, default);
        await begun.Task;
        var together = Enumerable.Range(1, 5).Select(k => query.Find(k, default)).ToList();
        first.SetResult();

        Assert.Equal("rij 1", await alone);
        Assert.Equal(["rij 1", "rij 2", "rij 3", "rij 4", "rij 5"], await Task.WhenAll(together));
        Assert.Equal([[1], [1, 2, 3, 4, 5]], _asked);
    }

    [Fact]
    public async Task What_is_not_there_is_nothing_and_a_fault_is_told_to_who_asked_and_to_nobody_after()
    {
        var broken = true;
        var query = new SharedQuery<int, string>(_ => broken ? throw new InvalidOperationException("Weg") : Task.FromResult<IReadOnlyDictionary<int, string>>(new Dictionary<int, string>()));

        await Assert.ThrowsAsync<InvalidOperationException>(() => query.Find(1, default));
        broken = false;

        Assert.Null(await query.Find(1, default));
    }

    [Fact]
    public async Task Whoever_leaves_costs_the_others_nothing()
    {
        var gate = new TaskCompletionSource();
        var query = new SharedQuery<int, string>(async keys =>
        {
            await gate.Task;
            return keys.ToDictionary(k => k, k => $"rij {k}");
        });
        using var leaves = new CancellationTokenSource();
        var gone = query.Find(1, leaves.Token);
        var stays = query.Find(2, default);

        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        gate.SetResult();

        Assert.Equal("rij 2", await stays);
    }

    [Fact]
    public async Task Thousands_at_once_each_get_their_own()
    {
        var query = new SharedQuery<int, string>(async keys =>
        {
            await Task.Yield();
            Assert.InRange(keys.Count, 1, 200);
            return keys.ToDictionary(k => k, k => $"rij {k}");
        });

        var found = await Task.WhenAll(Enumerable.Range(0, 5_000).Select(k => Task.Run(() => query.Find(k, default), TestContext.Current.CancellationToken)));

        Assert.Equal(Enumerable.Range(0, 5_000).Select(k => $"rij {k}"), found);
    }
}
