using Kring.Tests.Conversations;
using Kring.Tests.Support;
using Microsoft.Playwright;

namespace Kring.Tests.Journeys;

/// <summary>Without a mouse: Tab and Enter are enough, and it shows where one is.</summary>
public sealed class KeyboardJourney(KringApp app, Browser browser) : IClassFixture<KringApp>
{
    /// <summary>What is wrong with how the focus shows: no ring, out of view or under the composer.</summary>
    private const string Fault = """
        () => {
          const focused = document.activeElement;
          if (!focused || focused === document.body || focused.id === "main") return null;
          const drawn = focused.matches("input[type=radio], input[type=checkbox]") ? focused.nextElementSibling : focused;
          const style = getComputedStyle(drawn, focused === drawn ? null : "::before");
          const name = focused.id || focused.textContent.trim();
          if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return `${name} has no ring`;
          const place = focused.getBoundingClientRect();
          if (place.bottom > innerHeight + 1 || place.top < -1) return `${name} is out of view`;
          const composer = document.querySelector(".composer");
          const cover = composer && !composer.contains(focused) ? composer.getBoundingClientRect() : null;
          return cover && place.bottom > cover.top + 1 && place.top < cover.bottom - 1 ? `${name} is under the composer` : null;
        }
        """;

    [Fact]
    public async Task Signing_in_reading_writing_and_signing_out_take_a_keyboard_only()
    {
        var stage = await TalkStage.Set(app);
        var bea = await stage.World.Person("Bea Smit", "bea@kring.example");
        await stage.World.Joins(stage.Network, bea, "Bea Smit", Kring.Networks.Participation.Capacity.InformalCarer, "buurvrouw");
        using (var joke = await stage.World.SignedIn(stage.Joke))
            await stage.Fills(await stage.Starts(joke), 25);
        var page = await browser.Page(app, Browser.Phone);
        await page.GotoAsync("/inloggen");

        await Type(page, "#email", "bea@kring.example");
        await Type(page, "#wachtwoord", World.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/inloggen/code*");
        await Type(page, "#code", await app.LastCode(bea));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/privacy/lezen*");
        await Follow(page, "main .actions button", "**/berichten");
        await Follow(page, "main .card__link", "**/berichten/*");
        await Type(page, "#tekst", "Ik kom om negen uur.");
        await To(page, ".composer button[value=verstuur]");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#bericht-27 >> text=Ik kom om negen uur.");
        await To(page, ".shell-person button", "Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/inloggen?uit=true");
    }

    private static async Task Follow(IPage page, string selector, string address)
    {
        await To(page, selector);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(address);
    }

    private static async Task Type(IPage page, string selector, string text)
    {
        await To(page, selector);
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task To(IPage page, string selector, string key = "Tab")
    {
        for (var presses = 0; presses < 150; presses++)
        {
            await page.Keyboard.PressAsync(key);
            Assert.Null(await page.EvaluateAsync<string?>(Fault));
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
        }

        Assert.Fail($"{selector} is not reached with {key} on {page.Url}.");
    }
}
