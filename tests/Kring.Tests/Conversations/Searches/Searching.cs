using System.Net;
using AngleSharp.Html.Dom;
using Kring.Tests.Support;

namespace Kring.Tests.Conversations.Searches;

/// <summary>Searches as a browser does.</summary>
internal static class Searching
{
    internal static string Zoeken(TalkStage stage) => $"/netwerken/{stage.Network}/zoeken";

    internal static async Task<IHtmlDocument> Searches(this HttpBrowser browser, TalkStage stage, string words, params (string, string)[] more)
    {
        await browser.Submit(await browser.Get(Zoeken(stage)), ".search-form", [("woorden", words), .. more]);
        Assert.Equal(HttpStatusCode.Redirect, browser.Last!.StatusCode);
        return await browser.Get(browser.Path()!);
    }

    internal static IReadOnlyList<string> Texts(this IHtmlDocument page) => [.. page.QuerySelectorAll(".search-hits__text").Select(e => e.TextContent.Trim())];

    internal static string? Further(this IHtmlDocument page) => page.QuerySelectorAll("a").FirstOrDefault(a => a.TextContent.Contains("Zoek verder", StringComparison.Ordinal))?.GetAttribute("href");
}
