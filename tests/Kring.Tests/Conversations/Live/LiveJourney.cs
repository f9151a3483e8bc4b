using Kring.Access;
using Kring.Tests.Support;
using Microsoft.Playwright;

namespace Kring.Tests.Conversations.Live;

/// <summary>An open conversation in real browsers.</summary>
public sealed class LiveJourney(KringApp app, Browser browser) : IClassFixture<KringApp>
{
    [Fact]
    public async Task What_one_posts_the_other_sees_without_doing_anything()
    {
        var stage = await TalkStage.Set(app);
        using var starter = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(starter);
        await using var jokes = await Visit(stage, stage.Joke, Browser.Phone);
        await using var ahmeds = await Visit(stage, stage.Ahmed, Browser.Desktop);
        var joke = await Open(jokes, path);
        var ahmed = await Open(ahmeds, path);

        await ahmed.FillAsync("#tekst", "Ik kom om 9 uur.");
        await ahmed.Keyboard.PressAsync("Control+Enter");
        await joke.WaitForSelectorAsync("#bericht-2 >> text=Ik kom om 9 uur.");
        await ahmed.WaitForSelectorAsync("#bericht-2");

        Assert.Equal(2, await ahmed.Locator(".thread .bubble").CountAsync());
        await Assertions.Expect(joke.Locator("[data-spoken]")).ToHaveTextAsync("Nieuw bericht van Ahmed Yılmaz: Ik kom om 9 uur.");
        await Assertions.Expect(ahmed.Locator("#bericht-2 .bubble__foot a").First).ToContainTextAsync("Gelezen door 0 van 3");
        await Screens.Save(joke, "conversation-phone");
        await Screens.Save(ahmed, "conversation-desktop");

        await ahmed.GotoAsync($"{path}/2/wijzigen");
        await ahmed.FillAsync("#tekst", "Ik kom om 10 uur.");
        await ahmed.ClickAsync("button:has-text('Opslaan')");
        await joke.WaitForSelectorAsync("#bericht-2 >> text=Ik kom om 10 uur.");
        await ahmed.GotoAsync($"{path}/2/verwijderen");
        await ahmed.ClickAsync("button:has-text('Ja, verwijder')");
        await joke.WaitForSelectorAsync("#bericht-2 >> text=Bericht verwijderd");
    }

    [Fact]
    public async Task Pressing_twice_sends_once()
    {
        var stage = await TalkStage.Set(app);
        using var starter = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(starter);
        await using var jokes = await Visit(stage, stage.Joke, Browser.Phone);
        var joke = await Open(jokes, path);

        await joke.FillAsync("#tekst", "Twee keer geklikt");
        await joke.Locator("button:has-text('Verstuur')").DblClickAsync();
        await joke.WaitForSelectorAsync("#bericht-2");
        await Task.Delay(300, TestContext.Current.CancellationToken);

        Assert.Equal(["Ik kan niet.", "Twee keer geklikt"], TalkStage.Texts(await starter.Get(path)));
    }

    [Fact]
    public async Task Offline_the_text_waits_and_goes_when_there_is_a_connection_again()
    {
        var stage = await TalkStage.Set(app);
        using var starter = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(starter);
        await using var jokes = await Visit(stage, stage.Joke, Browser.Phone);
        var joke = await Open(jokes, path);

        await jokes.SetOfflineAsync(true);
        await joke.FillAsync("#tekst", "In de trein");
        await joke.ClickAsync("button:has-text('Verstuur')");
        await Assertions.Expect(joke.Locator("[data-unsent]")).ToContainTextAsync("Niet verstuurd");
        await Screens.Save(joke, "conversation-offline");
        await Assertions.Expect(joke.Locator("[data-status]")).ToContainTextAsync("verbinding");
        await joke.WaitForFunctionAsync("document.querySelector('[data-unsent]').getBoundingClientRect().bottom <= document.querySelector('.talk-end').getBoundingClientRect().top");
        await jokes.SetOfflineAsync(false);
        await joke.WaitForSelectorAsync("#bericht-2 >> text=In de trein");

        await Assertions.Expect(joke.Locator("[data-unsent]")).ToHaveCountAsync(0);
        Assert.Equal(["Ik kan niet.", "In de trein"], TalkStage.Texts(await starter.Get(path)));
    }

    [Fact]
    public async Task What_is_new_below_is_said_in_a_bar_that_covers_no_text()
    {
        var stage = await TalkStage.Set(app);
        using var starter = await stage.World.SignedIn(stage.Joke);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        var path = await stage.Starts(starter, text: string.Join('\n', Enumerable.Range(1, 80).Select(i => $"Regel {i}")));
        await using var jokes = await Visit(stage, stage.Joke, Browser.Phone);
        var joke = await Open(jokes, path);
        await joke.EvaluateAsync("scrollTo(0, 300)");

        await TalkStage.Says(ahmed, path, "Ik ga mee.");
        await joke.WaitForSelectorAsync("[data-pill]:not([hidden])");

        Assert.Equal("", await joke.EvaluateAsync<string>("(() => { const bar = document.querySelector('.news-bar').getBoundingClientRect(), seen = []; for (let x = 1; x < innerWidth; x += 9) for (let y = bar.top + 1; y < innerHeight; y += 9) if (document.elementFromPoint(x, y)?.closest('.bubble')) seen.push(`${x},${y}`); return seen.join(' '); })()"));
        await joke.ClickAsync("[data-pill]");
        await Assertions.Expect(joke.Locator("[data-pill]")).ToBeHiddenAsync();
        await Assertions.Expect(joke.Locator("#bericht-2 .bubble__text")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task What_was_typed_is_there_on_coming_back()
    {
        var stage = await TalkStage.Set(app);
        using var starter = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(starter);
        await using var jokes = await Visit(stage, stage.Joke, Browser.Phone);
        var joke = await Open(jokes, path);

        await joke.Locator("#tekst").PressSequentiallyAsync("Half af");
        await Assertions.Expect(joke.Locator("[data-status]")).ToHaveTextAsync("Concept bewaard");
        var later = await Open(jokes, path);

        Assert.Equal("Half af", await later.InputValueAsync("#tekst"));
        await later.GotoAsync(stage.Berichten);
        await Assertions.Expect(later.Locator(".conversations li")).ToContainTextAsync("Concept");
    }

    [Fact]
    public async Task Reading_is_told_when_the_page_is_looked_at()
    {
        var stage = await TalkStage.Set(app);
        using var starter = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(starter);
        await using var ahmeds = await Visit(stage, stage.Ahmed, Browser.Desktop);
        var ahmed = await ahmeds.NewPageAsync();
        await ahmed.GotoAsync(stage.Berichten);
        await Assertions.Expect(ahmed.Locator(".conversations li")).ToContainTextAsync("1 nieuw bericht");

        await ahmed.RunAndWaitForResponseAsync(() => ahmed.GotoAsync(path), answer => answer.Url.EndsWith("/gelezen", StringComparison.Ordinal));
        await ahmed.GotoAsync(stage.Berichten);

        await Assertions.Expect(ahmed.Locator(".conversations li")).ToContainTextAsync("Alles gelezen");
        Assert.Contains("Gelezen door 1 van 3", (await starter.Get(path)).QuerySelector("#bericht-1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_scripts_everything_but_live_works()
    {
        var stage = await TalkStage.Set(app);
        using var starter = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(starter);
        await using var ahmeds = await Visit(stage, stage.Ahmed, Browser.Phone, scripts: false);
        var ahmed = await ahmeds.NewPageAsync();
        await ahmed.GotoAsync(path);

        await ahmed.FillAsync("#tekst", "Zonder script");
        await ahmed.ClickAsync("button:has-text('Bewaar concept')");
        Assert.Equal("Zonder script", await ahmed.InputValueAsync("#tekst"));
        await ahmed.ClickAsync("button:has-text('Ik heb dit gelezen')");
        Assert.Equal("Zonder script", await ahmed.InputValueAsync("#tekst"));
        await Screens.Save(ahmed, "conversation-without-script");
        await ahmed.ClickAsync("button:has-text('Verstuur')");

        await Assertions.Expect(ahmed.Locator("#bericht-2")).ToContainTextAsync("Zonder script");
        Assert.Equal("", await ahmed.InputValueAsync("#tekst"));
        await Accessible.Check(await Scripted(stage, path));
    }

    private async Task<IPage> Scripted(TalkStage stage, string path) => await Open(await Visit(stage, stage.Joke, Browser.Phone), path);

    private async Task<IBrowserContext> Visit(TalkStage stage, PersonId person, ViewportSize size, bool scripts = true)
    {
        using var signedIn = await stage.World.SignedIn(person);
        var visitor = await browser.Visit(app.Address.ToString(), size, options => options.JavaScriptEnabled = scripts);
        await visitor.AddCookiesAsync([new Cookie { Name = "kring", Value = signedIn.Cookie("kring")!, Url = app.Address.ToString() }]);
        return visitor;
    }

    private static async Task<IPage> Open(IBrowserContext visitor, string path)
    {
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(path);
        await page.WaitForSelectorAsync("[data-conversation][data-state=open]", new() { State = WaitForSelectorState.Attached });
        return page;
    }
}
