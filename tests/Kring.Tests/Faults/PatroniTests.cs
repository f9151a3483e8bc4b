using System.Diagnostics;
using Kring.Tests.Conversations;
using Kring.Tests.Support;

namespace Kring.Tests.Faults;

/// <summary>The primary of two PostgreSQL dies under load and the synchronous standby takes over. drills/patroni.sh starts the servers, and this.</summary>
[Trait("database", "postgres")]
[Trait("drill", "patroni")]
public sealed class PatroniTests
{
    [Fact(Explicit = true)]
    [Trait("length", "long")]
    public async Task No_acknowledged_message_is_lost_and_writing_goes_on()
    {
        const int messages = 1_000;
        await using var data = new KringApp { Connections = (Setting("MAIN"), Setting("KEYS")) };
        await data.InitializeAsync();
        var stage = await TalkStage.Set(data);
        using var joke = await stage.World.SignedIn(stage.Joke);
        string[] paths = [await stage.Starts(joke), await stage.Starts(joke, "Boodschappen")];
        await using var program = data.Process("--urls", "http://127.0.0.1:0");
        using var crowd = await Crowd.Gather(stage, [await program.Address()], paths);
        await data.Stop();

        var posting = crowd.Post(messages);
        await crowd.Reaches(messages / 3);
        using (var kill = Process.Start(Setting("KILL")))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        var (dead, before) = (Stopwatch.StartNew(), crowd.Acknowledged.Count);
        await crowd.Reaches(before + 1, within: TimeSpan.FromSeconds(30));
        dead.Stop();
        await posting;

        await program.Terminate();
        await program.ExitCode();
        await data.Restart();
        await Holding.Everything(data, stage, crowd);
        await Holding.Legible(data, stage, crowd);
        Assert.Empty(crowd.Answers.Keys.Except(["200", "503"]));
        await File.WriteAllTextAsync(Setting("REPORT"), $"{before} messages were acknowledged when the primary was dead, {crowd.Acknowledged.Count} in the end. Writing again after {dead.Elapsed.TotalSeconds:0.0} s. Answers: {crowd.Told()}.", TestContext.Current.CancellationToken);
    }

    private static string Setting(string name) => Environment.GetEnvironmentVariable($"KRING_DRILL_{name}") is { Length: > 0 } value ? value : throw new InvalidOperationException("Start this with drills/patroni.sh.");
}
