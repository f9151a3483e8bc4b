using Kring.Tests.Support;
using Microsoft.Playwright;

namespace Kring.Tests.Journeys;

/// <summary>The pages that people see most, as pictures on a phone and on a desk.</summary>
public sealed class MainStatesJourney(KringApp app, Browser browser) : IClassFixture<KringApp>
{
    [Fact]
    public async Task The_main_states_fit_every_screen()
    {
        var home = await Home.Set(app);
        foreach (var name in (string[])["Íris van den IJssel", "Wim Bakker-van den Oudenrijn"])
            await home.World.Network(await home.World.Person(name), name, home.Network.Marieke, home.Network.Linde);
        var visitor = await browser.Page(app, Browser.Phone);
        await Look(visitor, "/inloggen", "sign-in");
        await visitor.FillAsync("#email", "joke@kring.example");
        await visitor.FillAsync("#wachtwoord", World.Password);
        await visitor.Press("Inloggen");
        await visitor.WaitForURLAsync("**/inloggen/code*");
        await Accessible.Check(visitor);
        await Look(visitor, null, "code");
        await Look(visitor, "/privacy/zorgontvanger", "privacy-statement");

        var marieke = await browser.Page(app, Browser.Phone, home.Network.Marieke);
        await Look(marieke, "/", "networks");
        var annie = await browser.Page(app, Browser.Phone, home.Network.Annie);
        await Look(annie, home.Network.Path("berichten"), "conversations");
        await Look(annie, home.Conversation, "conversation");
        await Look(annie, home.Network.Path("mensen"), "people");
        await Look(marieke, home.Network.Path("mensen/uitnodigen"), "invite");
        await Look(annie, home.Question, "consent");
        await Look(annie, home.Network.Path("wie-keek"), "who-looked");
        await Look(annie, "/mijn/apparaten", "devices");
        await Look(annie, "/bestaat-niet", "not-found");
    }

    private static async Task Look(IPage page, string? path, string name)
    {
        if (path is not null)
            await page.GotoAsync(path);
        Assert.Empty(await page.TooWideAt(320, 360));
        await Screens.Save(page, $"main-{name}-phone");
        await page.SetViewportSizeAsync(1280, 900);
        await Screens.Save(page, $"main-{name}-desktop");
    }
}
