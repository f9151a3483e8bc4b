using Kring.Tests.Conversations;
using Kring.Tests.Support;

namespace Kring.Tests.Faults;

/// <summary>PostgreSQL or Redis is killed under the real program while eight browsers post. Nobody starts the program again.</summary>
[Trait("database", "postgres")] // SQLite is no server
public sealed class KilledServersTests : IAsyncLifetime
{
    private readonly PostgresServer _postgres = new();
    private readonly RedisServer _redis = new();
    private KringApp? _data;

    private KringApp Data => _data!;

    public async ValueTask InitializeAsync()
    {
        await _postgres.Begin();
        await _redis.Start();
        _data = new KringApp { Server = _postgres, More = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Kring:Redis"] = _redis.Connection } };
        await _data.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Data.DisposeAsync();
        await _redis.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    [Fact]
    public Task PostgreSQL_is_killed_and_comes_back() => Post(messages: 304, deaths: 1, _postgres.Kill, _postgres.Start);

    [Fact]
    public Task Redis_is_killed_and_comes_back() => Post(messages: 304, deaths: 1, _redis.Kill, _redis.Start);

    [Fact(Explicit = true)]
    [Trait("length", "long")]
    public Task PostgreSQL_is_killed_and_comes_back_many_times() => Post(messages: 1_000, deaths: 6, _postgres.Kill, _postgres.Start);

    [Fact(Explicit = true)]
    [Trait("length", "long")]
    public Task Redis_is_killed_and_comes_back_many_times() => Post(messages: 1_000, deaths: 6, _redis.Kill, _redis.Start);

    /// <summary>Two nodes serve; what is killed comes back after a moment.</summary>
    private async Task Post(int messages, int deaths, Func<Task> kill, Func<Task> start)
    {
        var stage = await TalkStage.Set(Data);
        using var joke = await stage.World.SignedIn(stage.Joke);
        string[] paths = [await stage.Starts(joke), await stage.Starts(joke, "Boodschappen")];
        await using var one = Data.Process("--urls", "http://127.0.0.1:0");
        await using var two = Data.Process("--urls", "http://127.0.0.1:0");
        using var crowd = await Crowd.Gather(stage, [await one.Address(), await two.Address()], paths);
        await Data.Stop();

        var posting = crowd.Post(messages);
        for (var death = 1; death <= deaths; death++)
        {
            await Task.WhenAny(posting, crowd.Reaches(death * messages / (deaths + 1)));
            await kill();
            await Task.Delay(500, TestContext.Current.CancellationToken);
            await start();
            var before = crowd.Acknowledged.Count;
            if (before < messages)
                await crowd.Reaches(before + 1, within: TimeSpan.FromSeconds(10));
        }

        await posting;
        await one.Terminate();
        await two.Terminate();
        await Task.WhenAll(one.ExitCode(), two.ExitCode());
        await Data.Restart();
        Assert.Empty(crowd.Answers.Keys.Except(["200", "503"])); // "cannot now", never "something is wrong"
        Assert.Equal(messages, crowd.Acknowledged.Count);
        await Holding.Everything(Data, stage, crowd);
        await Holding.Legible(Data, stage, crowd);
    }
}
