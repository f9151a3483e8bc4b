using Kring.Access;
using Kring.Tests.Support;
using Microsoft.Playwright;

namespace Kring.Tests.Journeys;

/// <summary>What every journey does in a browser.</summary>
internal static class Visiting
{
    internal static async Task<IPage> Page(this Browser browser, KringApp app, ViewportSize size, PersonId? person = null)
    {
        var visitor = await browser.Visit(app.Address.ToString(), size);
        if (person is { } somebody)
        {
            using var signedIn = await new World(app).SignedIn(somebody);
            await visitor.AddCookiesAsync([new Cookie { Name = "kring", Value = signedIn.Cookie("kring")!, Url = app.Address.ToString() }]);
        }

        return await visitor.NewPageAsync();
    }

    internal static Task Press(this IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>The widths at which a page asks to be scrolled sideways.</summary>
    internal static async Task<IReadOnlyList<int>> TooWideAt(this IPage page, params int[] widths)
    {
        var wrong = new List<int>();
        foreach (var width in widths)
        {
            await page.SetViewportSizeAsync(width, 740);
            if (!await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"))
                wrong.Add(width);
        }

        return wrong;
    }
}
