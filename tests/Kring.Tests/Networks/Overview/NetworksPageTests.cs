using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kring.Access;
using Kring.Networks;
using Kring.Networks.Participation;
using Kring.Tests.Support;

namespace Kring.Tests.Networks.Overview;

public sealed class NetworksPageTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly World _world = new(app);

    [Fact]
    public async Task A_visitor_signs_in_first()
    {
        using var browser = app.NewBrowser();

        await browser.Get("/");

        Assert.Equal("/inloggen?terug=%2F", browser.Last!.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Whoever_is_in_no_network_reads_how_to_be_invited()
    {
        using var browser = await _world.SignedIn(await _world.Person("Eén Alleen"));

        var page = await browser.Get("/");

        Assert.Contains("U zit nog in geen netwerk", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[href='/netwerken/nieuw']"));
    }

    [Theory]
    [InlineData(Role.DataProtectionOfficer, "/privacybalie")]
    [InlineData(Role.QualityNurse, "/noodtoegang")]
    [InlineData(Role.FunctionalAdministrator, "/mijn")]
    [InlineData(Role.Director, "/mijn")]
    public async Task Whoever_works_outside_the_networks_reads_why_there_are_none_and_what_to_do_here(Role role, string leads)
    {
        var person = await _world.Person("Noor van Dijk");
        await _world.Works(person, await _world.Organisation(), role, "Noor van Dijk");
        using var browser = await _world.SignedIn(person);

        var page = await browser.Get("/");

        Assert.NotNull(page.QuerySelector($"main a[href='{leads}']"));
        Assert.Contains("U doet in geen netwerk mee", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Iemand nodigt u uit", page.Body!.TextContent, StringComparison.Ordinal);
        foreach (var link in page.QuerySelectorAll("main .link-list a"))
        {
            await browser.Visit(link.GetAttribute("href")!);
            Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
        }
    }

    [Fact]
    public async Task Whoever_is_in_one_network_goes_straight_in()
    {
        var (network, annie, _) = await Network("Annie de Vries");
        using var browser = await _world.SignedIn(annie);

        await browser.Get("/");

        Assert.EndsWith($"/netwerken/{network}/berichten", browser.Last!.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_says_whose_network_it_is_what_you_are_there_and_how_long_it_is_open()
    {
        var (first, _, marieke) = await Network("Annie van den IJssel");
        using var browser = await _world.SignedIn(marieke);

        var page = await browser.Get("/");
        var card = page.QuerySelector($"a[href='/netwerken/{first}/berichten']")!.Closest(".card")!.TextContent;

        Assert.Contains("Annie van den IJssel", card, StringComparison.Ordinal);
        Assert.Contains("U bent coördinator", card, StringComparison.Ordinal);
        Assert.Contains("Open tot", card, StringComparison.Ordinal);
        Assert.Contains("Geen nieuwe berichten", card, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='/netwerken/nieuw']"));
    }

    [Fact]
    public async Task A_network_past_its_first_week_is_locked()
    {
        var linde = await _world.Organisation();
        var marieke = await Coordinator(linde);
        await _world.Network(await _world.Person("Bep"), "Bep", marieke, linde, ago: TimeSpan.FromDays(7));
        using var browser = await _world.SignedIn(marieke);

        Assert.Contains("Op slot", (await browser.Get("/")).QuerySelector(".card")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Above_eight_networks_a_name_can_be_sought_without_minding_accents()
    {
        var linde = await _world.Organisation();
        var marieke = await Coordinator(linde);
        foreach (var name in Enumerable.Range(1, 8).Select(n => $"Cliënt {n}").Append("José Brouwer"))
            await _world.Network(await _world.Person(name, account: false), name, marieke, linde);
        using var browser = await _world.SignedIn(marieke);

        var (all, address) = (await browser.Get("/"), "");
        var found = await Sought("jose");
        var none = await Sought("<b>");
        var again = await browser.Get("/?vraag=onzin");

        Assert.Equal(9, all.QuerySelectorAll(".card").Length);
        Assert.Equal("José Brouwer", found.QuerySelectorAll(".card").Single().QuerySelector(".card__title")!.TextContent.Trim());
        Assert.Contains("Geen netwerk gevonden met \"<b>\"", none.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(9, again.QuerySelectorAll(".card").Length);
        using var other = await _world.SignedIn(marieke);
        Assert.Equal(9, (await other.Get(address)).QuerySelectorAll(".card").Length);

        async Task<IHtmlDocument> Sought(string typed)
        {
            await browser.Submit(all, "[role=search] form", ("zoek", typed));
            address = browser.Last!.Headers.Location!.OriginalString;
            Assert.DoesNotContain(Uri.EscapeDataString(typed), address, StringComparison.OrdinalIgnoreCase);
            return await browser.Get(address);
        }
    }

    [Fact]
    public async Task A_professional_whose_work_ended_sees_no_network_of_that_work()
    {
        var (network, _, marieke) = await Network("Cor");
        var linde = await _world.Organisation("Andere");
        var els = await _world.Person("Els");
        await _world.Joins(network, els, "Els", Capacity.Professional, "arts", linde);
        using var browser = await _world.SignedIn(els);

        Assert.Empty((await browser.Get("/")).QuerySelectorAll(".card"));
        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
    }

    private async Task<(NetworkId Network, PersonId Recipient, PersonId Coordinator)> Network(string name)
    {
        var linde = await _world.Organisation();
        var marieke = await Coordinator(linde);
        var recipient = await _world.Person(name);
        return (await _world.Network(recipient, name, marieke, linde), recipient, marieke);
    }

    private async Task<PersonId> Coordinator(OrganisationId organisation)
    {
        var marieke = await _world.Person("Marieke Visser");
        await _world.Works(marieke, organisation, Role.Coordinator, "Marieke Visser");
        return marieke;
    }
}
