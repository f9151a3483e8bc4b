using AngleSharp.Html.Dom;
using Kring.FirstStart.SetUps;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.FirstStart.SetUps;

internal static class SetUpBrowsing
{
    /// <summary>Types the code of the console, and goes on to the form.</summary>
    internal static async Task<IHtmlDocument> Unlocked(this KringApp app, HttpBrowser browser)
    {
        var code = app.Services.GetRequiredService<SetUpDesk>().Code;
        await browser.Submit(await browser.Get("/inrichten"), "main form", ("code", $" {code.ToUpperInvariant()} "));
        return await browser.Visit(browser.Last!.Headers.Location!.ToString());
    }
}
