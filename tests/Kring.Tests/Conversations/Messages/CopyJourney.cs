using Kring.Tests.Journeys;
using Kring.Tests.Support;
using Microsoft.Playwright;

namespace Kring.Tests.Conversations.Messages;

/// <summary>What only a browser shows of a message: copying it, and how it looks on paper.</summary>
public sealed class CopyJourney(KringApp app, Browser browser) : IClassFixture<KringApp>
{
    [Fact]
    public async Task A_message_is_copied_with_the_keyboard_and_the_page_says_so()
    {
        var (page, _) = await Open();
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

        await page.FocusAsync("#bericht-2 .bubble__menu summary");
        await page.Keyboard.PressAsync("Enter");
        var copy = page.Locator("#bericht-2 .bubble__menu button");
        await Assertions.Expect(copy).ToHaveTextAsync("Kopieer");
        await copy.FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(copy).ToHaveTextAsync("Gekopieerd");
        await Assertions.Expect(page.Locator("[data-spoken]")).ToHaveTextAsync("Gekopieerd");
        await Assertions.Expect(copy).ToBeFocusedAsync();
        Assert.Equal("Ik ga mee.\n\nNeemt iemand het pasje mee?", (await page.EvaluateAsync<string>("navigator.clipboard.readText()")).ReplaceLineEndings("\n"));
        await Accessible.Check(page);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task On_paper_a_message_has_no_controls()
    {
        var (page, stage) = await Open();
        var folder = Path.GetDirectoryName(await Paper(page, "conversation"))!;

        Assert.Equal(0, await page.EvaluateAsync<int>("[...document.querySelectorAll('.bubble__menu, .bubble__foot a, .composer, .news-bar, .network-head__own')].filter(e => e.getClientRects().length > 0).length"));
        Assert.Equal(3, await page.EvaluateAsync<int>("[...document.querySelectorAll('.bubble__text')].filter(e => e.getClientRects().length > 0).length"));
        Assert.Equal("Annie de Vries", await page.EvaluateAsync<string>("[...document.querySelectorAll('.bubble--own .bubble__head > *')].filter(e => e.getClientRects().length > 0).map(e => e.querySelector('strong')?.textContent ?? e.textContent).join()"));
        foreach (var (address, name) in ((string, string)[])[($"/netwerken/{stage.Network}/mensen", "people"), ($"/netwerken/{stage.Network}/wie-keek", "who-looked"), ("/privacy/zorgontvanger", "statement")])
        {
            await page.GotoAsync(address);
            await Paper(page, name);
            Assert.Equal(0, await page.EvaluateAsync<int>("[...document.querySelectorAll('main .button, main .tabs, main form .govuk-input, .shell-menu')].filter(e => e.getClientRects().length > 0).length"));
        }

        Assert.True(Directory.EnumerateFiles(folder, "*.pdf").Count() >= 4);
        await page.Context.DisposeAsync();
    }

    private static async Task<string> Paper(IPage page, string name)
    {
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var path = Path.Combine(Repository.Artifacts("paper"), name + ".pdf");
        await page.PdfAsync(new() { Path = path, Format = "A4" });
        return path;
    }

    private async Task<(IPage Page, TalkStage Stage)> Open()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        var path = await stage.Starts(joke, "Wie gaat er mee?", "Ik kan niet.");
        await TalkStage.Says(ahmed, path, "Ik ga mee.\n\nNeemt iemand het pasje mee?");
        using (var annie = await stage.World.SignedIn(stage.Annie))
            await TalkStage.Says(annie, path, "Neem ik mee.");
        var page = await browser.Page(app, Browser.Phone, stage.Annie);
        await page.GotoAsync(path);
        return (page, stage);
    }
}
