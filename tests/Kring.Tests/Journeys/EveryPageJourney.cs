using Kring.Access;
using Kring.Tests.Support;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit.Sdk;

namespace Kring.Tests.Journeys;

/// <summary>On request, for it takes minutes on a busy machine. Every page that the program has, in a browser of everybody it is for: axe on a phone in light and on a desk in dark, and never wider than a small screen.</summary>
public sealed class EveryPageJourney(KringApp app, Browser browser) : IClassFixture<KringApp>
{
    /// <summary>Only on the way in or at the first start: looked at by the journeys that go there (<see cref="SetUpJourney"/>).</summary>
    private static readonly string[] OnTheWay = ["/inloggen/apparaat", "/inloggen/code", "/inrichten", "/inrichten/gegevens", "/inrichten/klaar"];

    [Fact(Explicit = true)]
    public async Task Each_page_can_be_used_by_everybody_it_is_for()
    {
        var home = await Home.Set(app);
        var routes = Routes();
        var (seen, wrong) = (new HashSet<string>(StringComparer.Ordinal), new List<string>());
        foreach (var person in (PersonId?[])[null, home.Network.Annie, home.Network.Marieke, home.Officer])
        {
            var page = await browser.Page(app, Browser.Phone, person);
            foreach (var route in routes.Where(r => !seen.Contains(r) || (person == home.Network.Marieke && r.StartsWith("/netwerken/{", StringComparison.Ordinal))))
            {
                if (await Opens(page, home.Fill(route)))
                {
                    seen.Add(route);
                    wrong.AddRange(await Faults(page));
                }
            }

            await page.Context.DisposeAsync();
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal([], routes.Except(seen).Except(OnTheWay));
    }

    private static async Task<bool> Opens(IPage page, string path)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(360, 740);
        var answer = await page.GotoAsync(path);
        return new Uri(page.Url).AbsolutePath == path && (answer!.Status == 200 || path.StartsWith("/fout/", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> Faults(IPage page)
    {
        var faults = new List<string>();
        await Look("light", Accessible.Check);
        faults.AddRange((await page.TooWideAt(360, 320)).Select(width => $"{page.Url} is wider than {width} px."));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.SetViewportSizeAsync(1280, 900);
        await Look("dark", Accessible.CheckLook);
        return faults;

        async Task Look(string scheme, Func<IPage, Task> check)
        {
            try
            {
                await check(page);
            }
            catch (XunitException found)
            {
                faults.Add($"{scheme}: {found.Message}");
            }
        }
    }

    private IReadOnlyList<string> Routes() => [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null).Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
