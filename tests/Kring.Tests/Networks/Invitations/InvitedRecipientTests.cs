using System.Net;
using Kring.Networks.Invitations;
using Kring.Networks.Participation;
using Kring.Tests.Support;

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
