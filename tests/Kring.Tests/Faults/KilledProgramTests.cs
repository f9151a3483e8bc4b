using Kring.Tests.Conversations;
using Kring.Tests.Support;

namespace Kring.Tests.Faults;

/// <summary>The program is killed while eight browsers post, and started again on what it left behind.</summary>
public sealed class KilledProgramTests : IAsyncLifetime
{
    private readonly KringApp _data = new();
    private readonly Uri _address = new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"http://127.0.0.1:{Ports.Free()}"));

    public ValueTask InitializeAsync() => _data.InitializeAsync();

    public ValueTask DisposeAsync() => _data.DisposeAsync();

    [Fact]
    public Task What_was_acknowledged_stands_there_once_and_in_order() => Post(messages: 304, deaths: 1);

    [Fact(Explicit = true)]
    [Trait("length", "long")]
    public Task What_was_acknowledged_stands_there_once_and_in_order_of_a_thousand() => Post(messages: 1_000, deaths: 8);

    private async Task Post(int messages, int deaths)
    {
        var stage = await TalkStage.Set(_data);
        using var joke = await stage.World.SignedIn(stage.Joke);
        string[] paths = [await stage.Starts(joke), await stage.Starts(joke, "Boodschappen")];
        var program = await Start();
        using var crowd = await Crowd.Gather(stage, [_address], paths);
        await _data.Stop();

        var posting = crowd.Post(messages);
        for (var death = 1; death <= deaths; death++)
        {
            await Task.WhenAny(posting, crowd.Reaches(death * messages / (deaths + 1)));
            await program.Kill();
            await program.DisposeAsync();
            program = await Start();
        }

        await posting;
        Assert.DoesNotContain("fail:", program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("crit:", program.Output, StringComparison.Ordinal);
        await program.DisposeAsync();
        await _data.Restart();
        Assert.True(crowd.Answers.ContainsKey("no answer"), "It was killed while nobody posted.");
        Assert.Empty(crowd.Answers.Keys.Except(["200", "no answer"]));
        Assert.Equal(messages, crowd.Acknowledged.Count);
        await Holding.Everything(_data, stage, crowd);
        await Holding.Legible(_data, stage, crowd);
    }

    private async Task<KringProcess> Start()
    {
        var program = _data.Process("--urls", _address.ToString());
        await program.Address();
        return program;
    }
}
