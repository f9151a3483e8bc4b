using Kring.Access;
using Kring.Networks;
using Kring.Networks.Enrolment;
using Kring.Networks.Invitations;
using Kring.Networks.Participation;
using Kring.Tests.Networks.Invitations;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Kring.Tests.Networks.Enrolment;

/// <summary>The lock follows the care recipient: starting a network anew does not open the first week again.</summary>
public sealed class RecipientLockTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly World _world = new(app);

    [Theory]
    [InlineData("Annie Bos", " annie  bos ")]
    [InlineData("Betty de Wit-Smit", "B. Smit")]
    [InlineData("Corrie van Dijk", "Van Dyck, Corry")]
    public async Task Another_spelling_starts_locked_and_says_nothing_of_an_earlier_network(string earlier, string now)
    {
        await Earlier(await _world.Person(earlier, account: false), earlier);
        using var browser = await _world.SignedIn(await Coordinator());

        var people = (await Start(browser, now)).Body!.TextContent;

        Assert.Contains("Het staat meteen op slot", people, StringComparison.Ordinal);
        Assert.Contains("Dit netwerk is op slot", people, StringComparison.Ordinal);
        Assert.DoesNotContain("eerder", people, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Eerder geweest", people, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_twin_has_a_first_week_of_their_own()
    {
        await Earlier(await _world.Person("Jan Tweeling", account: false), "Jan Tweeling");
        using var browser = await _world.SignedIn(await Coordinator());

        Assert.Contains("Nog 7 dagen open", (await Start(browser, "Piet Tweeling")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reached_at_the_same_address_under_another_name_the_lock_stays()
    {
        using var first = await _world.SignedIn(await Coordinator());
        await Start(first, "Dora Dik", "dora@kring.example");
        app.Clock.Advance(TimeSpan.FromDays(8));
        using var second = await _world.SignedIn(await Coordinator());

        Assert.Contains("Dit netwerk is op slot", (await Start(second, "Theodora Anders", "Dora@kring.example")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_an_account_at_the_address_becomes_the_client_by_accepting_and_not_before()
    {
        var truus = await _world.Person("Truus", "truus.vast@kring.example");
        await Earlier(truus, "Truus");
        using var browser = await _world.SignedIn(await Coordinator());

        var people = await Start(browser, "Geertruida de Wit", "Truus.vast@kring.example");

        Assert.Contains("Dit netwerk is op slot", people.Body!.TextContent, StringComparison.Ordinal);
        using var recipient = await _world.SignedIn(truus);
        Assert.Single((await recipient.Get("/?alle=1")).QuerySelectorAll(".card"));
        var network = new NetworkId(Guid.Parse(people.QuerySelector("a[href$='/berichten']")!.GetAttribute("href")!.Split('/')[2]));
        await recipient.Submit(await recipient.Get(await app.InvitationFor(network.Compartment, "Truus.vast@kring.example")), "main form");
        Assert.Equal(2, (await recipient.Get("/")).QuerySelectorAll(".card").Length);
    }

    [Fact]
    public async Task Whoever_turns_out_to_have_an_account_brings_their_lock_when_they_accept()
    {
        var gerda = await _world.Person("Gerda Oud", "gerda@kring.example");
        await Earlier(gerda, "Gerda Oud");
        var stage = await Stage.Set(app);
        var enrolled = await _world.Person("Heel Anders", "gerda2@kring.example", account: false);
        stage = stage with { Network = await _world.Network(enrolled, "Heel Anders", stage.Marieke, stage.Linde) };
        Assert.True(await LocksAt(stage.Network) > app.Clock.GetUtcNow());
        var link = await app.Invited(stage, "gerda@kring.example", details: new InvitationDetails("Heel Anders", "zorgontvanger", "gerda@kring.example", Capacity.CareRecipient, null, true, stage.Marieke, Person: enrolled));

        Assert.Equal(AcceptOutcome.Accepted, await app.Accept(Actor.Arriving(gerda), link));

        Assert.True(await LocksAt(stage.Network) < app.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Started_anew_within_the_week_only_the_rest_of_it_is_open()
    {
        await Earlier(await _world.Person("Ina Fout", account: false), "Ina Fout", TimeSpan.FromDays(4));
        using var browser = await _world.SignedIn(await Coordinator());

        Assert.Contains("Nog 3 dagen open", (await Start(browser, "Ina de Fout")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_name_or_address_can_be_read_from_the_marks()
    {
        using var browser = await _world.SignedIn(await Coordinator());
        await Start(browser, "Zwaantje Geheim", "zwaantje@kring.example");

        var marks = await app.InDatabase(db => db.Set<RecipientMark>().Select(m => m.Index).ToListAsync());

        Assert.NotEmpty(marks);
        Assert.All(marks, mark => Assert.Matches("^[A-Za-z0-9+/]{43}=$", mark.Value));
    }

    private async Task Earlier(PersonId recipient, string name, TimeSpan? ago = null)
    {
        var eerder = await _world.Organisation("Eerder geweest");
        var other = await _world.Person("Een Coördinator");
        await _world.Works(other, eerder, Role.Coordinator, "Een Coördinator");
        await _world.Network(recipient, name, other, eerder, new DateOnly(1944, 3, 9), ago ?? TimeSpan.FromDays(30));
    }

    private async Task<PersonId> Coordinator()
    {
        var marieke = await _world.Person("Marieke Visser");
        await _world.Works(marieke, await _world.Organisation(), Role.Coordinator, "Marieke Visser", "wijkverpleegkundige");
        return marieke;
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> Start(HttpBrowser browser, string name, string? mail = null)
    {
        await browser.Submit(await browser.Get("/netwerken/nieuw"), "main form", StartNetworkPageTests.Answers(name, mail, "start"));
        return await browser.Visit(browser.Last!.Headers.Location!.ToString());
    }

    private Task<DateTimeOffset> LocksAt(NetworkId network) => app.InDatabase(db => db.Set<CareNetwork>().Where(n => n.Id == network).Select(n => n.LocksAt).SingleAsync());
}
