using System.Net;
using Kring.Access;
using Kring.Networks;
using Kring.Networks.Invitations;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Networks.Invitations;

/// <summary>Somebody who is invited and has an account already.</summary>
public sealed class InvitedAccountTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task With_an_account_people_sign_in_first_and_then_accept_with_one_button()
    {
        var stage = await Stage.Set(app);
        var joke = await stage.World.Person("Joke", "joke.heeft@kring.example");
        var link = await app.Invited(stage, "Joke.heeft@kring.example");
        using var visitor = app.NewBrowser();
        var page = await visitor.Get(link);
        Assert.Equal("/inloggen?terug=" + Uri.EscapeDataString(link), page.QuerySelector("main a.button")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("[name=wachtwoord]"));

        using var browser = await stage.World.SignedIn(joke);
        await browser.Submit(await browser.Get(link), "main form");

        Assert.EndsWith(stage.Path("berichten"), browser.Last!.Headers.Location!.ToString(), StringComparison.Ordinal);
        await browser.Get(stage.Path("mensen"));
        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
    }

    [Fact]
    public async Task Signed_in_as_somebody_else_there_is_no_button()
    {
        var stage = await Stage.Set(app);
        await stage.World.Person("Joke", "joke.echt@kring.example");
        var link = await app.Invited(stage, "joke.echt@kring.example");
        var thief = await stage.World.Person("Dief");
        using var browser = await stage.World.SignedIn(thief);

        var page = await browser.Get(link);

        Assert.Contains("U bent ingelogd met een ander account", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(AcceptOutcome.NotLikeThis, await app.Accept(Actor.Arriving(thief), link));
        await browser.Get(stage.Path("mensen"));
        Assert.Equal(HttpStatusCode.NotFound, browser.Last!.StatusCode);
    }

    [Fact]
    public async Task Accepted_and_withdrawn_at_once_leaves_one()
    {
        var stage = await Stage.Set(app);
        for (var round = 0; round < 8; round++)
        {
            var mail = $"race{round}@kring.example";
            var joke = await stage.World.Person("Joke", mail);
            var link = await app.Invited(stage, mail);
            var id = await app.In(async services => (await services.GetRequiredService<NetworksAccess>().InvitationBehind(services.GetRequiredService<Kring.Access.Sealing.LookupIndexes>().OfInvitation(link.Split('/')[^1]), default))!.Id);

            var accepting = Task.Run(() => app.Accept(Actor.Arriving(joke), link));
            var withdrawing = Task.Run(() => app.Acts(services => services.GetRequiredService<WithdrawInvitation>().Run(Actor.Arriving(stage.Marieke), stage.Network, id, default)));
            var (accepted, withdrawn) = (await accepting, await withdrawing);

            Assert.True(accepted == AcceptOutcome.Accepted ^ withdrawn == InvitationChange.Done, $"Round {round}: {accepted} and {withdrawn}.");
        }
    }
}
