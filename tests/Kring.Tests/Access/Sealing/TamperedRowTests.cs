using System.Net;
using Kring.Access;
using Kring.Access.Sealing;
using Kring.Networks;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kring.Tests.Access.Sealing;

/// <summary>C2, from outside: somebody with the database in their hands cannot put one network's words in another.</summary>
public sealed class TamperedRowTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly World _world = new(app);

    [Fact]
    public async Task A_name_moved_from_another_network_is_never_shown()
    {
        var (browser, mine, other) = await Stage();
        await Replace(mine, await NameOf(other));
        await Broken(browser, "Bep Geheim");
    }

    [Fact]
    public async Task A_name_with_one_bit_altered_is_never_shown()
    {
        var (browser, mine, _) = await Stage();
        var altered = (await NameOf(mine)).Bytes.ToArray();
        altered[^1] ^= 1;
        await Replace(mine, new Sealed<string>(altered));
        await Broken(browser, "Annie Geheim");
    }

    private async Task Broken(HttpBrowser browser, string secret)
    {
        var page = await browser.Get("/");
        Assert.Equal(HttpStatusCode.InternalServerError, browser.Last!.StatusCode);
        Assert.NotNull(page.QuerySelector(".reference"));
        Assert.DoesNotContain(secret, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(app.Log.All, l => l.Level == LogLevel.Critical && l.Line.Contains(page.QuerySelector(".reference strong")!.TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain(app.Log.All, l => l.Line.Contains(secret, StringComparison.Ordinal));
        Assert.DoesNotContain(nameof(SealBrokenException), page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    private async Task<(HttpBrowser Browser, NetworkId Mine, NetworkId Other)> Stage()
    {
        var linde = await _world.Organisation();
        var marieke = await _world.Person("Marieke Visser");
        await _world.Works(marieke, linde, Role.Coordinator, "Marieke Visser");
        var annie = await _world.Person("Annie Geheim");
        var mine = await _world.Network(annie, "Annie Geheim", marieke, linde);
        await _world.Network(annie, "Annie Geheim", marieke, linde);
        var other = await _world.Network(await _world.Person("Bep Geheim"), "Bep Geheim", marieke, linde);
        return (await _world.SignedIn(annie), mine, other);
    }

    private Task<Sealed<string>> NameOf(NetworkId network) => app.InDatabase(db => db.Set<CareNetwork>().Where(n => n.Id == network).Select(n => n.Name).SingleAsync());

    private Task<int> Replace(NetworkId network, Sealed<string> name) => app.InDatabase(db => db.Set<CareNetwork>().Where(n => n.Id == network).ExecuteUpdateAsync(n => n.SetProperty(x => x.Name, name)));
}
