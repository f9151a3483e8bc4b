using System.Net;
using Kring.Access;
using Kring.Delivery;
using Kring.Networks;
using Kring.Networks.Admissions;
using Kring.Networks.Bases;
using Kring.Networks.BreakGlass;
using Kring.Networks.Invitations;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.People;
using Kring.Tests.Networks.Admissions;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Networks.Bases;

public sealed class EndBasisTests(KringApp app) : IClassFixture<KringApp>
{
    private const string Form = "main form";
    private readonly BasisStage _stage = new(app);

    [Fact]
    public async Task The_people_of_the_organisation_are_named_and_out_from_the_next_request_on()
    {
        var based = await _stage.Set();
        using var ton = await _stage.World.SignedIn(based.Ton);
        using var marieke = await _stage.World.SignedIn(based.Network.Marieke);
        using var watch = app.Services.GetRequiredService<MembershipChanges>().Watch(based.Network.Id, based.Ton);
        await ton.Get(based.Network.Path("berichten"));
        Assert.Equal(HttpStatusCode.OK, ton.Last!.StatusCode);

        var people = await marieke.Get(based.Network.Path("mensen"));
        var page = await marieke.Get(people.QuerySelector($"a[href='{based.Path("beeindigen")}']")!.GetAttribute("href")!);
        Assert.Contains("Ton Smit", page.QuerySelector(".govuk-list--bullet")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Marieke", page.QuerySelector(".govuk-list--bullet")!.TextContent, StringComparison.Ordinal);
        await marieke.Submit(page, Form, ("reden", "De behandeling is klaar."));

        Assert.EndsWith("gedaan=grondslag-beeindigd", marieke.Last!.Headers.Location!.ToString(), StringComparison.Ordinal);
        foreach (var path in (string[])["berichten", "berichten/nieuw", "mensen", "meer", "stoppen"])
        {
            await ton.Get(based.Network.Path(path));
            Assert.Equal((path, HttpStatusCode.NotFound), (path, ton.Last!.StatusCode));
        }

        Assert.True(watch.Ended.IsCancellationRequested);
        Assert.Equal((MembershipEnd.BasisEnded, based.Network.Marieke), await _stage.Latest(based.Network, based.Ton) is { } m ? (m.End!.Value, m.EndedBy!.Value) : default);
        Assert.Equal(GateRefusal.None, await _stage.Stage.Enter(based.Network.Marieke, based.Network.Id));
    }

    [Fact]
    public async Task It_stays_visible_until_when_it_held_and_why_it_ended_is_for_those_who_arrange()
    {
        var based = await _stage.Set();
        var joke = await _stage.World.Person("Joke de Vries");
        await _stage.World.Joins(based.Network.Id, joke, "Joke de Vries", Capacity.InformalCarer);

        await Ends(based, "De behandeling is klaar.");

        foreach (var reader in (PersonId[])[based.Network.Marieke, based.Network.Annie])
        {
            var people = await _stage.People(reader, based.Network);
            Assert.All((string[])["Eerdere grondslagen (1)", "Document: TB-9", "Geldig tot vandaag", "Reden: De behandeling is klaar."], words => Assert.Contains(words, people, StringComparison.Ordinal));
        }

        var hers = await _stage.People(joke, based.Network);
        Assert.Contains("Geldig tot vandaag", hers, StringComparison.Ordinal);
        Assert.DoesNotContain("De behandeling is klaar", hers, StringComparison.Ordinal);
        using var annie = await _stage.World.SignedIn(based.Network.Annie);
        Assert.Contains("deed mee tot vandaag", (await annie.Get(based.Network.Path("meer"))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_recipient_and_who_decides_are_told_without_content_and_nobody_else()
    {
        var based = await _stage.Set();
        var (mentor, _) = await _stage.Stage.Representative(based.Network.Id, MandateKind.Mentor);
        var (money, _) = await _stage.Stage.Representative(based.Network.Id, MandateKind.Administrator);

        await Ends(based);

        foreach (var told in (PersonId[])[based.Network.Annie, mentor])
            Assert.Equal((NoticeKind.NetworkChanged, based.Network.Path("mensen#grondslagen")), await app.LastNotice(told) is { } n ? (n.Kind, n.Variables["path"]) : default);
        foreach (var not in (PersonId[])[money, based.Ton])
            Assert.DoesNotContain(await app.Notices(not), n => n.Kind == NoticeKind.NetworkChanged);
    }

    [Fact]
    public async Task Without_a_reason_nothing_ends_and_what_was_typed_is_kept()
    {
        var based = await _stage.Set();
        using var marieke = await _stage.World.SignedIn(based.Network.Marieke);
        var page = await marieke.Get(based.Path("beeindigen"));

        await marieke.Submit(page, Form, ("reden", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, marieke.Last!.StatusCode);
        var again = await marieke.Submit(page, Form, ("reden", new string('é', 1001)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, marieke.Last!.StatusCode);
        Assert.StartsWith("éé", again.QuerySelector("#reden")!.TextContent, StringComparison.Ordinal);
        Assert.All(await _stage.Bases(based.Network), b => Assert.Null(b.EndedAt));
        Assert.Equal(GateRefusal.None, await _stage.Stage.Enter(based.Ton, based.Network.Id));
    }

    [Fact]
    public async Task Nobody_but_the_coordinator_ends_it_and_a_basis_of_elsewhere_is_not_there()
    {
        var (based, other) = (await _stage.Set(), await _stage.Set());
        foreach (var person in (PersonId[])[based.Network.Annie, based.Ton, other.Network.Marieke, await _stage.World.Person("Een Vreemde")])
        {
            using var browser = await _stage.World.SignedIn(person);
            foreach (var deed in (string[])["beeindigen", "wijzigen"])
            {
                await browser.Get(based.Path(deed));
                Assert.Equal(HttpStatusCode.NotFound, browser.Last!.StatusCode);
                Assert.Equal(HttpStatusCode.NotFound, await Forging.Post(browser, based.Path(deed), deed, ("reden", "Zomaar"), ("grondslag", "StatutoryTask"), ("document", "X"), ("documentdatum.Day", "1"), ("documentdatum.Month", "2"), ("documentdatum.Year", "2025")));
            }
        }

        using var marieke = await _stage.World.SignedIn(based.Network.Marieke);
        Assert.Equal(HttpStatusCode.NotFound, await Forging.Post(marieke, based.Network.Path($"mensen/grondslag/{other.Basis.Value}/beeindigen"), "beeindigen", ("reden", "Zomaar")));
        Assert.All(await _stage.Bases(based.Network), b => Assert.Null(b.EndedAt));
        Assert.All(await _stage.Bases(other.Network), b => Assert.Null(b.EndedAt));
    }

    [Fact]
    public async Task The_coordinators_own_organisation_stays_while_nobody_else_can_act_and_the_page_shows_the_way_out()
    {
        var based = await _stage.Set();
        await app.InDatabase(db => db.Set<Account>().Where(a => a.Person == based.Network.Annie).ExecuteDeleteAsync());
        var path = based.Network.Path($"mensen/grondslag/{(await _stage.Lead(based.Network)).Id.Value}");
        using var marieke = await _stage.World.SignedIn(based.Network.Marieke);

        var page = (await marieke.Get($"{path}/beeindigen")).QuerySelector("main")!;
        Assert.Contains("Na u kan niemand hier nog beslissen", page.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#beeindigen"));
        foreach (var way in page.QuerySelectorAll(".link-list a").Select(a => a.GetAttribute("href")!).ToList())
        {
            await marieke.Get(way);
            Assert.Equal((way, HttpStatusCode.OK), (way, marieke.Last!.StatusCode));
        }

        Assert.Equal(HttpStatusCode.Forbidden, await Forging.Post(marieke, $"{path}/beeindigen", "beeindigen", ("reden", "Zomaar")));
        Assert.Equal(GateRefusal.None, await _stage.Stage.Enter(based.Network.Marieke, based.Network.Id));
        Assert.NotNull((await marieke.Get($"{path}/wijzigen")).QuerySelector("#wijzigen"));
    }

    [Fact]
    public async Task A_coordinator_takes_their_own_organisation_out_while_the_recipient_can_go_on()
    {
        var based = await _stage.Set();
        using var marieke = await _stage.World.SignedIn(based.Network.Marieke);
        var page = await marieke.Get(based.Network.Path($"mensen/grondslag/{(await _stage.Lead(based.Network)).Id.Value}/beeindigen"));
        Assert.Contains("Er is dan geen coördinator meer", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("(u)", page.QuerySelector(".govuk-list--bullet")!.TextContent, StringComparison.Ordinal);

        await marieke.Submit(page, Form, ("reden", "Onze zorg stopt."));

        Assert.Equal(app.Address, marieke.Last!.Headers.Location);
        Assert.NotEqual(GateRefusal.None, await _stage.Stage.Enter(based.Network.Marieke, based.Network.Id));
        Assert.Equal(GateRefusal.None, await _stage.Stage.Enter(based.Ton, based.Network.Id));
        Assert.Equal(GateRefusal.None, await _stage.Stage.Enter(based.Network.Annie, based.Network.Id));
    }

    [Fact]
    public async Task In_a_closed_network_it_still_ends_and_is_not_corrected()
    {
        var based = await _stage.Set();
        await _stage.Stage.Close(based.Network.Id);
        using var marieke = await _stage.World.SignedIn(based.Network.Marieke);
        var people = await marieke.Get(based.Network.Path("mensen"));
        Assert.Null(people.QuerySelector("a[href$='/wijzigen']"));
        Assert.Equal(HttpStatusCode.NotFound, await Forging.Post(marieke, based.Path("wijzigen"), "wijzigen", ("grondslag", "StatutoryTask"), ("document", "X"), ("documentdatum.Day", "1"), ("documentdatum.Month", "2"), ("documentdatum.Year", "2025")));
        Assert.Contains("niets meer lezen in dit netwerk", (await marieke.Get(based.Path("beeindigen"))).Body!.TextContent, StringComparison.Ordinal);

        await Ends(based);

        Assert.NotEqual(GateRefusal.None, await _stage.Stage.Enter(based.Ton, based.Network.Id));
    }

    [Fact]
    public async Task What_ended_does_not_end_again()
    {
        var based = await _stage.Set();
        await Ends(based);
        using var marieke = await _stage.World.SignedIn(based.Network.Marieke);

        Assert.Contains("geldt al niet meer", (await marieke.Get(based.Path("beeindigen"))).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await Forging.Post(marieke, based.Path("beeindigen"), "beeindigen", ("reden", "Nog eens")));
        Assert.Equal(2, (await app.Notices(based.Network.Annie)).Count(n => n.Kind == NoticeKind.NetworkChanged)); // the first says that it was recorded
    }

    [Fact]
    public async Task Two_who_end_it_at_once_end_it_once()
    {
        var based = await _stage.Set();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => app.Acts(async services =>
            (await services.GetRequiredService<EndBasis>().Run(Actor.Arriving(based.Network.Marieke), based.Network.Id, based.Basis, "Klaar", default)).Outcome))));

        Assert.Single(outcomes, EndBasisOutcome.Ended);
        Assert.Equal(2, (await app.Notices(based.Network.Annie)).Count(n => n.Kind == NoticeKind.NetworkChanged)); // the first says that it was recorded
    }

    [Fact]
    public async Task Who_looked_says_what_was_done()
    {
        var based = await _stage.Set();
        await Ends(based);
        using var annie = await _stage.World.SignedIn(based.Network.Annie);

        Assert.Contains("beëindigde de grondslag waarop een organisatie meedoet", (await annie.Get(based.Network.Path("wie-keek"))).Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task Ends(Based based, string reason = "Klaar")
    {
        using var marieke = await _stage.World.SignedIn(based.Network.Marieke);
        await marieke.Submit(await marieke.Get(based.Path("beeindigen")), Form, ("reden", reason));
        Assert.Equal(HttpStatusCode.Redirect, marieke.Last!.StatusCode);
    }
}
