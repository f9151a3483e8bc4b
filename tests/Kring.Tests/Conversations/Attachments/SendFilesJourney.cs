using Kring.Access;
using Kring.Tests.Journeys;
using Kring.Tests.Support;
using Microsoft.Playwright;

namespace Kring.Tests.Conversations.Attachments;

/// <summary>Photos and files from a telephone, with and without scripts.</summary>
public sealed class SendFilesJourney(KringApp app, Browser browser) : IClassFixture<KringApp>
{
    private static FilePayload Photo(byte[]? bytes = null) => new() { Name = "IMG_0001.jpg", MimeType = "image/jpeg", Buffer = bytes ?? Pictures.FromTelephone(width: 1600, height: 1200) };

    private static FilePayload Pdf => new() { Name = "Zorgplan mevrouw De Vries.pdf", MimeType = "application/pdf", Buffer = Pictures.Pdf(length: 1_250_000) };

    [Fact]
    public async Task With_a_script_a_photo_is_sent_without_leaving_the_page()
    {
        var (stage, path) = await Begin();
        var ahmed = await Open(stage, stage.Ahmed, path);
        var joke = await Open(stage, stage.Joke, path);

        await ahmed.ClickAsync(".attach summary");
        await Assertions.Expect(ahmed.Locator("#omschrijving1")).ToBeHiddenAsync();
        await Assertions.Expect(ahmed.Locator("#foto3")).ToBeHiddenAsync();
        await ahmed.SetInputFilesAsync("#foto1", Photo(new byte[5]));
        await ahmed.FillAsync("#tekst", "Zo ziet de wond eruit.");
        await ahmed.Press("Verstuur");
        await Assertions.Expect(ahmed.Locator("#foto1-error")).ToContainTextAsync("Dit is geen foto");
        await Assertions.Expect(ahmed.Locator("#foto1")).ToBeFocusedAsync();
        await ahmed.SetInputFilesAsync("#foto1", Photo());
        await Assertions.Expect(ahmed.Locator("#foto1-error")).ToHaveCountAsync(0);
        await ahmed.FillAsync("#omschrijving1", "De wond aan haar been");
        await ahmed.SetInputFilesAsync("#bestand", Pdf);
        await Screens.Save(ahmed, "attachments-composer-phone");
        await Accessible.Check(ahmed);
        Assert.Empty(await ahmed.TooWideAt(360, 320));
        await ahmed.Press("Verstuur");

        foreach (var page in (IPage[])[ahmed, joke])
        {
            await page.WaitForSelectorAsync("#bericht-2 .attachments__photo img[alt='De wond aan haar been']");
            await page.WaitForFunctionAsync("document.querySelector('#bericht-2 img').naturalWidth === 360");
            await Assertions.Expect(page.Locator("#bericht-2 .attachments__about")).ToHaveTextAsync("Pdf, 1,2 MB");
        }

        await Assertions.Expect(joke.Locator("[data-spoken]")).ToHaveTextAsync("Nieuw bericht van Ahmed Yılmaz: Zo ziet de wond eruit. Foto. Bestand: Zorgplan mevrouw De Vries.pdf");
        await Assertions.Expect(ahmed.Locator("#tekst")).ToHaveValueAsync("");
        Assert.False(await ahmed.EvaluateAsync<bool>("document.querySelector('.attach').open"));
        await Screens.Save(joke, "attachments-thread-phone");
        await Accessible.Check(joke);
        Assert.Empty(await joke.TooWideAt(360, 320));
    }

    [Fact]
    public async Task Without_a_connection_text_and_photo_stay_and_are_sent_once()
    {
        var (stage, path) = await Begin();
        var ahmed = await Open(stage, stage.Ahmed, path);
        await ahmed.ClickAsync(".attach summary");
        await ahmed.SetInputFilesAsync("#foto2", Photo());
        await ahmed.FillAsync("#tekst", "Onderweg");
        await ahmed.Context.SetOfflineAsync(true);
        await ahmed.Press("Verstuur");

        await Assertions.Expect(ahmed.Locator("[data-status]")).ToHaveTextAsync("Niet verstuurd, probeer opnieuw. Uw tekst en bijlagen staan er nog.");
        Assert.Equal("Onderweg", await ahmed.InputValueAsync("#tekst"));
        Assert.Equal(1, await ahmed.EvaluateAsync<int>("document.querySelector('#foto2').files.length"));
        await ahmed.Context.SetOfflineAsync(false);
        await ahmed.Locator("button:has-text('Verstuur')").DblClickAsync();

        await ahmed.WaitForSelectorAsync("#bericht-2 .attachments__photo");
        using var reader = await stage.World.SignedIn(stage.Joke);
        Assert.Single((await reader.Get(path)).QuerySelectorAll(".attachments__photo"));
    }

    [Fact]
    public async Task Without_a_script_it_goes_with_the_form()
    {
        var (stage, path) = await Begin();
        var ahmed = await Open(stage, stage.Ahmed, path, scripts: false);
        await ahmed.ClickAsync(".attach summary");
        await ahmed.SetInputFilesAsync("#foto1", Photo());
        await ahmed.FillAsync("#omschrijving1", "De wond aan haar been");
        await ahmed.SetInputFilesAsync("#bestand", Pdf);
        await Screens.Save(ahmed, "attachments-composer-without-script");
        await ahmed.Press("Verstuur");

        await Assertions.Expect(ahmed.Locator("#bericht-2 img")).ToHaveAttributeAsync("alt", "De wond aan haar been");
        var download = await ahmed.RunAndWaitForDownloadAsync(() => ahmed.ClickAsync("#bericht-2 .attachments__file a"));
        Assert.Equal("Zorgplan mevrouw De Vries.pdf", download.SuggestedFilename);
        await ahmed.ClickAsync("#bericht-2 .attachments__photo a");
        await Assertions.Expect(ahmed.Locator("h1")).ToContainTextAsync("Uw foto, vandaag");
        await Assertions.Expect(ahmed.Locator(".photo img")).ToBeVisibleAsync();
        await Screens.Save(ahmed, "attachments-photo-phone");
        await ahmed.ClickAsync("text=Terug naar het gesprek");
        await Assertions.Expect(ahmed.Locator("#bericht-2")).ToBeVisibleAsync();
    }

    private async Task<(TalkStage Stage, string Path)> Begin()
    {
        var stage = await TalkStage.Set(app);
        using var starter = await stage.World.SignedIn(stage.Joke);
        return (stage, await stage.Starts(starter));
    }

    private async Task<IPage> Open(TalkStage stage, PersonId person, string path, bool scripts = true)
    {
        using var signedIn = await stage.World.SignedIn(person);
        var visitor = await browser.Visit(app.Address.ToString(), Browser.Phone, options => options.JavaScriptEnabled = scripts);
        await visitor.AddCookiesAsync([new Cookie { Name = "kring", Value = signedIn.Cookie("kring")!, Url = app.Address.ToString() }]);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(path);
        if (scripts)
            await page.WaitForSelectorAsync("[data-conversation][data-state=open]", new() { State = WaitForSelectorState.Attached });
        return page;
    }
}
