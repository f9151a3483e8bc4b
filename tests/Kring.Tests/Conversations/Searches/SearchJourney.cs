using Kring.Tests.Journeys;
using Kring.Tests.Support;
using Microsoft.Playwright;

namespace Kring.Tests.Conversations.Searches;

/// <summary>Searching with the keyboard on a telephone, to the message and back.</summary>
public sealed class SearchJourney(KringApp app, Browser browser) : IClassFixture<KringApp>
{
    [Fact]
    [Trait("database", "sqlite")] // what a browser does with an answer does not hang on the database
    public async Task What_was_found_leads_to_the_message_and_the_way_back_asks_nothing()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke, "Wie gaat er mee?", "Het pasje ligt in de la.");
        await stage.Fills(path, 120);
        var page = await browser.Page(app, Browser.Phone, stage.Annie);
        await page.SetViewportSizeAsync(360, 740);
        await page.GotoAsync(stage.Berichten);
        await page.GetByRole(AriaRole.Link, new() { Name = "Zoeken in berichten" }).ClickAsync();

        await page.FillAsync("#woorden", "PASJE");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("mark")).ToHaveTextAsync("pasje");
        await Screens.Save(page, "zoeken");
        await Accessible.Check(page);
        Assert.Empty(await page.TooWideAt(360, 320));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Accessible.CheckLook(page);

        await page.FocusAsync(".search-hits a");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#bericht-1")).ToBeInViewportAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("mark")).ToHaveTextAsync("pasje");
        Assert.DoesNotContain("pasje", page.Url, StringComparison.OrdinalIgnoreCase);
        await page.Context.DisposeAsync();
    }
}
