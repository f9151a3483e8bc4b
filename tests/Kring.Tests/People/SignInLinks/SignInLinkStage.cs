using AngleSharp.Html.Dom;
using Kring.Access;
using Kring.Delivery;
using Kring.Tests.Support;

namespace Kring.Tests.People.SignInLinks;

/// <summary>Asks for a link to sign in and follows it, as a browser does.</summary>
internal sealed class SignInLinkStage(KringApp app)
{
    internal World World { get; } = new(app);

    internal async Task<(PersonId Person, string Mail)> Somebody()
    {
        var mail = $"{Guid.CreateVersion7():N}@kring.example";
        return (await World.Person("Annie de Vries", mail), mail);
    }

    internal static async Task Ask(HttpBrowser browser, string mail)
    {
        await browser.Submit(await browser.Get("/inloggen/link"), "main form", ("email", mail));
        Assert.Equal("/inloggen/link?verstuurd=ja", browser.Path());
    }

    /// <summary>Asks and waits for the link.</summary>
    /// <returns>Its path.</returns>
    internal async Task<string> Asked(HttpBrowser browser, PersonId person, string mail)
    {
        var before = (await Links(person)).Count;
        await Ask(browser, mail);
        await Waits.Until("a link", async () => (await Links(person)).Count > before);
        return (await Links(person))[^1];
    }

    internal static async Task<IHtmlDocument> Follow(HttpBrowser browser, string link) => await browser.Submit(await browser.Get(link), "main form");

    internal static async Task<IHtmlDocument> GivePassword(HttpBrowser browser, string password = World.Password, params (string, string)[] more)
        => await browser.Submit(await browser.Get("/inloggen/wachtwoord"), "main form", [("wachtwoord", password), .. more]);

    internal async Task<IReadOnlyList<string>> Links(PersonId person) => [.. (await app.Notices(person)).Where(n => n.Kind == NoticeKind.SignInLink).Select(n => n.Variables["path"])];
}
