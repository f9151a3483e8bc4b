using System.Security.Cryptography;
using Kring.Tests.Faults.Writes;
using Kring.Tests.Support;

namespace Kring.Tests.Faults.Simulation;

/// <summary>
/// Random histories of one network beside a model of its rules: invite, ask, answer, accept, withdraw, remove, post, let time pass, and fail in the middle. A history that goes wrong
/// prints its seed; KRING_TEST_SEED runs that one.
/// </summary>
public sealed class SimulationTests(FailingApp failing, ITestOutputHelper output) : IClassFixture<FailingApp>
{
    private const int Steps = 40;

    private static readonly string[] Seen =
        ["Sent", "ConsentAsked", "AlreadyInvited", "Recorded", "MayNot", "Accepted", "NotLikeThis", "Withdrawn", "Ended", "Posted", "Refused", "cannot now"];

    [Fact]
    public Task The_program_does_what_the_model_says() => Live(RandomNumberGenerator.GetInt32(1, 0xFFFFFF), 8);

    [Fact]
    public async Task And_wherever_a_history_can_come()
    {
        var lived = await Live(1, 14);
        Assert.All(Seen, word => Assert.Contains($": {word}.", lived, StringComparison.Ordinal));
    }

    [Fact(Explicit = true)]
    [Trait("length", "long")]
    public async Task The_program_does_what_the_model_says_in_thousands_of_histories()
    {
        var lived = await Live(RandomNumberGenerator.GetInt32(1, 0xFFFFFF), 2_000);
        Assert.All(Seen, word => Assert.Contains($": {word}.", lived, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_history_and_another_gives_another()
    {
        var (one, same, other) = (new History(failing, 7), new History(failing, 7), new History(failing, 8));
        await one.Live(Steps);
        await same.Live(Steps);
        await other.Live(Steps);

        Assert.Equal(one.Trace, same.Trace);
        Assert.Equal(one.Hash, same.Hash);
        Assert.NotEqual(one.Hash, other.Hash);
        output.WriteLine(one.Trace);
    }

    private async Task<string> Live(int first, int histories)
    {
        if (Environment.GetEnvironmentVariable("KRING_TEST_SEED") is { } chosen)
            (first, histories) = (int.Parse(chosen, System.Globalization.CultureInfo.InvariantCulture), 1);
        output.WriteLine($"Seeds from {first}.");
        var lived = new System.Text.StringBuilder();
        for (var i = 0; i < histories; i++)
        {
            var history = new History(failing, first + i);
            await history.Live(Steps);
            lived.Append(history.Trace);
        }

        return lived.ToString();
    }
}
