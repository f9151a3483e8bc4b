using System.Net;
using Kring.Access;
using Kring.Networks;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Platform;
using Kring.Tests.Networks.Admissions;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Networks.Leaving;

public sealed class EndParticipationTests(KringApp app) : IClassFixture<KringApp>
{
    private const string Form = "main form";
    private readonly Consenting _stage = new(app);

    [Fact]
    public async Task The_recipient_finds_everybody_on_one_page_and_lets_one_stop()
    {
        var network = await _stage.Network();
        var (joke, _) = await Relative(network);
        using var watch = app.Services.GetRequiredService<MembershipChanges>().Watch(network.Id, joke);
        var annie = await _stage.World.SignedIn(network.Annie);

        var list = await annie.Get(network.Path("stoppen"));
        Assert.Equal(2, list.QuerySelectorAll(".people__item").Length);
        var link = list.QuerySelectorAll(".people__item").Single(i => i.TextContent.Contains("Joke", StringComparison.Ordinal)).QuerySelector("a")!;
        await annie.Submit(await annie.Get(link.GetAttribute("href")!), Form);

        Assert.Equal(HttpStatusCode.Redirect, annie.Last!.StatusCode);
        Assert.Contains("Joke de Vries doet niet meer mee.", (await annie.Get(annie.Last.Headers.Location!.ToString())).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("doet niet meer mee", (await annie.Get(network.Path($"stoppen?klaar={Guid.CreateVersion7()}"))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(GateRefusal.NoRelation, await _stage.Enter(joke, network.Id));
        Assert.True(watch.Ended.IsCancellationRequested);
        Assert.Equal((MembershipEnd.Removed, network.Annie), (await Ended(network, joke)) is { } m ? (m.End!.Value, m.EndedBy!.Value) : default);
    }

    [Fact]
    public async Task The_recipient_removes_the_coordinator_after_a_warning_and_the_network_goes_on()
    {
        var network = await _stage.Network();
        var annie = await _stage.World.SignedIn(network.Annie);
        var marieke = (await _stage.Rows<NetworkMembership>(network.Id)).Single(m => m.Person == network.Marieke);

        var page = await annie.Get(network.Path($"mensen/{marieke.Id.Value}/stoppen"));
        Assert.Contains("Er is dan geen coördinator meer", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Thuiszorg De Linde blijft verantwoordelijk", page.Body!.TextContent, StringComparison.Ordinal);
        await annie.Submit(page, Form);

        Assert.NotEqual(GateRefusal.None, await _stage.Enter(network.Marieke, network.Id));
        Assert.Equal(GateRefusal.None, await _stage.Enter(network.Annie, network.Id));
    }

    [Fact]
    public async Task The_last_who_can_act_does_not_leave_until_somebody_else_can_or_the_network_is_closed()
    {
        var network = await _stage.Network();
        await app.InDatabase(db => db.Set<Kring.People.Account>().Where(a => a.Person == network.Annie).ExecuteDeleteAsync());
        var own = (await _stage.Rows<NetworkMembership>(network.Id)).Single(m => m.Person == network.Marieke).Id;
        var path = network.Path($"mensen/{own.Value}/stoppen");
        var marieke = await _stage.World.SignedIn(network.Marieke);

        foreach (var address in (string[])[network.Path("stoppen"), path])
        {
            var page = (await marieke.Get(address)).QuerySelector("main")!;
            Assert.Contains("Draag eerst over of sluit het netwerk af", page.TextContent, StringComparison.Ordinal);
            Assert.Null(page.QuerySelector("#stoppen"));
            Assert.DoesNotContain(page.QuerySelectorAll("a"), a => a.GetAttribute("href") == path);
        }

        Assert.Equal(HttpStatusCode.Forbidden, await Forge(network.Marieke, network, own));
        Assert.Equal(GateRefusal.None, await _stage.Enter(network.Marieke, network.Id));
        await _stage.Representative(network.Id, MandateKind.Mentor);
        await marieke.Submit(await marieke.Get(path), Form);
        Assert.NotEqual(GateRefusal.None, await _stage.Enter(network.Marieke, network.Id));
    }

    [Fact]
    public async Task The_last_who_can_act_leaves_a_closed_network()
    {
        var network = await _stage.Network();
        await app.InDatabase(db => db.Set<Kring.People.Account>().Where(a => a.Person == network.Annie).ExecuteDeleteAsync());
        await _stage.Close(network.Id);
        var own = (await _stage.Rows<NetworkMembership>(network.Id)).Single(m => m.Person == network.Marieke).Id;
        var marieke = await _stage.World.SignedIn(network.Marieke);

        await marieke.Submit(await marieke.Get(network.Path($"mensen/{own.Value}/stoppen")), Form);

        Assert.NotEqual(GateRefusal.None, await _stage.Enter(network.Marieke, network.Id));
    }

    [Fact]
    public async Task The_coordinator_says_why_and_it_is_kept_sealed()
    {
        var network = await _stage.Network();
        var (joke, membership) = await Relative(network);
        var marieke = await _stage.World.SignedIn(network.Marieke);
        var page = await marieke.Get(network.Path($"mensen/{membership.Value}/stoppen"));

        await marieke.Submit(page, Form, ("reden", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, marieke.Last!.StatusCode);
        Assert.Equal(GateRefusal.None, await _stage.Enter(joke, network.Id));
        var again = await marieke.Submit(page, Form, ("reden", new string('é', 1001)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, marieke.Last!.StatusCode);
        Assert.StartsWith("éé", again.QuerySelector("#reden")!.TextContent, StringComparison.Ordinal);
        await marieke.Submit(page, Form, ("reden", "Op eigen verzoek"));

        Assert.Equal(GateRefusal.NoRelation, await _stage.Enter(joke, network.Id));
        Assert.NotNull((await Ended(network, joke))!.EndReason);
    }

    [Fact]
    public async Task The_coordinator_does_not_remove_the_recipient_nor_a_representative()
    {
        var network = await _stage.Network();
        var (_, mentor) = await _stage.Representative(network.Id, MandateKind.Mentor);
        var annie = (await _stage.Rows<NetworkMembership>(network.Id)).Single(m => m.Person == network.Annie).Id;

        Assert.Equal(HttpStatusCode.Forbidden, await Forge(network.Marieke, network, mentor));
        Assert.Equal(HttpStatusCode.Forbidden, await Forge(network.Marieke, network, annie));
    }

    [Fact]
    public async Task A_relative_removes_nobody_else_and_leaves_by_themselves()
    {
        var network = await _stage.Network();
        var (joke, own) = await Relative(network);
        var marieke = (await _stage.Rows<NetworkMembership>(network.Id)).Single(m => m.Person == network.Marieke).Id;

        Assert.Equal(HttpStatusCode.Forbidden, await Forge(joke, network, marieke));
        var browser = await _stage.World.SignedIn(joke);
        await browser.Get(network.Path($"mensen/{marieke.Value}/stoppen"));
        Assert.Equal(HttpStatusCode.NotFound, browser.Last!.StatusCode);
        await browser.Submit(await browser.Get(network.Path($"mensen/{own.Value}/stoppen")), Form);

        Assert.Equal(app.Address, browser.Last!.Headers.Location);
        Assert.Equal(MembershipEnd.Left, (await Ended(network, joke))!.End);
        await browser.Get(network.Path("stoppen"));
        Assert.Equal(HttpStatusCode.NotFound, browser.Last!.StatusCode);
    }

    [Fact]
    public async Task A_stranger_and_a_membership_of_another_network_are_not_there()
    {
        var (network, other) = (await _stage.Network(), await _stage.Network());
        var (_, membership) = await Relative(other);
        var stranger = await _stage.World.Person("Een Vreemde");

        Assert.Equal(HttpStatusCode.NotFound, await Forge(network.Annie, network, membership));
        Assert.Equal(HttpStatusCode.NotFound, await Forge(stranger, other, membership));
    }

    [Fact]
    public async Task The_recipient_closes_instead_of_leaving()
    {
        var network = await _stage.Network();
        var own = (await _stage.Rows<NetworkMembership>(network.Id)).Single(m => m.Person == network.Annie).Id;
        var annie = await _stage.World.SignedIn(network.Annie);

        Assert.NotNull((await annie.Get(network.Path("stoppen"))).QuerySelector("a[href$='/afsluiten']"));
        Assert.Equal(HttpStatusCode.Forbidden, await Forge(network.Annie, network, own));
    }

    [Fact]
    public async Task A_youth_of_12_removes_a_professional_but_not_a_parent_and_a_child_of_11_nobody()
    {
        var today = app.Clock.GetUtcNow().DutchDay();
        foreach (var (years, outcome) in ((int, HttpStatusCode)[])[(12, HttpStatusCode.Redirect), (11, HttpStatusCode.Forbidden)])
        {
            var network = await _stage.Network(today.AddYears(-years));
            var (_, parent) = await _stage.Representative(network.Id, MandateKind.ParentWithAuthority);
            var marieke = (await _stage.Rows<NetworkMembership>(network.Id)).Single(m => m.Person == network.Marieke).Id;

            Assert.Equal(HttpStatusCode.Forbidden, await Forge(network.Annie, network, parent));
            Assert.Equal(outcome, await Forge(network.Annie, network, marieke));
        }
    }

    private async Task<(PersonId Person, MembershipId Membership)> Relative(LockedNetwork network)
    {
        var joke = await _stage.World.Person("Joke de Vries");
        return (joke, await _stage.World.Joins(network.Id, joke, "Joke de Vries", Capacity.InformalCarer));
    }

    private async Task<NetworkMembership?> Ended(LockedNetwork network, PersonId person) => (await _stage.Rows<NetworkMembership>(network.Id)).Single(m => m.Person == person && m.Until != null);

    private async Task<HttpStatusCode> Forge(PersonId person, LockedNetwork network, MembershipId membership)
        => await Forging.Post(await _stage.World.SignedIn(person), network.Path($"mensen/{membership.Value}/stoppen"), "stoppen", ("reden", "zomaar"));
}
