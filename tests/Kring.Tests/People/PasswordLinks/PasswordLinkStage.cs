using AngleSharp.Html.Dom;
using Kring.Access;
using Kring.Delivery;
using Kring.Tests.Support;

namespace Kring.Tests.People.PasswordLinks;

/// <summary>Asks for a link and follows it, as a browser does.</summary>
internal sealed class PasswordLinkStage(KringApp app)
{
    internal const string Chosen = "vier nieuwe losse woorden";

    internal World World { get; } = new(app);

    internal async Task<(PersonId Person, string Mail)> Somebody()
    {
        var mail = $"{Guid.CreateVersion7():N}@kring.example";
        return (await World.Person("Annie de Vries", mail), mail);
    }

    internal static async Task<IHtmlDocument> Ask(HttpBrowser browser, string mail)
    {
        await browser.Submit(await browser.Get("/wachtwoord-vergeten"), "main form", ("email", mail));
        Assert.Equal("/wachtwoord-vergeten?verstuurd=ja", browser.Path());
        return await browser.Get("/wachtwoord-vergeten?verstuurd=ja");
    }

    internal static async Task<IHtmlDocument> Choose(HttpBrowser browser, string link) => await browser.Submit(await browser.Get(link), "main form", ("nieuw", Chosen));

    internal static IHtmlDocument Aimed(IHtmlDocument form, string path)
    {
        form.QuerySelector("main form")!.SetAttribute("action", path);
        return form;
    }

    internal async Task<string> Link(PersonId person)
    {
        await Waits.Until("a link", async () => (await Links(person)).Count > 0);
        return (await Links(person))[^1];
    }

    internal async Task<IReadOnlyList<string>> Links(PersonId person) => [.. (await app.Notices(person)).Where(n => n.Kind == NoticeKind.PasswordLink).Select(n => n.Variables["path"])];
}
