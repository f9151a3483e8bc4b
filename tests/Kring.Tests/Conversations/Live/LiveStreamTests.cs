using System.Net;
using System.Threading.Channels;
using Kring.Access;
using Kring.Networks;
using Kring.Networks.Bases;
using Kring.Networks.Participation;
using Kring.People.Sessions;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Conversations.Live;

public sealed class LiveStreamTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task A_stream_brings_what_is_said_and_what_changes_and_every_delivery_is_in_the_log()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        var path = await stage.Starts(joke);
        await using var stream = await Follow(joke, $"{path}/live?na=1");
        var before = (await stage.Log(stage.Joke)).Count(e => e.Operation == Operations.Read);

        await TalkStage.Says(ahmed, path, "Live <b>\nhallo");
        var said = await stream.Next();
        await ahmed.Submit(await ahmed.Get($"{path}/2/wijzigen"), "form:has(#tekst)", ("tekst", "Anders"));
        var changed = await stream.Next();

        Assert.Equal(("message", "2"), (said.Name, said.Id));
        Assert.Contains("Live &lt;b&gt;&#xA;hallo", said.Data, StringComparison.Ordinal);
        Assert.Equal(("changed", null), (changed.Name, changed.Id));
        Assert.Contains("Anders", changed.Data, StringComparison.Ordinal);
        Assert.Equal(before + 2, (await stage.Log(stage.Joke)).Count(e => e.Operation == Operations.Read));
    }

    [Fact]
    public async Task Coming_back_with_the_last_id_misses_nothing_and_repeats_nothing()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);
        await stage.Fills(path, 150);
        var got = new List<string?>();
        await using (var first = await Follow(joke, $"{path}/live?na=1", "40"))
        {
            for (var i = 0; i < 100; i++)
                got.Add((await first.Next()).Id);
        }

        await using (var second = await Follow(joke, $"{path}/live?na=1", got[^1]))
        {
            await TalkStage.Says(joke, path, "De laatste");
            while (got[^1] != "152")
                got.Add((await second.Next()).Id);
        }

        Assert.Equal(Enumerable.Range(41, 112).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)), got);
    }

    [Fact]
    public async Task Ending_a_participation_ends_the_stream_within_a_second()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        var path = await stage.Starts(joke);
        await using var stream = await Follow(ahmed, $"{path}/live?na=1");

        await stage.Leaves(stage.Ahmed);
        app.Services.GetRequiredService<MembershipChanges>().Ended(stage.Network, stage.Ahmed);

        Assert.Equal("ended", (await stream.Next(TimeSpan.FromSeconds(1))).Name);
        Assert.Null(await stream.End(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Nothing_that_is_said_after_a_removal_reaches_who_was_removed()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        var path = await stage.Starts(joke);
        await using var stream = await Follow(ahmed, $"{path}/live?na=1");

        // Without a word to the stream: the gate is asked before every delivery.
        await stage.Leaves(stage.Ahmed);
        await TalkStage.Says(joke, path, "Achter zijn rug");

        Assert.Equal("ended", (await stream.Next()).Name);
        Assert.Contains(await stage.Log(stage.Ahmed), e => e.Outcome == Kring.Access.Log.Outcome.Refused);
    }

    [Fact]
    public async Task Ending_the_basis_of_an_organisation_ends_the_streams_of_its_people()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        var path = await stage.Starts(joke);
        await using var stream = await Follow(ahmed, $"{path}/live?na=1");
        var basis = await stage.Rows(db => db.Set<ParticipationBasis>().Where(b => b.Compartment == stage.Network.Compartment.Id).Select(b => b.Id).SingleAsync());

        var ended = await app.Acts(services => services.GetRequiredService<EndBasis>().Run(Actor.Arriving(stage.Marieke), stage.Network, basis, "Klaar", default));
        await TalkStage.Says(joke, path, "Achter zijn rug");

        Assert.Equal(EndBasisOutcome.Ended, ended.Outcome);
        Assert.Equal("ended", (await stream.Next()).Name);
        await ahmed.Get($"{path}/live?na=1");
        Assert.Equal(HttpStatusCode.NotFound, ahmed.Last!.StatusCode);
    }

    [Fact]
    public async Task Nothing_that_is_said_after_a_basis_ended_reaches_the_people_of_its_organisation()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        var path = await stage.Starts(joke);
        await using var stream = await Follow(ahmed, $"{path}/live?na=1");

        // The basis alone, while the participation still runs and nobody tells the stream: the gate is asked before every delivery.
        await stage.Rows(db => db.Set<ParticipationBasis>().Where(b => b.Compartment == stage.Network.Compartment.Id).ExecuteUpdateAsync(set => set.SetProperty(b => b.EndedAt, app.Clock.GetUtcNow())));
        await TalkStage.Says(joke, path, "Achter zijn rug");

        Assert.Equal("ended", (await stream.Next()).Name);
    }

    [Fact]
    public async Task Signing_out_ends_the_stream_within_five_seconds()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);
        await using var stream = await Follow(joke, $"{path}/live?na=1");

        await stage.Rows(db => db.Set<Session>().Where(s => s.Person == stage.Joke).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, app.Clock.GetUtcNow())));

        Assert.Equal("ended", (await stream.Next(TimeSpan.FromSeconds(5))).Name);
    }

    [Fact]
    public async Task A_stranger_gets_no_stream()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var stranger = await stage.World.SignedIn(await stage.World.Person("Een Vreemde"));
        var path = await stage.Starts(joke);

        await stranger.Get($"{path}/live?na=1");
        Assert.Equal(HttpStatusCode.NotFound, stranger.Last!.StatusCode);
        using var nobody = app.NewBrowser();
        await nobody.Get($"{path}/live?na=1");
        Assert.NotEqual(HttpStatusCode.OK, nobody.Last!.StatusCode);
    }

    private Task<LiveStream> Follow(HttpBrowser browser, string path, string? lastId = null) => LiveStream.Follow(app, browser, path, lastId);
}
