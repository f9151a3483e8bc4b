using System.Net;
using Kring.Access;
using Kring.Networks;
using Kring.Networks.Admissions;
using Kring.Networks.Invitations;
using Kring.Networks.Participation;
using Kring.Tests.Networks.Admissions;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Kring.Tests.Networks.Invitations;

public sealed class RemindInvitationTests(KringApp app) : IClassFixture<KringApp>
{
    private const string Form = "main form";

    [Fact]
    public async Task An_invitation_that_expired_and_the_lock_since_are_explained_and_asked_anew()
    {
        var (stage, mail) = await Invited();
        app.Clock.Advance(TimeSpan.FromDays(8));
        using var marieke = await stage.World.SignedIn(stage.Marieke);

        var people = await marieke.Get(stage.Path("mensen"));
        Assert.Contains("Het netwerk is nu op slot. Nodig opnieuw uit: dan vragen wij eerst om toestemming.", people.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(people.QuerySelector("button[name=herinner]"));
        var form = await marieke.Get(people.QuerySelector("a[href*='opnieuw=']")!.GetAttribute("href")!);
        Assert.Equal(("Joke", mail, "dochter"), (Value("#naam"), Value("#adres"), Value("#relatie")));
        await marieke.Submit(form, Form, ("oud", "nee"), ("waarom", "Zij komt elke dag."), ("stap", "verstuur"));

        Assert.EndsWith("gedaan=gevraagd", marieke.Last!.Headers.Location!.ToString(), StringComparison.Ordinal);
        var after = await marieke.Get(stage.Path("mensen"));
        Assert.Null(after.QuerySelector("#uitgenodigd"));
        Assert.Contains("Joke", after.QuerySelector("#gevraagd")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("niet meer nodig", await Remind(marieke, after, await Only(stage)), StringComparison.Ordinal);

        string? Value(string field) => form.QuerySelector(field)!.GetAttribute("value");
    }

    [Fact]
    public async Task Whoever_does_not_arrange_gets_no_address_by_the_way_of_inviting_anew()
    {
        var (stage, mail) = await Invited();
        app.Clock.Advance(TimeSpan.FromDays(8));
        var bert = await stage.World.Person("Bert");
        await stage.World.Joins(stage.Network, bert, "Bert", Capacity.InformalCarer, "zoon");
        using var browser = await stage.World.SignedIn(bert);

        var form = await browser.Get(stage.Path($"mensen/uitnodigen?opnieuw={(await Only(stage)).Value}"));

        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
        Assert.DoesNotContain(mail, form.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Null((await browser.Get(stage.Path("mensen"))).QuerySelector("a[href*='opnieuw=']"));
    }

    [Fact]
    public async Task Somebody_who_came_in_by_a_later_invitation_is_not_shown_as_expired_nor_reminded()
    {
        var (stage, mail) = await Invited();
        var first = await Only(stage);
        var compartment = stage.Network.Compartment.Id;
        var over = app.Clock.GetUtcNow().AddMinutes(-1);
        await app.InDatabase(db => db.Set<Invitation>().Where(i => i.Id == first).ExecuteUpdateAsync(set => set.SetProperty(i => i.ValidUntil, over)));
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        using var marieke = await stage.World.SignedIn(stage.Marieke);
        await marieke.Submit(await marieke.Get(stage.Path("mensen/uitnodigen")), Form, Stage.Wish("Joke", mail));
        var before = await Secret(first);
        app.Clock.Advance(TimeSpan.FromMinutes(56));
        var people = await marieke.Get(stage.Path("mensen"));
        Assert.Contains("niet meer nodig", await Remind(marieke, people, first), StringComparison.Ordinal);

        var now = app.Clock.GetUtcNow();
        await app.InDatabase(db => db.Set<Invitation>().Where(i => i.Compartment == compartment && i.Id != first).ExecuteUpdateAsync(set => set.SetProperty(i => i.AcceptedAt, now)));
        var joined = await marieke.Get(stage.Path("mensen"));

        Assert.Null(joined.QuerySelector("#uitgenodigd"));
        Assert.Equal(before, await Secret(first));

        Task<string> Secret(InvitationId id) => app.InDatabase(async db => (await db.Set<Invitation>().AsNoTracking().SingleAsync(i => i.Id == id)).Secret.Value);
    }

    [Fact]
    public async Task No_link_is_sent_that_opens_nothing_because_whoever_invited_is_gone()
    {
        var (stage, _) = await Invited();
        var ahmed = await stage.World.Person("Ahmed Yılmaz");
        await stage.World.Works(ahmed, stage.Linde, Role.Coordinator, "Ahmed Yılmaz");
        var membership = await stage.World.Joins(stage.Network, ahmed, "Ahmed Yılmaz", Capacity.Professional, "verpleegkundige", stage.Linde);
        var now = app.Clock.GetUtcNow();
        await app.InDatabase(async db => await db.Set<NetworkMembership>().Where(m => m.Id == membership).ExecuteUpdateAsync(set => set.SetProperty(m => m.IsCoordinator, true))
            + await db.Set<NetworkMembership>().Where(m => m.Compartment == stage.Network.Compartment.Id && m.Person == stage.Marieke).ExecuteUpdateAsync(set => set.SetProperty(m => m.Until, now)));
        app.Clock.Advance(TimeSpan.FromHours(2));
        using var browser = await stage.World.SignedIn(ahmed);

        var people = await browser.Get(stage.Path("mensen"));
        Assert.Contains("De link werkt niet meer", people.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(people.QuerySelector("a[href*='opnieuw=']"));
        Assert.Contains("Wie Joke uitnodigde, doet niet meer mee", await Remind(browser, people, await Only(stage)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_link_is_sent_that_opens_nothing_because_the_organisation_is_out()
    {
        var stage = await Stage.Set(app);
        var beweeg = await stage.World.Organisation("Fysiotherapie Beweeg");
        using var first = await stage.World.SignedIn(stage.Marieke);
        await new Bases.BasisStage(app).Record(new LockedNetwork(stage.Network, stage.Annie, stage.Marieke, stage.Linde), beweeg, BasisKind.StatutoryTask);
        await first.Submit(await first.Get(stage.Path("mensen/uitnodigen")), Form,
            ("naam", "Ton"), ("adres", "ton.uit@kring.example"), ("hoedanigheid", "professional"), ("functie", "fysiotherapeut"), ("organisatie", beweeg.ToString()), ("oud", "nee"), ("stap", "verstuur"));
        var now = app.Clock.GetUtcNow();
        await app.InDatabase(db => db.Set<ParticipationBasis>().Where(b => b.Organisation == beweeg).ExecuteUpdateAsync(set => set.SetProperty(b => b.EndedAt, now)));
        app.Clock.Advance(TimeSpan.FromHours(2));
        using var marieke = await stage.World.SignedIn(stage.Marieke);

        var people = await marieke.Get(stage.Path("mensen"));

        Assert.Contains("De organisatie van Ton doet hier niet meer mee", await Remind(marieke, people, await Only(stage)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_expired_with_a_consent_behind_it_gets_a_fresh_link_that_works()
    {
        var consenting = new Consenting(app);
        var network = await consenting.Network();
        var question = await consenting.Asks(network.Id, network.Marieke, "Joke", "joke.vers@kring.example", Capacity.InformalCarer);
        using var annie = await consenting.World.SignedIn(network.Annie);
        await annie.Submit(await annie.Get(network.Path($"toestemming/{question.Value}")), Form, ("antwoord", "ja"));
        app.Clock.Advance(TimeSpan.FromDays(8));
        using var marieke = await consenting.World.SignedIn(network.Marieke);
        var people = await marieke.Get(network.Path("mensen"));

        await marieke.Submit(people, Form, ("herinner", people.QuerySelector("button[name=herinner]")!.GetAttribute("value")!));

        Assert.EndsWith("gedaan=herinnerd", marieke.Last!.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var visitor = app.NewBrowser();
        await visitor.Get(await app.InvitationFor(network.Id.Compartment, "joke.vers@kring.example"));
        Assert.Equal(HttpStatusCode.OK, visitor.Last!.StatusCode);
    }

    private async Task<(Stage Stage, string Mail)> Invited()
    {
        var stage = await Stage.Set(app);
        var mail = $"joke.{Guid.CreateVersion7():N}@kring.example";
        using var marieke = await stage.World.SignedIn(stage.Marieke);
        await marieke.Submit(await marieke.Get(stage.Path("mensen/uitnodigen")), Form, Stage.Wish("Joke", mail));
        Assert.EndsWith("gedaan=uitgenodigd", marieke.Last!.Headers.Location!.ToString(), StringComparison.Ordinal);
        return (stage, mail);
    }

    private async Task<InvitationId> Only(Stage stage)
    {
        var compartment = stage.Network.Compartment.Id;
        return await app.InDatabase(db => db.Set<Invitation>().Where(i => i.Compartment == compartment).Select(i => i.Id).SingleAsync());
    }

    private static async Task<string> Remind(HttpBrowser browser, AngleSharp.Html.Dom.IHtmlDocument page, InvitationId id)
    {
        var again = await browser.Submit(page, Form, ("herinner", id.Value.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
        return again.QuerySelector(".govuk-error-summary")!.TextContent;
    }
}
