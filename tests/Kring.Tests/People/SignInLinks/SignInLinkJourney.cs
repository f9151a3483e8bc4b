using Kring.Tests.Support;
using Microsoft.Playwright;

namespace Kring.Tests.People.SignInLinks;

/// <summary>The link in a real browser: one press on a device that is trusted, the password after it on one that is not.</summary>
public sealed class SignInLinkJourney(KringApp app, Browser browser) : IClassFixture<KringApp>
{
    private readonly SignInLinkStage _stage = new(app);

    [Fact]
    public async Task On_a_trusted_device_it_is_one_press_and_elsewhere_the_password_follows()
    {
        var (annie, mail) = await _stage.Somebody();
        using var asker = app.NewBrowser();
        await using var tablet = await browser.Visit(app.Address.ToString(), Browser.Phone);
        var page = await tablet.NewPageAsync();
        await page.GotoAsync("/inloggen");
        await page.GetByRole(AriaRole.Link, new() { Name = "Stuur mij een inloglink" }).ClickAsync();
        await page.GetByLabel("E-mailadres").FillAsync(mail);
        await Submit(page, "Stuur mij een inloglink");
        await page.WaitForURLAsync("**/inloggen/link?verstuurd=ja");
        await Waits.Until("a link", async () => (await _stage.Links(annie)).Count > 0);
        await page.GotoAsync((await _stage.Links(annie))[^1]);
        await Accessible.Check(page);
        await Submit(page, "Inloggen");
        await page.WaitForURLAsync("**/inloggen/wachtwoord");
        await Screens.Save(page, "inloggen-wachtwoord");
        await Accessible.Check(page);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Accessible.CheckLook(page);
        await page.GetByLabel("Wachtwoord", new() { Exact = true }).FillAsync(World.Password);
        await page.GetByLabel("Onthoud dit apparaat 1 maand").CheckAsync();
        await Submit(page, "Inloggen");
        await page.WaitForURLAsync(app.Address.ToString());
        await page.GotoAsync("/mijn/apparaten");
        await Submit(page, "Uitloggen");
        await page.WaitForURLAsync("**/inloggen?uit=true");

        await page.GotoAsync(await _stage.Asked(asker, annie, mail));
        await Submit(page, "Inloggen");
        await page.WaitForURLAsync(app.Address.ToString());

        await using var plain = await browser.Visit(app.Address.ToString(), Browser.Phone, options => options.JavaScriptEnabled = false);
        await plain.AddCookiesAsync((await tablet.CookiesAsync()).Where(c => c.Name == "kring-apparaat").Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = app.Address.ToString() }));
        var copy = await plain.NewPageAsync();
        await copy.GotoAsync(await _stage.Asked(asker, annie, mail));
        await Submit(copy, "Inloggen");
        await Submit(copy, "Ga verder met uw wachtwoord");
        Assert.EndsWith("/inloggen/wachtwoord", copy.Url, StringComparison.Ordinal);
    }

    private static Task Submit(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
