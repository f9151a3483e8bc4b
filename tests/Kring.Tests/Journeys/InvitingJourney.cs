using Kring.Tests.Networks;
using Kring.Tests.Support;
using Microsoft.Playwright;

namespace Kring.Tests.Journeys;

/// <summary>On a phone: a daughter asks, her mother consents, the neighbour joins and reads, and is out when the consent is taken back.</summary>
public sealed class InvitingJourney(KringApp app, Browser browser) : IClassFixture<KringApp>
{
    [Fact]
    public async Task After_the_lock_somebody_joins_by_consent_and_is_out_without_it()
    {
        var home = await Home.Set(app);
        var joke = await browser.Page(app, Browser.Phone, home.Joke);
        await Ask(joke, home);
        var annie = await browser.Page(app, Browser.Phone, home.Network.Annie);
        await Consent(annie, home);
        var renee = await browser.Page(app, Browser.Phone);

        await renee.GotoAsync(await app.InvitationFor(home.Network.Id.Compartment, "renee@kring.example"));
        await Assertions.Expect(renee.Locator("main")).Not.ToContainTextAsync("Annie");
        await Screens.Save(renee, "invitation-phone");
        await renee.FillAsync("#wachtwoord", World.Password);
        await renee.Press("Ja, ik doe mee");
        await renee.WaitForURLAsync("**/privacy/lezen*");
        await renee.Locator("main .actions button").ClickAsync();
        await renee.WaitForURLAsync("**/berichten");
        await renee.GetByRole(AriaRole.Link, new() { Name = "Wie gaat er mee naar de oogarts?" }).ClickAsync();
        await Assertions.Expect(renee.Locator(".thread")).ToContainTextAsync("Dinsdag om tien uur in Zutphen.");

        await annie.GotoAsync(home.Network.Path("toestemming"));
        await annie.GetByRole(AriaRole.Link, new() { Name = "Trek in Renée" }).ClickAsync();
        await Screens.Save(annie, "withdraw-phone");
        await annie.Locator("#intrekken button").ClickAsync();
        await Assertions.Expect(annie.Locator("main")).ToContainTextAsync("Toestemming ingetrokken");

        var answer = await renee.GotoAsync(home.Conversation);
        Assert.Equal(404, answer!.Status);
        await renee.GotoAsync("/");
        await Assertions.Expect(renee.Locator("main")).Not.ToContainTextAsync("Annie");
    }

    private static async Task Ask(IPage page, Home home)
    {
        await page.GotoAsync(home.Network.Path("mensen/uitnodigen"));
        await page.FillAsync("#naam", "Renée IJzerman");
        await page.FillAsync("#adres", "renee@kring.example");
        await page.Locator("input[value=naaste]").CheckAsync();
        await page.FillAsync("#relatie", "buurvrouw");
        await page.FillAsync("#waarom", "Zij heeft de sleutel.");
        await page.Locator("input[name=oud][value=ja]").CheckAsync();
        await page.Press("Controleer uw antwoorden");
        await Screens.Save(page, "invite-check-phone");
        await page.Locator("button[value=verstuur]").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Renée IJzerman");
    }

    private static async Task Consent(IPage page, Home home)
    {
        await page.GotoAsync(home.Network.Path("toestemming"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Renée IJzerman" }).ClickAsync();
        await page.Locator("input[value=alles]").CheckAsync();
        await page.Locator("button[value=ja]").ClickAsync();
        await Assertions.Expect(page.Locator("button[value=ja]")).ToHaveCountAsync(0);
        await Screens.Save(page, "consent-given-phone");
    }
}
