using Kring.Tests.Support;
using Microsoft.Playwright;

namespace Kring.Tests.People;

/// <summary>Signing in with a real browser: the key is made and used in it.</summary>
public sealed class SignInJourneyTests(KringApp app, Browser browser) : IClassFixture<KringApp>
{
    private readonly World _world = new(app);

    [Fact]
    public async Task A_new_device_is_remembered_and_signs_in_again_without_a_code_but_its_copied_cookies_do_not()
    {
        var annie = await _world.Person("Annie de Vries-Jansen", "annie@kring.example");
        await using var tablet = await browser.Visit(app.Address.ToString(), Browser.Phone);
        var page = await tablet.NewPageAsync();
        await GivePassword(page, "annie@kring.example", "/mijn");
        await page.WaitForURLAsync("**/inloggen/code*");
        await Screens.Save(page, "inloggen-code");
        await Accessible.Check(page);
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync(await app.LastCode(annie));
        await page.GetByLabel("Onthoud dit apparaat 1 maand").CheckAsync();
        await page.GetByLabel("Naam van dit apparaat").FillAsync("Tablet in de keuken");
        await Submit(page, "Inloggen");
        await page.WaitForURLAsync("**/mijn");
        await page.GotoAsync("/mijn/apparaten");
        await Screens.Save(page, "mijn-apparaten");
        await Accessible.Check(page);
        Assert.Contains("Tablet in de keuken", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        await Submit(page, "Uitloggen");
        await page.WaitForURLAsync("**/inloggen?uit=true");
        await page.GoBackAsync();
        Assert.Contains("/inloggen", page.Url, StringComparison.Ordinal);
        await GivePassword(page, "annie@kring.example", "/mijn");
        await page.WaitForURLAsync("**/mijn");
        Assert.Single(await app.Notices(annie));

        await using var thief = await browser.Visit(app.Address.ToString(), Browser.Phone);
        await thief.AddCookiesAsync((await tablet.CookiesAsync()).Where(c => c.Name == "kring-apparaat").Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = app.Address.ToString() }));
        var copy = await thief.NewPageAsync();
        await GivePassword(copy, "annie@kring.example", "/mijn");
        await copy.WaitForURLAsync("**/inloggen/code*");
    }

    [Fact]
    public async Task Without_scripts_a_code_is_asked_each_time_and_the_page_says_why()
    {
        var wim = await _world.Person("Wim Bos", "wim@kring.example");
        await using var plain = await browser.Visit(app.Address.ToString(), Browser.Phone, options => options.JavaScriptEnabled = false);
        var page = await plain.NewPageAsync();
        for (var time = 0; time < 2; time++)
        {
            await GivePassword(page, "wim@kring.example", "/mijn");
            Assert.False(await page.GetByLabel("Onthoud dit apparaat 1 maand").IsVisibleAsync());
            Assert.True(await page.GetByText("Dit apparaat onthouden kan hier niet").IsVisibleAsync());
            await page.GetByLabel("Code", new() { Exact = true }).FillAsync(await app.LastCode(wim));
            await Submit(page, "Inloggen");
            Assert.EndsWith("/mijn", page.Url, StringComparison.Ordinal);
            await Submit(page, "Uitloggen");
        }

        Assert.Equal(2, (await app.Notices(wim)).Count);
    }

    [Fact]
    public async Task What_is_wrong_with_a_form_can_be_read_by_everybody_in_light_and_dark()
    {
        await using var visitor = await browser.Visit(app.Address.ToString(), Browser.Desktop);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/inloggen");
        await Submit(page, "Inloggen");
        await Screens.Save(page, "inloggen-fout-light");
        await Accessible.Check(page);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Screens.Save(page, "inloggen-fout-dark");
        await Accessible.CheckLook(page);
    }

    private static async Task GivePassword(IPage page, string mail, string back)
    {
        await page.GotoAsync("/inloggen?terug=" + back);
        await page.GetByLabel("E-mailadres").FillAsync(mail);
        await page.GetByLabel("Wachtwoord", new() { Exact = true }).FillAsync(World.Password);
        await Submit(page, "Inloggen");
    }

    private static Task Submit(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
