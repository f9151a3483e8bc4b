using System.Collections.Concurrent;
using System.Net;
using Kring.Access;
using Kring.Tests.Support;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit.Sdk;

namespace Kring.Tests.Journeys;

/// <summary>Every page that the program has, in a browser of everybody it is for: axe on a phone in light and on a desk in dark, and never wider than a small screen.</summary>
public sealed class EveryPageJourney(KringApp app, Browser browser) : IClassFixture<KringApp>
{
    private const int PagesPerVisitor = 12, AtOnce = 3;

    /// <summary>Only on the way in or at the first start: looked at by the journeys that go there (<see cref="SetUpJourney"/>).</summary>
    private static readonly string[] OnTheWay = ["/inloggen/apparaat", "/inloggen/code", "/inloggen/wachtwoord", "/inrichten", "/inrichten/gegevens", "/inrichten/klaar"];

    [Fact]
    [Trait("database", "sqlite")] // what a page looks like does not hang on the database
    public async Task Each_page_can_be_used_by_everybody_it_is_for()
    {
        var home = await Home.Set(app);
        var (visits, closed) = await Plan(home);
        Assert.Equal([], closed.Except(OnTheWay));

        var wrong = new ConcurrentBag<string>();
        var rounds = visits.GroupBy(v => v.Person).SelectMany(g => g.Chunk(PagesPerVisitor));
        await Parallel.ForEachAsync(rounds, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (round, _) =>
        {
            var page = await browser.Page(app, Browser.Phone, round[0].Person);
            foreach (var (_, path) in round)
            {
                foreach (var fault in await Faults(page, path))
                    wrong.Add(fault);
            }

            await page.Context.DisposeAsync();
        });

        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Order(StringComparer.Ordinal)));
    }

    /// <summary>Who looks at which address: the first for whom it opens, and the coordinator at all of the network. Also the addresses that open for none of them.</summary>
    private async Task<(IReadOnlyList<(PersonId? Person, string Path)> Visits, IReadOnlyList<string> Closed)> Plan(Home home)
    {
        var (visits, closed) = (new List<(PersonId?, string)>(), Routes().ToList());
        var marieke = home.Network.Marieke;
        foreach (var person in (PersonId?[])[null, home.Network.Annie, marieke, home.Officer, home.Administrator])
        {
            using var visitor = person is { } somebody ? await home.World.SignedIn(somebody) : app.NewBrowser();
            foreach (var route in Routes().Where(r => closed.Contains(r) || (person == marieke && r.StartsWith("/netwerken/{", StringComparison.Ordinal))))
            {
                using var answer = await visitor.Begin(home.Fill(route));
                if (answer.StatusCode != HttpStatusCode.OK && !route.StartsWith("/fout/", StringComparison.Ordinal))
                    continue;
                closed.Remove(route);
                visits.Add((person, home.Fill(route)));
            }
        }

        visits.AddRange([(marieke, home.Conversation + "?antwoord=1#schrijf"), (home.Network.Annie, home.Network.Path("wie-keek?eigen=ja&van=morgen")), (home.Network.Annie, home.Network.Path("wie-keek?eigen=ja"))]);
        return (visits, closed);
    }

    private static async Task<IReadOnlyList<string>> Faults(IPage page, string path)
    {
        var faults = new List<string>();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(360, 740);
        await page.GotoAsync(path);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(folded => folded.open = true)");
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
                // What is scrolled halfway under the composer counts as too small; at the end it covers nothing.
                await page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
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
