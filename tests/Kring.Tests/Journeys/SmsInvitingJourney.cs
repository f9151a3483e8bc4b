using Kring.Tests.Networks;
using Kring.Tests.Networks.Invitations;
using Kring.Tests.Support;
using Microsoft.Playwright;

namespace Kring.Tests.Journeys;

/// <summary>On a phone: somebody invited by SMS makes a typing mistake in their address, puts it right, and is in with the code from the mail.</summary>
public sealed class SmsInvitingJourney(KringApp app, Browser browser) : IClassFixture<KringApp>
{
    [Fact]
    public async Task From_the_sms_to_the_messages_with_a_code_from_the_mail()
    {
        using var sms = await SmsInvitation.Send(app);
        var page = await browser.Page(app, Browser.Phone);
        await page.GotoAsync(sms.Link);
        await Fill(page, "iris@krimg.example");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("iris@krimg.example");
        await page.GetByRole(AriaRole.Link, new() { Name = "Vul een ander e-mailadres in" }).ClickAsync();
        await Accessible.Check(page);
        await Fill(page, "iris@kring.example");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("iris@kring.example");
        await Accessible.Check(page);
        Assert.Empty(await page.TooWideAt(360, 320));
        await Screens.Save(page, "invitation-code-phone");

        await page.GotoAsync(sms.Link);
        await page.FillAsync("#code", "12");
        await page.Press("Ja, ik doe mee");
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToBeFocusedAsync();
        await Accessible.Check(page);
        await page.FillAsync("#code", await sms.CodeIn("iris@kring.example"));
        await page.Press("Ja, ik doe mee");

        await page.WaitForURLAsync("**/privacy/lezen*");
        await page.Locator("main .actions button").ClickAsync();
        await page.WaitForURLAsync("**/berichten");
    }

    private static async Task Fill(IPage page, string mail)
    {
        await page.FillAsync("#mail", mail);
        await page.FillAsync("#wachtwoord", World.Password);
        await page.Press("Ga verder");
    }
}
