using System.Net;
using Kring.Tests.Support;

namespace Kring.Tests.Networks.Admissions;

internal static class Forging
{
    /// <summary>Posts a form that the page did not show, with a token from a page that everybody has.</summary>
    internal static async Task<HttpStatusCode> Post(HttpBrowser browser, string path, string form, params (string Name, string Value)[] fields)
    {
        var token = (await browser.Get("/weergave")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var sent = fields.Append(("__RequestVerificationToken", token)).Append(("_handler", form)).Select(f => new KeyValuePair<string, string>(f.Item1, f.Item2));
        await browser.Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(sent) });
        return browser.Last!.StatusCode;
    }
}
