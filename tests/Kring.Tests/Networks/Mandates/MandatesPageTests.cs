using System.Net;
using Kring.Access;
using Kring.Networks.Admissions;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Platform;
using Kring.Tests.Networks.Admissions;
using Kring.Tests.Support;

namespace Kring.Tests.Networks.Mandates;

public sealed class MandatesPageTests(KringApp app) : IClassFixture<KringApp>
{
    private const string Form = "main form";
    private readonly Consenting _stage = new(app);

    private DateOnly Today => app.Clock.GetUtcNow().DutchDay();

    [Fact]
    public async Task A_relative_who_is_recorded_goes_on_as_representative_and_decides()
    {
        var network = await _stage.Network();
        var (joke, membership) = await Relative(network);
        var marieke = await _stage.World.SignedIn(network.Marieke);

        var page = await marieke.Get(network.Path("vertegenwoordigers"));
        Assert.Contains("Er is geen vertegenwoordiger", page.Body!.TextContent, StringComparison.Ordinal);
        await marieke.Submit(await marieke.Get(network.Path("vertegenwoordigers/nieuw")), Form, Typed(membership, "Mentor", "Care", Today));

        Assert.Equal(HttpStatusCode.Redirect, marieke.Last!.StatusCode);
        var list = (await marieke.Get(network.Path("vertegenwoordigers"))).Body!.TextContent;
        Assert.Contains("Joke de Vries", list, StringComparison.Ordinal);
        Assert.Contains("Soort: mentor. Gaat over: zorg.", list, StringComparison.Ordinal);
        Assert.Contains("beschikking 2026/7", list, StringComparison.Ordinal);
        Assert.Contains("Vastgelegd door Marieke Visser", list, StringComparison.Ordinal);
        Assert.Equal([MembershipEnd.ChangedCapacity, null], (await Memberships(network, joke)).Select(m => m.End));
        var question = await _stage.Asks(network.Id, network.Marieke);
        Assert.Equal(HttpStatusCode.Redirect, await Says(joke, network, question, "ja"));
        Assert.NotEmpty(await app.Notices(network.Annie));
    }

    [Fact]
    public async Task The_list_says_how_each_power_stands()
    {
        var network = await _stage.Network();
        await _stage.Representative(network.Id, MandateKind.Mentor, until: Today.AddDays(-1));
        await _stage.Representative(network.Id, MandateKind.Mentor, until: Today);
        await _stage.Representative(network.Id, MandateKind.Mentor, until: Today.AddDays(1));
        await _stage.Representative(network.Id, MandateKind.Mentor, from: Today.AddDays(1));
        await _stage.Representative(network.Id, MandateKind.Administrator, MandateScope.Money);
        var marieke = await _stage.World.SignedIn(network.Marieke);

        var list = (await marieke.Get(network.Path("vertegenwoordigers"))).Body!.TextContent;

        foreach (var state in (string[])["Verlopen", "Vervalt vannacht om 24.00 uur", "Vervalt morgen", "Begint later", "Geldt", "geld en spullen"])
            Assert.Contains(state, list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ending_it_ends_the_part_in_the_network_at_once()
    {
        var network = await _stage.Network();
        var (mentor, _) = await _stage.Representative(network.Id, MandateKind.Mentor);
        var (marieke, browser) = (await _stage.World.SignedIn(network.Marieke), await _stage.World.SignedIn(mentor));
        await browser.Get(network.Path("mensen"));
        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);

        var link = (await marieke.Get(network.Path("vertegenwoordigers"))).QuerySelector("main a[href$='/stoppen']")!.GetAttribute("href")!;
        await marieke.Submit(await marieke.Get(link), Form);

        Assert.Equal(HttpStatusCode.Redirect, marieke.Last!.StatusCode);
        await browser.Get(network.Path("mensen"));
        Assert.Equal(HttpStatusCode.NotFound, browser.Last!.StatusCode);
        Assert.Equal(MembershipEnd.MandateEnded, Assert.Single(await Memberships(network, mentor)).End);
        Assert.Contains("Beëindigd", (await marieke.Get(network.Path("vertegenwoordigers"))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_a_second_power_keeps_their_part()
    {
        var network = await _stage.Network();
        var (person, _) = await _stage.Representative(network.Id, MandateKind.Mentor);
        await _stage.World.Represents(network.Id, person, MandateKind.Administrator, MandateScope.Money, new DateOnly(2020, 1, 1));
        var mentor = (await _stage.Rows<Mandate>(network.Id)).Single(m => m.Kind == MandateKind.Mentor);

        Assert.Equal(HttpStatusCode.Redirect, await Ends(network.Marieke, network, mentor));

        Assert.Equal(GateRefusal.None, await _stage.Enter(person, network.Id));
    }

    [Fact]
    public async Task An_expired_power_consents_to_nothing()
    {
        var network = await _stage.Network();
        var (mentor, _) = await _stage.Representative(network.Id, MandateKind.Mentor, until: Today.AddDays(-1));
        var question = await _stage.Asks(network.Id, network.Marieke);

        var browser = await _stage.World.SignedIn(mentor);
        Assert.Equal(HttpStatusCode.NotFound, await Forging.Post(browser, network.Path($"toestemming/{question.Value}"), "antwoord", ("antwoord", "ja")));

        Assert.Empty(await _stage.Rows<Consent>(network.Id));
    }

    [Fact]
    public async Task Only_the_coordinator_records_and_ends()
    {
        var network = await _stage.Network();
        var (mentor, own) = await _stage.Representative(network.Id, MandateKind.Mentor);
        var (joke, relative) = await Relative(network);
        var mandate = Assert.Single(await _stage.Rows<Mandate>(network.Id));

        foreach (var (person, status) in ((PersonId, HttpStatusCode)[])[(mentor, HttpStatusCode.OK), (network.Annie, HttpStatusCode.OK), (joke, HttpStatusCode.NotFound)])
        {
            var browser = await _stage.World.SignedIn(person);
            await browser.Get(network.Path("vertegenwoordigers"));
            Assert.Equal(status, browser.Last!.StatusCode);
            await browser.Get(network.Path("vertegenwoordigers/nieuw"));
            Assert.Equal(HttpStatusCode.NotFound, browser.Last!.StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, await Forging.Post(browser, network.Path("vertegenwoordigers/nieuw"), "bevoegdheid", Typed(person == mentor ? own : relative, "Mentor", "Care", Today)));
            Assert.Equal(HttpStatusCode.NotFound, await Ends(person, network, mandate));
        }

        Assert.Null(Assert.Single(await _stage.Rows<Mandate>(network.Id)).EndedAt);
    }

    [Fact]
    public async Task A_professional_gets_no_power_and_what_is_missing_or_cannot_be_is_said()
    {
        var network = await _stage.Network();
        var (_, relative) = await Relative(network);
        var professional = (await Memberships(network, network.Marieke))[0].Id;
        var marieke = await _stage.World.SignedIn(network.Marieke);
        var form = await marieke.Get(network.Path("vertegenwoordigers/nieuw"));

        await Refused([], "Kies wie vertegenwoordigt", "Kies wat deze persoon is", "Vul een bestaande eerste dag in");
        await Refused(Typed(professional, "Mentor", "Care", Today), "Kies iemand die nu meedoet als naaste of vertegenwoordiger");
        await Refused(Typed(relative, "Administrator", "Both", Today), "Een bewindvoerder beslist alleen over geld en spullen");
        await Refused(Typed(relative, "Guardian", "Care", Today), "Dit kan alleen voor iemand onder de 18");
        await Refused([.. Typed(relative, "Mentor", "Care", Today), ("tot.Day", "1"), ("tot.Month", "2"), ("tot.Year", "2020")], "De laatste dag ligt voor de eerste dag");
        Assert.Empty(await _stage.Rows<Mandate>(network.Id));

        async Task Refused((string, string)[] fields, params string[] sentences)
        {
            var page = await marieke.Submit(form, Form, fields);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, marieke.Last!.StatusCode);
            foreach (var sentence in sentences)
                Assert.Contains(sentence, page.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    private static (string, string)[] Typed(MembershipId who, string kind, string scope, DateOnly from) =>
        [("wie", who.Value.ToString()), ("soort", kind), ("waarover", scope), ("van.Day", $"{from.Day}"), ("van.Month", $"{from.Month}"), ("van.Year", $"{from.Year}"), ("bewijs", "beschikking 2026/7")];

    private async Task<(PersonId Person, MembershipId Membership)> Relative(LockedNetwork network)
    {
        var joke = await _stage.World.Person("Joke de Vries");
        return (joke, await _stage.World.Joins(network.Id, joke, "Joke de Vries", Capacity.InformalCarer));
    }

    private async Task<List<NetworkMembership>> Memberships(LockedNetwork network, PersonId person)
        => [.. (await _stage.Rows<NetworkMembership>(network.Id)).Where(m => m.Person == person).OrderBy(m => m.End is null)];

    private async Task<HttpStatusCode> Ends(PersonId person, LockedNetwork network, Mandate mandate)
        => await Forging.Post(await _stage.World.SignedIn(person), network.Path($"vertegenwoordigers/{mandate.Id.Value}/stoppen"), "beeindig");

    private async Task<HttpStatusCode> Says(PersonId person, LockedNetwork network, AdmissionId question, string answer)
    {
        var browser = await _stage.World.SignedIn(person);
        await browser.Submit(await browser.Get(network.Path($"toestemming/{question.Value}")), Form, ("antwoord", answer));
        return browser.Last!.StatusCode;
    }
}
