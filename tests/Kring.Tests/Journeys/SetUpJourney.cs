using Kring.Access;
using Kring.FirstStart.SetUps;
using Kring.People;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Kring.Tests.Journeys;

/// <summary>On a phone, by keyboard where it matters: an empty Kring is set up, an answer is changed on the way, and the officer chooses a password.</summary>
public sealed class SetUpJourney(Browser browser) : IAsyncLifetime
{
    private static readonly (string Field, string Value)[] Answers =
    [
        ("naam", "Thuiszorg De Eik"), ("soort", "thuiszorg"), ("plaats", "'s-Hertogenbosch"), ("fgmail", "fg@deeik.example"), ("getekend", "1"), ("getekend-month", "9"), ("getekend-year", "2026"),
        ("kenmerk", "SO-2026-01"), ("beheerder-naam", "Bas van Leeuwen"), ("beheerder-mail", "bas@deeik.example"), ("fg-naam", "Noor van Dijk"), ("fg-mail", "noor@deeik.example"),
        ("coordinator-naam", "Zoë Ĳsbrandy"), ("coordinator-mail", "zoe@deeik.example"),
    ];

    private readonly KringApp _app = new() { AsksSetUp = true };

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Kring_is_set_up_and_the_officer_chooses_a_password()
    {
        var page = await browser.Page(_app, Browser.Phone);
        await page.GotoAsync("/");
        await Look(page);
        await page.FillAsync("#code", _app.Services.GetRequiredService<SetUpDesk>().Code.Replace("-", " ", StringComparison.Ordinal));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/inrichten/gegevens");
        await Look(page);
        foreach (var (field, value) in Answers)
            await page.FillAsync("#" + field, value);
        await page.CheckAsync("#overeenkomst");
        await page.ClickAsync("button[value=controleer]");
        await Look(page, "set-up-check-phone");

        await page.ClickAsync("button[formaction$='#fg-naam']");
        Assert.EndsWith("#fg-naam", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("#fg-naam")).ToBeInViewportAsync();
        await page.FillAsync("#fg-naam", "Noor de Wit");
        await page.ClickAsync("button[value=controleer]");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Noor de Wit");
        await page.FillAsync("#wachtwoord", World.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/inrichten/klaar");
        await Look(page, "set-up-done-phone");

        var noor = (await _app.In(services => services.GetRequiredService<PeopleAccess>().AccountOf("noor@deeik.example", default)))!.Person;
        await page.GotoAsync((await _app.LastNotice(noor)).Variables["path"]);
        await Look(page, "choose-password-phone");
        await page.FillAsync("#wachtwoord", "mijn eigen geheim");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/inloggen?gekozen=true");
        await Look(page);
    }

    private static async Task Look(IPage page, string? screen = null)
    {
        await Accessible.Check(page);
        Assert.Equal([], await page.TooWideAt(360, 320));
        await page.SetViewportSizeAsync(Browser.Phone.Width, Browser.Phone.Height);
        if (screen is not null)
            await Screens.Save(page, screen);
    }
}
