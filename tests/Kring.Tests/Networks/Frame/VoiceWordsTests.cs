using AngleSharp.Html.Dom;
using Kring.Access;
using Kring.Delivery;
using Kring.Delivery.Notices;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Platform;
using Kring.Tests.Networks.Admissions;
using Kring.Tests.Support;

namespace Kring.Tests.Networks.Frame;

/// <summary>What a page offers and says follows from what its reader may say.</summary>
public sealed class VoiceWordsTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly Consenting _stage = new(app);

    [Fact]
    public async Task Whoever_decides_for_the_recipient_finds_consent_and_stopping_on_the_first_screen()
    {
        var network = await _stage.Network();
        var (mentor, _) = await _stage.Representative(network.Id, MandateKind.Mentor);
        var joke = await _stage.World.Person("Joke de Vries");
        await _stage.World.Joins(network.Id, joke, "Joke de Vries", Capacity.InformalCarer);
        var money = await _stage.World.Person("Ben Bewind");
        await _stage.World.Joins(network.Id, money, "Ben Bewind", Capacity.Representative, "bewindvoerder");
        await _stage.World.Represents(network.Id, money, MandateKind.Administrator, MandateScope.Money, new DateOnly(2020, 1, 1));

        foreach (var (person, offered) in ((PersonId, bool)[])[(network.Annie, true), (mentor, true), (money, false), (joke, false), (network.Marieke, false)])
        {
            var page = await Page(person, network.Path("berichten"));
            Assert.Equal(offered, page.QuerySelector($".network-head a[href='{network.Path("toestemming")}']") is not null);
            Assert.Equal(offered, page.QuerySelector($".network-head a[href='{network.Path("stoppen")}']") is not null);
        }
    }

    [Fact]
    public async Task A_youth_is_not_offered_to_close_the_network_and_reads_who_can()
    {
        var network = await _stage.Network(Born(13));
        var (parent, _) = await _stage.Representative(network.Id, MandateKind.ParentWithAuthority);

        var more = await Page(network.Annie, network.Path("meer"));
        var stop = await Page(network.Annie, network.Path("stoppen"));

        Assert.Null(more.QuerySelector($"a[href='{network.Path("afsluiten")}']"));
        Assert.Null(more.QuerySelector($"a[href='{network.Path("coordinator")}']"));
        Assert.Null(stop.QuerySelector($"a[href='{network.Path("afsluiten")}']"));
        Assert.Contains("Een ouder of voogd kan het netwerk afsluiten", stop.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Sluit dan het netwerk af", stop.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await Page(parent, network.Path("meer"))).QuerySelector($"a[href='{network.Path("afsluiten")}']"));
        Assert.NotNull((await Page(network.Annie, network.Path("berichten"))).QuerySelector($".network-head a[href='{network.Path("stoppen")}']"));
    }

    [Fact]
    public async Task A_youth_reads_that_a_parent_says_yes_and_that_their_own_no_counts()
    {
        const string Said = "Een ouder of voogd moet ja zeggen. Zegt u nee, dan telt dat.";
        var network = await _stage.Network(Born(13));
        var (parent, _) = await _stage.Representative(network.Id, MandateKind.ParentWithAuthority);

        foreach (var page in (string[])["mensen", "toestemming"])
        {
            Assert.Contains(Said, (await Page(network.Annie, network.Path(page))).Body!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain(Said, (await Page(parent, network.Path(page))).Body!.TextContent, StringComparison.Ordinal);
        }

        using var child = await _stage.World.SignedIn(network.Annie);
        var check = await child.Submit(await child.Get(network.Path("mensen/uitnodigen")), "main form", Stage.Wish("Joke", "joke.kind@kring.example", "controleer", "Zij is lief"));
        Assert.Contains(Said, check.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Wij stellen deze vraag aan een ouder of voogd.", check.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(check.QuerySelectorAll("main button[value=wijzig]:not(.link-button)"));
        Assert.Equal(5, check.QuerySelectorAll("main button.link-button[value=wijzig]").Length);
    }

    [Fact]
    public async Task Who_answers_for_a_child_reads_on_whose_behalf_and_not_that_it_is_their_own()
    {
        var network = await _stage.Network(Born(9));
        var (parent, _) = await _stage.Representative(network.Id, MandateKind.ParentWithAuthority);
        var admission = await _stage.Asks(network.Id, network.Marieke);
        var path = network.Path($"toestemming/{admission.Value}");
        using var browser = await _stage.World.SignedIn(parent);

        var question = await browser.Get(path);
        Assert.Contains("Namens Annie de Vries beslissen", question.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Namens u beslissen", question.Body!.TextContent, StringComparison.Ordinal);
        await browser.Submit(question, "main form", ("antwoord", "ja"));
        var answered = await browser.Get(path);
        Assert.Contains("Wordt de toestemming ingetrokken", answered.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("uw toestemming", answered.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_recipient_reads_that_it_is_theirs()
    {
        var network = await _stage.Network();
        var admission = await _stage.Asks(network.Id, network.Marieke);
        using var browser = await _stage.World.SignedIn(network.Annie);
        var question = await browser.Get(network.Path($"toestemming/{admission.Value}"));

        Assert.Contains("Namens u beslissen", question.Body!.TextContent, StringComparison.Ordinal);
        await browser.Submit(question, "main form", ("antwoord", "ja"));
        Assert.Contains("Trekt u uw toestemming in", (await browser.Get(network.Path($"toestemming/{admission.Value}"))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawal_says_its_day_in_a_sentence()
    {
        var network = await _stage.Network();
        var admission = await _stage.Asks(network.Id, network.Marieke);
        using var browser = await _stage.World.SignedIn(network.Annie);
        await browser.Submit(await browser.Get(network.Path($"toestemming/{admission.Value}")), "main form", ("antwoord", "ja"));
        await browser.Submit(await browser.Get(network.Path($"toestemming/{admission.Value}/intrekken")), "main form");

        Assert.Contains("Vandaag ingetrokken door Annie de Vries", (await browser.Get(network.Path("toestemming"))).Body!.TextContent, StringComparison.Ordinal);
        foreach (var (days, says) in ((int, string)[])[(1, "Gisteren ingetrokken door Annie de Vries"), (1, "Ingetrokken op ")])
        {
            app.Clock.Advance(TimeSpan.FromDays(days));
            Assert.Contains(says, (await Page(network.Annie, network.Path("toestemming"))).Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(30, "Na een ja gaat de uitnodiging uit")]
    [InlineData(1, "Tot dan of tot het slot kan niemand iemand uitnodigen")]
    public async Task Letting_the_only_coordinator_stop_says_what_still_goes_on(int days, string says)
    {
        var stage = await Stage.Set(app, TimeSpan.FromDays(days));
        using var browser = await stage.World.SignedIn(stage.Annie);
        var link = (await browser.Get(stage.Path("stoppen"))).QuerySelector("a[href$='/stoppen'].button")!.GetAttribute("href")!;

        Assert.Contains(says, (await browser.Get(link)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_for_a_mandate_names_an_invitation_that_exists()
    {
        var network = await _stage.Network();
        await _stage.World.Joins(network.Id, await _stage.World.Person("Joke de Vries"), "Joke de Vries", Capacity.InformalCarer);

        var form = await Page(network.Marieke, network.Path("vertegenwoordigers/nieuw"));

        Assert.Contains("Nodig die eerst uit als naaste", form.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_does_not_promise_whoever_gets_it_that_they_decide()
        => Assert.DoesNotContain("beslist", NoticeWords.Of(NoticeKind.AdmissionAsked).Lead, StringComparison.Ordinal);

    private DateOnly Born(int age) => app.Clock.GetUtcNow().DutchDay().AddYears(-age).AddDays(-10);

    private async Task<IHtmlDocument> Page(PersonId person, string path)
    {
        using var browser = await _stage.World.SignedIn(person);
        var page = await browser.Get(path);
        Assert.Equal(System.Net.HttpStatusCode.OK, browser.Last!.StatusCode);
        return page;
    }
}
