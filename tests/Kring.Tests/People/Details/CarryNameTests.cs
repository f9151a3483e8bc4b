using Kring.Access;
using Kring.Access.Log;
using Kring.Networks;
using Kring.Networks.Participation;
using Kring.Organisations;
using Kring.People.Details;
using Kring.Tests.Conversations;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kring.Tests.People.Details;

/// <summary>Somebody who changes their name is known by it in every network and staff file where they take part now.</summary>
public sealed class CarryNameTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task Networks_messages_and_the_staff_file_show_the_new_name()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        var path = await stage.Starts(ahmed);
        Assert.Contains("Ahmed Yılmaz", (await joke.Get(path)).Body!.TextContent, StringComparison.Ordinal);

        await Renames(ahmed, "Ahmed Yılmaz-Bakker");
        await Carried(stage.Ahmed);

        Assert.Contains("Ahmed Yılmaz-Bakker", (await joke.Get(path)).QuerySelector(".thread")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ahmed Yılmaz-Bakker", (await joke.Get($"/netwerken/{stage.Network}/mensen")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ahmed Yılmaz-Bakker", await StaffName(stage.Linde, stage.Ahmed));
    }

    [Fact]
    public async Task The_network_of_a_care_recipient_is_called_by_the_new_name()
    {
        var stage = await TalkStage.Set(app);
        using var annie = await stage.World.SignedIn(stage.Annie);
        using var joke = await stage.World.SignedIn(stage.Joke);

        await Renames(annie, "Annie Jansen");
        await Carried(stage.Annie);

        Assert.Contains("Annie Jansen", (await joke.Get(stage.Berichten)).QuerySelector(".network-head__name")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_was_saved_survives_a_restart_and_is_carried_once()
    {
        await using var own = new KringApp();
        await own.InitializeAsync();
        var stage = await TalkStage.Set(own);
        var second = await stage.World.Network(await stage.World.Person("Kees Smit"), "Kees Smit", stage.Marieke, stage.Linde);
        await stage.World.Joins(second, stage.Joke, "Joke de Vries", Capacity.InformalCarer);
        // The change is saved, and the program stops before its job comes round.
        await own.Services.GetServices<IHostedService>().OfType<CarryNames>().Single().StopAsync(default);
        await own.In(services => services.GetRequiredService<OwnDetails>().Change(Actor.Arriving(stage.Joke), "Joke Pietersen", null, default));
        Assert.True(await own.InDatabase(db => db.Set<NameChange>().AnyAsync()));
        Assert.Equal("Joke de Vries", await Name(own, second, stage.Joke));

        await own.Restart();

        await Waits.Until("the name is carried", async () => !await own.InDatabase(db => db.Set<NameChange>().AnyAsync()));

        foreach (var network in (NetworkId[])[stage.Network, second])
        {
            Assert.Equal("Joke Pietersen", await Name(own, network, stage.Joke));
            Assert.Equal(1, await own.InDatabase(db => db.Set<AccessEntry>().CountAsync(e => e.Compartment == network.Compartment.Id && e.ObjectType == "name" && e.Outcome == Outcome.Done)));
        }
    }

    [Fact]
    public async Task Carried_again_it_changes_nothing()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        await Renames(joke, "Joke Pietersen");
        await Carried(stage.Joke);

        await app.In(async services =>
        {
            await services.GetRequiredService<CarryName>().Run(stage.Joke, default);
            return true;
        });

        var entries = await app.InDatabase(db => db.Set<AccessEntry>().Where(e => e.Compartment == stage.Network.Compartment.Id && e.ObjectType == "name").Select(e => e.Outcome).ToListAsync());
        Assert.Single(entries, Outcome.Done);
    }

    [Fact]
    public async Task Who_left_and_a_closed_network_keep_the_name_of_then()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        await stage.Leaves(stage.Joke);
        await Renames(joke, "Joke Pietersen");
        await Carried(stage.Joke);
        await stage.Closes();
        await Renames(ahmed, "Ahmed Bakker");
        await Carried(stage.Ahmed);

        Assert.Equal("Joke de Vries", await Name(app, stage.Network, stage.Joke));
        Assert.Equal("Ahmed Yılmaz", await Name(app, stage.Network, stage.Ahmed));
    }

    [Fact]
    public async Task A_new_phone_number_alone_carries_nothing()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);

        await joke.Submit(await joke.Get("/mijn/gegevens"), "main form", ("telefoon", "0612345678"));

        Assert.False(await app.InDatabase(db => db.Set<NameChange>().AnyAsync(c => c.Compartment == stage.Joke.Profile.Id)));
        Assert.False(await app.InDatabase(db => db.Set<AccessEntry>().AnyAsync(e => e.Compartment == stage.Network.Compartment.Id && e.ObjectType == "name")));
    }

    private static async Task Renames(HttpBrowser browser, string name)
    {
        await browser.Submit(await browser.Get("/mijn/gegevens"), "main form", ("naam", name));
        Assert.Equal("/mijn/gegevens?opgeslagen=true", browser.Path());
    }

    private Task Carried(PersonId person) => Waits.Until("the name is carried", async () => !await app.InDatabase(db => db.Set<NameChange>().AnyAsync(c => c.Compartment == person.Profile.Id)));

    private static Task<string> Name(KringApp program, NetworkId network, PersonId person) => program.In(async services =>
    {
        var grant = (await services.GetRequiredService<Door>().Enter(new Visit(Actor.ForJob("test-stage"), network.Compartment, NetworksPurposes.CarryName, Operations.Update, new LoggedObject("participant")), default)).Grant!;
        var row = await grant.Rows<NetworkMembership>().SingleAsync(m => m.Person == person);
        return grant.Open(NetworkMembership.NameField, row.Id.Value, row.Name);
    });

    private Task<string> StaffName(OrganisationId organisation, PersonId person) => app.In(async services =>
    {
        var office = (await services.GetRequiredService<Door>().Enter(new Visit(Actor.ForJob("test-stage"), organisation.Office, OrganisationsPurposes.CarryName, Operations.Update, new LoggedObject("staff-member")), default)).Grant!;
        var row = await office.Rows<StaffMember>().SingleAsync(s => s.Person == person);
        return office.Open(StaffMember.NameField, row.Id.Value, row.Name);
    });
}
