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

    [Fact]
    public Task The_program_does_what_the_model_says() => Live(15);

    [Fact(Explicit = true)]
    public Task The_program_does_what_the_model_says_in_thousands_of_histories() => Live(2_000);

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

    private async Task Live(int histories)
    {
        var chosen = Environment.GetEnvironmentVariable("KRING_TEST_SEED");
        var first = chosen is null ? Environment.TickCount & 0xFFFFFF : int.Parse(chosen, System.Globalization.CultureInfo.InvariantCulture);
        output.WriteLine($"Seeds from {first}.");
        var lived = new System.Text.StringBuilder();
        for (var i = 0; i < (chosen is null ? histories : 1); i++)
        {
            var history = new History(failing, first + i);
            await history.Live(Steps);
            lived.Append(history.Trace);
        }

        // Together they came everywhere.
        string[] seen = ["Sent", "ConsentAsked", "AlreadyInvited", "Recorded", "MayNot", "Accepted", "NotLikeThis", "Withdrawn", "Ended", "Posted", "Refused", "cannot now"];
        if (chosen is null)
            Assert.All(seen, word => Assert.Contains($": {word}.", lived.ToString(), StringComparison.Ordinal));
    }
}
