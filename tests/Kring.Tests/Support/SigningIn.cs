using System.Net;
using AngleSharp.Html.Dom;
using Kring.Access;

namespace Kring.Tests.Support;

/// <summary>Walks through signing in as somebody without scripts does.</summary>
internal static class SigningIn
{
    internal static async Task<IHtmlDocument> GivePassword(this HttpBrowser browser, string mail, string password = World.Password, string path = "/inloggen")
        => await browser.Submit(await browser.Get(path), "main form", ("email", mail), ("wachtwoord", password));

    /// <summary>Gives the password and lands on the page that asks for the code.</summary>
    internal static async Task<IHtmlDocument> AskForCode(this HttpBrowser browser, string mail)
    {
        await browser.GivePassword(mail);
        Assert.Equal("/inloggen/code", browser.Path());
        return await browser.Visit("/inloggen/code");
    }

    internal static async Task<IHtmlDocument> GiveCode(this HttpBrowser browser, string code, params (string, string)[] more)
        => await browser.Submit(await browser.Get("/inloggen/code"), "form:has([name=code])", [("code", code), .. more]);

    internal static async Task SignIn(this HttpBrowser browser, KringApp app, PersonId person, string mail, params (string, string)[] more)
    {
        await browser.AskForCode(mail);
        await browser.GiveCode(await app.LastCode(person), more);
        Assert.Equal("/", browser.Path());
    }

    /// <summary>Where the last answer leads, without its host.</summary>
    internal static string? Path(this HttpBrowser browser) => browser.Last!.Headers.Location is { } next ? (next.IsAbsoluteUri ? next.PathAndQuery : next.ToString()) : null;

    /// <summary>Whether a page that needs a session shows.</summary>
    internal static async Task<bool> IsSignedIn(this HttpBrowser browser)
    {
        await browser.Get("/mijn");
        return browser.Last!.StatusCode == HttpStatusCode.OK;
    }
}
