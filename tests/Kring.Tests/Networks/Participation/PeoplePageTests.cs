using System.Net;
using Kring.Access;
using Kring.Access.Register;
using Kring.Networks;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Tests.Networks.Admissions;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Kring.Tests.Networks.Participation;

public sealed class PeoplePageTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task Everybody_stands_in_their_group_with_what_they_are_and_since_when()
    {
        var stage = await Stage.Set(app, name: "Hélène van ’t Hoog-IJsselstein");
        var bert = await stage.World.Person("Bert");
        await stage.World.Joins(stage.Network, bert, "Bert IJzerman", Capacity.InformalCarer, "zoon");
        using var browser = await stage.World.SignedIn(bert);

        var page = await browser.Get(stage.Path("mensen"));
        var people = page.QuerySelectorAll(".people__item").Select(i => Tidy(string.Join(' ', i.QuerySelectorAll(".people__name, .people__about, .people__state").Select(part => part.TextContent)))).ToList();

        Assert.Equal(3, people.Count);
        Assert.Equal("Hélène van ’t Hoog-IJsselstein zorgontvanger, sinds vandaag Mag berichten lezen en schrijven, en beslissen wie meedoet.", people[0]);
        Assert.Contains("Bert IJzerman (u) zoon, sinds vandaag Mag berichten lezen en schrijven. Ik wil stoppen", people[1], StringComparison.Ordinal);
        Assert.Contains("Marieke Visser coördinator bij Thuiszorg De Linde, sinds vandaag Mag berichten lezen en schrijven, gesprekken tussen professionals lezen, mensen uitnodigen, en mensen laten stoppen en het netwerk regelen. Coördinator", people[2], StringComparison.Ordinal);
        Assert.DoesNotContain("Laat stoppen", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Document:", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_English_the_recipient_is_called_so_on_every_page()
    {
        var stage = await Stage.Set(app);
        using var annie = await stage.World.SignedIn(stage.Annie);
        await annie.Submit(await annie.Get("/mijn"), "form.shell-footer__language", ("taal", "en"));

        foreach (var path in (string[])["mensen", "wie-keek?eigen=ja", "berichten", "stoppen", "meer"])
            Assert.DoesNotContain("zorgontvanger", (await annie.Get(stage.Path(path))).QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("care recipient, since today", (await annie.Get(stage.Path("mensen"))).QuerySelector(".people__about")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_recipient_comes_first_and_who_represents_them_under_their_own_heading()
    {
        var stage = await Stage.Set(app, TimeSpan.FromDays(30));
        var (mentor, money) = (await stage.World.Person("Ties Bakker"), await stage.World.Person("Bep Geld"));
        await stage.World.Joins(stage.Network, mentor, "Ties Bakker", Capacity.Representative, "mentor");
        await stage.World.Joins(stage.Network, money, "Bep Geld", Capacity.Representative, "bewindvoerder");
        await stage.World.Joins(stage.Network, await stage.World.Person("Oud Mentor"), "Oud Mentor", Capacity.Representative, "mentor");
        await stage.World.Represents(stage.Network, mentor, MandateKind.Mentor, MandateScope.Care, new DateOnly(2020, 1, 1));
        await stage.World.Represents(stage.Network, money, MandateKind.Administrator, MandateScope.Money, new DateOnly(2020, 1, 1));
        using var annie = await stage.World.SignedIn(stage.Annie);

        var page = await annie.Get(stage.Path("mensen"));

        Assert.Equal(["Zorgontvanger", "Vertegenwoordigers"], page.QuerySelectorAll("main h2").Select(h => h.TextContent).Take(2));
        Assert.StartsWith("Annie de Vries", page.QuerySelector(".people__name")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mag berichten lezen en schrijven, vragen of iemand mee mag doen, en beslissen wie meedoet.", May("Annie de Vries"));
        Assert.Equal(May("Annie de Vries"), May("Ties Bakker"));
        Assert.Equal("Alleen over geld en spullen. Mag berichten lezen en schrijven.", May("Bep Geld"));
        Assert.Equal("Kan hier nu niets lezen.", May("Oud Mentor"));
        Assert.Equal("Mag berichten lezen en schrijven, gesprekken tussen professionals lezen, vragen of iemand mee mag doen, en mensen laten stoppen en het netwerk regelen.", May("Marieke Visser"));

        string May(string name) => page.QuerySelectorAll(".people__item").Single(i => i.QuerySelector(".people__name")!.TextContent.StartsWith(name, StringComparison.Ordinal)).QuerySelectorAll(".people__about")[1].TextContent;
    }

    [Fact]
    public async Task What_somebody_may_do_follows_the_matrix_in_force()
    {
        var stage = await Stage.Set(app, TimeSpan.FromDays(30));
        using var annie = await stage.World.SignedIn(stage.Annie);
        await app.InDatabase(async db =>
        {
            db.Set<MatrixRule>().Add(new MatrixRule { Organisation = stage.Linde, Role = Role.Coordinator, Purpose = NetworksPurposes.Arrange.Key, Operations = Operations.None });
            return await db.SaveChangesAsync();
        });

        var page = await annie.Get(stage.Path("mensen"));

        Assert.Contains("Marieke Visser coördinator bij Thuiszorg De Linde", Tidy(page.QuerySelector("main")!.TextContent), StringComparison.Ordinal);
        Assert.DoesNotContain("het netwerk regelen", Tidy(page.QuerySelector("main")!.TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipient_who_never_came_in_is_not_signed_up_yet()
    {
        var stage = await Stage.Set(app);
        using var marieke = await stage.World.SignedIn(stage.Marieke);
        Assert.DoesNotContain("Nog niet aangemeld", Words(await marieke.Get(stage.Path("mensen"))), StringComparison.Ordinal);
        await app.InDatabase(db => db.Set<Kring.People.Account>().Where(a => a.Person == stage.Annie).ExecuteDeleteAsync());
        await marieke.Submit(await marieke.Get(stage.Path("mensen/account")), "main form", ("adres", $"annie.{Guid.CreateVersion7():N}@kring.example"));

        var page = await marieke.Get(stage.Path("mensen"));

        Assert.Contains("Nog niet aangemeld", page.QuerySelector(".people__item")!.TextContent, StringComparison.Ordinal);
    }

    private static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData(ContactPreference.Telephone, "Annie de Vries wordt liever gebeld")]
    [InlineData(ContactPreference.InPerson, "Annie de Vries hoort het liever van u zelf")]
    [InlineData(ContactPreference.Mail, null)]
    [InlineData(ContactPreference.Sms, null)]
    public async Task While_a_question_waits_the_coordinator_reads_how_the_recipient_likes_to_be_told(ContactPreference contact, string? says)
    {
        var consenting = new Consenting(app);
        var network = await consenting.Network();
        await Prefers(network.Id, contact);
        using var marieke = await consenting.World.SignedIn(network.Marieke);
        using var annie = await consenting.World.SignedIn(network.Annie);
        Assert.DoesNotContain("liever", Words(await marieke.Get(network.Path("mensen"))), StringComparison.Ordinal);

        await consenting.Asks(network.Id, network.Marieke);

        var page = Words(await marieke.Get(network.Path("mensen")));
        if (says is null)
            Assert.DoesNotContain("liever", page, StringComparison.Ordinal);
        else
            Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.DoesNotContain("liever", Words(await annie.Get(network.Path("mensen"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipient_without_an_account_gets_no_notice_and_the_coordinator_asks()
    {
        var consenting = new Consenting(app);
        var network = await consenting.Network();
        await Prefers(network.Id, ContactPreference.Mail);
        await app.InDatabase(db => db.Set<Kring.People.Account>().Where(a => a.Person == network.Annie).ExecuteDeleteAsync());
        await consenting.Asks(network.Id, network.Marieke);
        using var marieke = await consenting.World.SignedIn(network.Marieke);

        Assert.Contains("Annie de Vries heeft geen account en krijgt geen bericht. Vraag het zelf.", Words(await marieke.Get(network.Path("mensen"))), StringComparison.Ordinal);
    }

    private Task<int> Prefers(NetworkId network, ContactPreference contact)
        => app.InDatabase(db => db.Set<CareNetwork>().Where(n => n.Id == network).ExecuteUpdateAsync(set => set.SetProperty(n => n.ContactPreference, contact)));

    private static string Words(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector("main")!.TextContent;

    [Fact]
    public async Task The_coordinator_records_on_which_ground_another_organisation_takes_part()
    {
        var stage = await Stage.Set(app);
        var beweeg = await stage.World.Organisation("Fysiotherapie Beweeg");
        var ton = await stage.World.Person("Ton");
        await stage.World.Works(ton, beweeg, Role.Professional, "Ton");
        await stage.World.Joins(stage.Network, ton, "Ton", Capacity.Professional, "fysiotherapeut", beweeg);
        using var outside = await stage.World.SignedIn(ton);
        await outside.Get(stage.Path("mensen"));
        Assert.Equal(HttpStatusCode.NotFound, outside.Last!.StatusCode);
        using var marieke = await stage.World.SignedIn(stage.Marieke);
        var form = await marieke.Get(stage.Path("mensen/grondslag"));

        var empty = await marieke.Submit(form, "main form");
        Assert.Equal(["#organisatie", "#grondslag", "#document", "#documentdatum"], empty.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href")));
        (string, string)[] basis = [("organisatie", beweeg.ToString()), ("grondslag", "WrittenConsent"), ("document", "TB-9"), ("documentdatum.Day", "1"), ("documentdatum.Month", "2"), ("documentdatum.Year", "2026")];
        await marieke.Submit(form, "main form", basis);
        var again = await marieke.Submit(form, "main form", basis);

        Assert.Contains("al een grondslag vastgelegd", again.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        await outside.Get(stage.Path("mensen"));
        Assert.Equal(HttpStatusCode.OK, outside.Last!.StatusCode);
        var people = (await marieke.Get(stage.Path("mensen"))).Body!.TextContent;
        Assert.Contains("Schriftelijke toestemming", people, StringComparison.Ordinal);
        Assert.Contains("Document: TB-9", people, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_the_coordinator_records_a_basis()
    {
        var stage = await Stage.Set(app);
        using var annie = await stage.World.SignedIn(stage.Annie);

        await annie.Get(stage.Path("mensen/grondslag"));

        Assert.Equal(HttpStatusCode.NotFound, annie.Last!.StatusCode);
    }

    [Fact]
    public async Task More_says_which_organisations_answer_for_the_data_and_leads_on_by_role()
    {
        var stage = await Stage.Set(app);
        using var annie = await stage.World.SignedIn(stage.Annie);
        using var marieke = await stage.World.SignedIn(stage.Marieke);

        var hers = await annie.Get(stage.Path("meer"));
        var coordinators = await marieke.Get(stage.Path("meer"));

        Assert.Contains("Behandelovereenkomst, startte dit netwerk", hers.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("fg@delinde.example", hers.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(hers.QuerySelector("a[href='/privacy/zorgontvanger']"));
        Assert.NotNull(hers.QuerySelector($"a[href='{stage.Path("wie-keek")}']"));
        Assert.NotNull(hers.QuerySelector($"a[href='{stage.Path("afsluiten")}']"));
        Assert.NotNull(coordinators.QuerySelector($"a[href='{stage.Path("coordinator")}']"));
        Assert.NotNull(coordinators.QuerySelector("a[href='/privacy/professional']"));
        foreach (var (browser, page) in ((HttpBrowser, AngleSharp.Html.Dom.IHtmlDocument)[])[(annie, hers), (marieke, coordinators)])
        {
            foreach (var link in page.QuerySelectorAll("main .link-list a").Select(a => a.GetAttribute("href")!))
            {
                await browser.Get(link);
                Assert.Equal((link, HttpStatusCode.OK), (link, browser.Last!.StatusCode));
            }
        }
    }

    [Fact]
    public async Task A_networks_own_address_leads_to_its_messages()
    {
        var stage = await Stage.Set(app);
        using var annie = await stage.World.SignedIn(stage.Annie);

        await annie.Get($"/netwerken/{stage.Network}");

        Assert.EndsWith(stage.Path("berichten"), annie.Last!.Headers.Location!.ToString(), StringComparison.Ordinal);
    }
}
