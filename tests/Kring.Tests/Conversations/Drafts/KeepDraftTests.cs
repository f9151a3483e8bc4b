using Kring.Tests.Support;

namespace Kring.Tests.Conversations.Drafts;

public sealed class KeepDraftTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task A_draft_comes_back_for_its_writer_alone_and_ends_with_sending()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        var path = await stage.Starts(joke);

        await joke.Submit(await joke.Get(path), ".composer", ("tekst", "Half\n\naf"), ("knop", "concept"));

        var page = await joke.Get(path);
        Assert.Equal("Half\n\naf", page.QuerySelector("#tekst")!.TextContent);
        Assert.Contains("Concept bewaard", page.QuerySelector("[data-status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Concept", (await joke.Get(stage.Berichten)).QuerySelector(".conversations li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", (await ahmed.Get(path)).QuerySelector("#tekst")!.TextContent);
        await joke.Submit(page, ".composer");
        Assert.Equal("", (await joke.Get(path)).QuerySelector("#tekst")!.TextContent);
    }

    [Fact]
    public async Task What_was_sent_does_not_come_back_as_a_draft()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);
        var form = await joke.Get(path);

        await joke.Submit(form, ".composer", ("tekst", "Verstuurd"));
        await joke.Submit(form, ".composer", ("tekst", "Verstuurd"), ("knop", "concept"));

        Assert.Equal("", (await joke.Get(path)).QuerySelector("#tekst")!.TextContent);
    }

    [Fact]
    public async Task An_empty_draft_is_no_draft()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);
        await joke.Submit(await joke.Get(path), ".composer", ("tekst", "Iets"), ("knop", "concept"));

        await joke.Submit(await joke.Get(path), ".composer", ("tekst", ""), ("knop", "concept"));

        Assert.DoesNotContain("Concept", (await joke.Get(stage.Berichten)).QuerySelector(".conversations li")!.TextContent, StringComparison.Ordinal);
    }
}
