using Kring.Tests.Support;
using Microsoft.Playwright;

namespace Kring.Tests.Conversations.Live;

/// <summary>Every page of conversations, looked at by axe in light and dark.</summary>
public sealed class PagesJourney(KringApp app, Browser browser) : IClassFixture<KringApp>
{
    [Theory]
    [InlineData(ColorScheme.Light, 360)]
    [InlineData(ColorScheme.Dark, 1280)]
    public async Task Each_page_can_be_used_by_everybody(ColorScheme scheme, int width)
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        var path = await stage.Starts(joke, "Wie gaat er mee naar de oogarts in Zutphen op donderdagochtend?", "Ik kan niet, want ik moet werken. Kijk op https://www.voorbeeldziekenhuis-met-een-hele-lange-naam.nl/afspraken/oogheelkunde voor het adres.");
        await stage.Starts(ahmed, "Overleg zorgverleners", "Alleen voor ons.", ("wie", "professionals"));
        await TalkStage.Says(ahmed, path, "Ik ga mee.\n\nNeemt iemand het pasje mee?", ("antwoord", "1"));
        await TalkStage.Says(joke, path, "Ligt in de la 🌷");
        using var signedIn = await stage.World.SignedIn(stage.Ahmed);
        await using var visitor = await browser.Visit(app.Address.ToString(), new() { Width = width, Height = 800 }, options => options.ColorScheme = scheme);
        await visitor.AddCookiesAsync([new Cookie { Name = "kring", Value = signedIn.Cookie("kring")!, Url = app.Address.ToString() }]);
        var page = await visitor.NewPageAsync();

        foreach (var (address, name) in new[]
        {
            (stage.Berichten, "list"), ($"{stage.Berichten}/nieuw", "start"), ($"{path}?antwoord=1#schrijf", "thread"), ($"{path}/2/gelezen-door", "readers"), ($"{path}/2/wijzigen", "edit"),
            ($"{path}/2/verwijderen", "remove"), ("/mijn/meldingen", "notices"),
        })
        {
            var answer = await page.GotoAsync(address);
            Assert.Equal(200, answer?.Status ?? 200);
            await Accessible.Check(page);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} is wider than {width} px.");
            await Screens.Save(page, $"conversations-{name}-{(scheme == ColorScheme.Dark ? "dark" : "phone")}");
        }
    }
}
