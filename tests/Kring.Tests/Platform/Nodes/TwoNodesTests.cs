using System.Net;
using Kring.Access;
using Kring.Networks;
using Kring.Networks.Leaving;
using Kring.People.Sessions;
using Kring.Platform.Nodes;
using Kring.Tests.Conversations;
using Kring.Tests.Conversations.Live;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Platform.Nodes;

/// <summary>Two nodes on one PostgreSQL and one Redis: what happens on one is seen on the other, and without Redis a little later.</summary>
[Trait("database", "postgres")] // SQLite is for one node
public sealed class TwoNodesTests : IAsyncLifetime
{
    private readonly RedisServer _redis = new();
    private readonly KringApp _one, _two;

    public TwoNodesTests()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Kring:Redis"] = _redis.Connection };
        _one = new KringApp { More = settings };
        _two = new KringApp { More = settings, NodeOf = _one };
    }

    public async ValueTask InitializeAsync()
    {
        await _redis.Start();
        await _one.InitializeAsync();
        await _two.InitializeAsync();
        await Waits.Until("both nodes are on the wire", () => Task.FromResult(Carries(_one) && Carries(_two)));
    }

    public async ValueTask DisposeAsync()
    {
        await _two.DisposeAsync();
        await _one.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task Who_signed_in_on_one_follows_on_the_other_what_is_said_and_changed_on_the_first()
    {
        var stage = await TalkStage.Set(_one);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);
        await using var stream = await LiveStream.Follow(_two, joke, $"{path}/live?na=1");

        await TalkStage.Says(joke, path, "Van de andere kant");
        var said = await stream.Next();
        await joke.Submit(await joke.Get($"{path}/2/wijzigen"), "form:has(#tekst)", ("tekst", "Toch anders"));
        var changed = await stream.Next();

        Assert.Equal(("message", "2"), (said.Name, said.Id));
        Assert.Equal("changed", changed.Name);
        Assert.Contains("Toch anders", changed.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_removed_on_one_is_out_on_the_other()
    {
        var stage = await TalkStage.Set(_one);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        var path = await stage.Starts(joke);
        await using var stream = await LiveStream.Follow(_two, ahmed, $"{path}/live?na=1");

        await stage.Leaves(stage.Ahmed);
        _one.Services.GetRequiredService<MembershipChanges>().Ended(stage.Network, stage.Ahmed);

        Assert.Equal("ended", (await stream.Next()).Name);
        using var elsewhere = _two.NewBrowser();
        elsewhere.SetCookie("kring", ahmed.Cookie("kring")!);
        await elsewhere.Get(path);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.Last!.StatusCode);
    }

    [Fact]
    public async Task A_session_that_ends_on_one_is_over_on_the_other()
    {
        var stage = await TalkStage.Set(_one);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);
        await using var stream = await LiveStream.Follow(_two, joke, $"{path}/live?na=1");

        await stage.Rows(db => db.Set<Session>().Where(s => s.Person == stage.Joke).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, _one.Clock.GetUtcNow())));

        Assert.Equal("ended", (await stream.Next()).Name);
    }

    [Fact]
    public async Task Without_Redis_everything_still_arrives_once_and_in_order_and_it_comes_back_by_itself()
    {
        var stage = await TalkStage.Set(_one);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);
        await using var stream = await LiveStream.Follow(_two, joke, $"{path}/live?na=1");
        var got = new List<string?>();

        await _redis.Kill();
        for (var i = 2; i <= 6; i++)
            await TalkStage.Says(joke, path, $"Zonder draad {i}");
        while (got.Count < 5)
            got.Add((await stream.Next()).Id);
        await joke.Submit(await joke.Get($"{path}/3/wijzigen"), "form:has(#tekst)", ("tekst", "Zonder draad gewijzigd"));
        var changed = await stream.Next();

        await _redis.Start();
        await Waits.Until("both nodes are on the wire again", () => Task.FromResult(Carries(_one) && Carries(_two)));
        await TalkStage.Says(joke, path, "Weer verbonden");
        while (got[^1] != "7")
        {
            if ((await stream.Next()) is { Name: "message" } message)
                got.Add(message.Id);
        }

        Assert.Equal(["2", "3", "4", "5", "6", "7"], got);
        Assert.Contains("gewijzigd", changed.Data, StringComparison.Ordinal);
        Assert.Contains(_two.Log.All, line => line.Line.Contains("Redis does not answer", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("conversation")]
    [InlineData("conversation nonsense 1")]
    [InlineData("conversation 00000000000000000000000000000000 99999999999999999999999")]
    [InlineData("membership x y")]
    [InlineData("")]
    public async Task A_word_that_makes_no_sense_is_passed_over(string word)
    {
        var stage = await TalkStage.Set(_one);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);
        await using var stream = await LiveStream.Follow(_two, joke, $"{path}/live?na=1");

        await using (var other = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(_redis.Connection))
            Assert.True(await other.GetSubscriber().PublishAsync(StackExchange.Redis.RedisChannel.Literal("kring"), $"stranger {word}") >= 2);
        await TalkStage.Says(joke, path, "En verder");

        Assert.Equal("2", (await stream.Next()).Id);
    }

    private static bool Carries(KringApp app) => app.Services.GetRequiredService<INodeWire>().Carries;
}
