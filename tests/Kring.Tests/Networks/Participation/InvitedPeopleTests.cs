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

/// <summary>What the coordinator does on Mensen about who was invited.</summary>
public sealed class InvitedPeopleTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task The_coordinator_withdraws_an_invitation_and_its_link_is_worth_nothing()
    {
        var stage = await Stage.Set(app);
        using var marieke = await stage.World.SignedIn(stage.Marieke);
        await marieke.Submit(await marieke.Get(stage.Path("mensen/uitnodigen")), "main form", Stage.Wish("Joke", "joke.terug@kring.example"));
        var link = await app.InvitationFor(stage.Network.Compartment, "joke.terug@kring.example");
        var people = await marieke.Get(stage.Path("mensen"));

        var button = people.QuerySelector("button[name=trek-in]")!;
        await marieke.Submit(people, "main form", ("trek-in", button.GetAttribute("value")!));

        Assert.EndsWith("gedaan=ingetrokken", marieke.Last!.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var visitor = app.NewBrowser();
        await visitor.Get(link);
        Assert.Equal(HttpStatusCode.Gone, visitor.Last!.StatusCode);
        await marieke.Submit(people, "main form", ("trek-in", button.GetAttribute("value")!));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, marieke.Last!.StatusCode);
    }

    [Fact]
    public async Task Reminding_sends_a_fresh_link_an_hour_later_and_the_old_one_ends()
    {
        var stage = await Stage.Set(app);
        using var marieke = await stage.World.SignedIn(stage.Marieke);
        await marieke.Submit(await marieke.Get(stage.Path("mensen/uitnodigen")), "main form", Stage.Wish("Joke", "joke.weer@kring.example"));
        var old = await app.InvitationFor(stage.Network.Compartment, "joke.weer@kring.example");
        var people = await marieke.Get(stage.Path("mensen"));
        var id = people.QuerySelector("button[name=herinner]")!.GetAttribute("value")!;

        var soon = await marieke.Submit(people, "main form", ("herinner", id));
        Assert.Contains("Joke kreeg net een uitnodiging", soon.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromMinutes(59));
        await marieke.Get("/?alle=1");
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await marieke.Submit(people, "main form", ("herinner", id));
        Assert.EndsWith("gedaan=herinnerd", marieke.Last!.Headers.Location!.ToString(), StringComparison.Ordinal);

        var fresh = await app.InvitationFor(stage.Network.Compartment, "joke.weer@kring.example");
        Assert.NotEqual(old, fresh);
        using var visitor = app.NewBrowser();
        await visitor.Get(old);
        Assert.Equal(HttpStatusCode.Gone, visitor.Last!.StatusCode);
        await visitor.Get(fresh);
        Assert.Equal(HttpStatusCode.OK, visitor.Last!.StatusCode);
    }

    [Fact]
    public async Task A_naaste_reminds_and_withdraws_nothing()
    {
        var stage = await Stage.Set(app);
        using var marieke = await stage.World.SignedIn(stage.Marieke);
        await marieke.Submit(await marieke.Get(stage.Path("mensen/uitnodigen")), "main form", Stage.Wish("Joke", "joke.blijft@kring.example"));
        var id = (await marieke.Get(stage.Path("mensen"))).QuerySelector("button[name=trek-in]")!.GetAttribute("value")!;
        var bert = await stage.World.Person("Bert");
        await stage.World.Joins(stage.Network, bert, "Bert", Capacity.InformalCarer, "zoon");
        using var browser = await stage.World.SignedIn(bert);
        var page = await browser.Get(stage.Path("mensen"));
        Assert.Null(page.QuerySelector("button[name=trek-in]"));
        Assert.DoesNotContain("joke.blijft", page.Body!.TextContent, StringComparison.Ordinal);

        await browser.Submit(page, "main form", ("trek-in", id));

        Assert.Equal(HttpStatusCode.NotFound, browser.Last!.StatusCode);
    }
}
