using System.Net;
using Kring.Access;
using Kring.Networks;
using Kring.Networks.Invitations;
using Kring.Networks.Participation;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Kring.Tests.Networks.Invitations;

/// <summary>A client who was enrolled and then gets an account.</summary>
public sealed class InvitedRecipientTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task The_enrolled_client_gets_an_account_in_the_profile_that_exists_and_stays_one_participant()
    {
        var stage = await Stage.Set(app);
        var bep = await stage.World.Person("Bep Bos", "bep@kring.example", account: false);
        var network = await stage.World.Network(bep, "Bep Bos", stage.Marieke, stage.Linde);
        var link = await app.Invited(stage with { Network = network }, "bep@kring.example", details: new InvitationDetails("Bep Bos", "zorgontvanger", "bep@kring.example", Capacity.CareRecipient, null, true, stage.Marieke, Person: bep));
        using var browser = app.NewBrowser();

        await browser.Submit(await browser.Get(link), "form:has([name=wachtwoord])", ("wachtwoord", World.Password));

        var people = await browser.Get($"/netwerken/{network}/mensen");
        Assert.Equal(2, people.QuerySelectorAll(".people__item").Length);
        Assert.Contains("Bep Bos (u)", people.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_invited_the_client_or_takes_part_already_does_not_become_the_client()
    {
        var stage = await Stage.Set(app);
        var cor = await stage.World.Person("Cor Stil", account: false);
        var network = await stage.World.Network(cor, "Cor Stil", stage.Marieke, stage.Linde);
        var joke = await stage.World.Person("Joke Stil");
        await stage.World.Joins(network, joke, "Joke Stil", Capacity.InformalCarer);
        var link = await app.Invited(stage with { Network = network }, "+31612340099", details: new InvitationDetails("Cor Stil", "zorgontvanger", "+31612340099", Capacity.CareRecipient, null, true, stage.Marieke, Person: cor));

        foreach (var person in new[] { stage.Marieke, joke })
        {
            Assert.Equal(AcceptOutcome.NotLikeThis, await app.Accept(Actor.Arriving(person), link));
            using var browser = await stage.World.SignedIn(person);
            Assert.Null((await browser.Get(link)).QuerySelector("button[name=antwoord], main form button.button:not(.button--secondary)"));
        }

        Assert.Equal(cor, await app.InDatabase(db => db.Set<CareNetwork>().Where(n => n.Id == network).Select(n => n.Recipient).SingleAsync()));
    }

    [Fact]
    public async Task A_client_enrolled_twice_before_having_an_account_ends_with_one()
    {
        var stage = await Stage.Set(app);
        var first = await stage.World.Person("Bep Bos", "bep2@kring.example");
        var second = await stage.World.Person("Bep Bos", "bep2b@kring.example", account: false);
        var network = await stage.World.Network(second, "Bep Bos", stage.Marieke, stage.Linde);
        var link = await app.Invited(stage with { Network = network }, "bep2@kring.example", details: new InvitationDetails("Bep Bos", "zorgontvanger", "bep2@kring.example", Capacity.CareRecipient, null, true, stage.Marieke, Person: second));
        using var browser = await stage.World.SignedIn(first);

        await browser.Submit(await browser.Get(link), "main form");

        var people = await browser.Get($"/netwerken/{network}/mensen");
        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
        Assert.Contains("Bep Bos (u)", people.Body!.TextContent, StringComparison.Ordinal);
    }
}
