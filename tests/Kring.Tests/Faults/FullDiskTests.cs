using System.Net;
using Kring.Tests.Conversations;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Kring.Tests.Faults;

/// <summary>The disk under the database is full while eight browsers post, until somebody makes room.</summary>
public sealed class FullDiskTests
{
    [Fact]
    [Trait("database", "sqlite")]
    public async Task Kring_says_that_it_cannot_now_and_goes_on_by_itself_when_there_is_room()
    {
        await using var disk = await SmallDisk.Make(64);
        await using var app = new KringApp { Place = disk.Path };
        await app.InitializeAsync();
        await Post(app, disk, IsToldInWords, () => Task.CompletedTask);
        Assert.Equal("ok", await app.InDatabase(async db => (await db.Database.SqlQueryRaw<string>("pragma integrity_check").ToListAsync()).Single()));
    }

    [Fact]
    [Trait("database", "postgres")]
    public async Task Under_PostgreSQL_too()
    {
        await using var disk = await SmallDisk.Make(160);
        await using var postgres = new PostgresServer(disk.Path);
        await postgres.Begin();
        await using var app = new KringApp { Server = postgres };
        await app.InitializeAsync();
        await Post(app, disk, (_, _) => Task.CompletedTask, postgres.Start); // it may have stopped for want of room, and then its service manager starts it
    }

    /// <summary>A page, too, says that it cannot now: that somebody looks could not be written down.</summary>
    private static Task IsToldInWords(HttpBrowser browser, string path) => Waits.Until("a page is refused", async () =>
    {
        var page = await browser.Get(path);
        if (browser.Last!.StatusCode == HttpStatusCode.OK)
            return false; // the database found a last corner
        Assert.Equal(HttpStatusCode.ServiceUnavailable, browser.Last.StatusCode);
        Assert.Equal("Kring is even niet beschikbaar", page.QuerySelector("h1")!.TextContent.Trim());
        return true;
    });

    private static async Task Post(KringApp app, SmallDisk disk, Func<HttpBrowser, string, Task> full, Func<Task> revive)
    {
        // More than fits in the room that the write-ahead log has taken already: a few megabytes are written over again and need no disk.
        const int messages = 1_200;
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        string[] paths = [await stage.Starts(joke), await stage.Starts(joke, "Boodschappen")];
        using var crowd = await Crowd.Gather(stage, [app.Address], paths, wordy: 4_000);

        var posting = crowd.Post(messages);
        await crowd.Reaches(40);
        disk.Fill();
        await crowd.Hears("503");
        await full(joke, paths[0]);
        disk.Free();
        await revive();
        await crowd.Reaches(crowd.Acknowledged.Count + 1, within: TimeSpan.FromSeconds(10));
        await posting;
        await joke.Get(paths[0]);

        Assert.Equal(HttpStatusCode.OK, joke.Last!.StatusCode);
        Assert.Empty(crowd.Answers.Keys.Except(["200", "503"]));
        Assert.Equal(messages, crowd.Acknowledged.Count);
        await Holding.Everything(app, stage, crowd);
        await app.Restart();
        await Holding.Legible(app, stage, crowd, alsoBefore: true);
    }
}
