using Kring.App;

namespace Kring.People.SignIns;

/// <summary>A browser in words that its owner knows: "Chrome op Android". A guess from what the browser says of itself; nothing rests on it.</summary>
internal static class BrowserWords
{
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("SamsungBrowser", "Samsung Internet"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "Chromebook"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("Linux", "Linux")];

    internal static string Of(string userAgent) => (Find(Browsers, userAgent), Find(Systems, userAgent)) switch
    {
        ({ } browser, { } system) => SignInTexts.BrowserOnSystem.Fill(browser, system),
        ({ } browser, null) => browser,
        (null, { } system) => system,
        _ => SignInTexts.UnknownBrowser,
    };

    private static string? Find((string Mark, string Name)[] known, string userAgent)
        => known.Where(k => userAgent.Contains(k.Mark, StringComparison.Ordinal)).Select(k => k.Name).FirstOrDefault();
}
