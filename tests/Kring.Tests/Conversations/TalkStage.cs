using AngleSharp.Html.Dom;
using Kring.Access;
using Kring.Access.Log;
using Kring.Conversations;
using Kring.Data;
using Kring.Networks;
using Kring.Networks.Participation;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Conversations;

/// <summary>Annie's network: Annie herself, her daughter Joke, nurse Ahmed and coordinator Marieke.</summary>
internal sealed class TalkStage
{
    private readonly KringApp _app;

    private TalkStage(KringApp app) => (_app, World) = (app, new World(app));

    internal World World { get; }

    internal OrganisationId Linde { get; private set; }

    internal PersonId Annie { get; private set; }

    internal PersonId Joke { get; private set; }

    internal PersonId Ahmed { get; private set; }

    internal PersonId Marieke { get; private set; }

    internal NetworkId Network { get; private set; }

    internal string Berichten => $"/netwerken/{Network}/berichten";

    internal static async Task<TalkStage> Set(KringApp app)
    {
        var stage = new TalkStage(app);
        var world = stage.World;
        stage.Linde = await world.Organisation();
        stage.Marieke = await world.Person("Marieke Visser");
        await world.Works(stage.Marieke, stage.Linde, Role.Coordinator, "Marieke Visser");
        stage.Annie = await world.Person("Annie de Vries");
        stage.Network = await world.Network(stage.Annie, "Annie de Vries", stage.Marieke, stage.Linde);
        stage.Joke = await world.Person("Joke de Vries");
        await world.Joins(stage.Network, stage.Joke, "Joke de Vries", Capacity.InformalCarer);
        stage.Ahmed = await world.Person("Ahmed Yılmaz");
        await world.Works(stage.Ahmed, stage.Linde, Role.Professional, "Ahmed Yılmaz");
        await world.Joins(stage.Network, stage.Ahmed, "Ahmed Yılmaz", Capacity.Professional, "wijkverpleegkundige", stage.Linde);
        return stage;
    }

    internal async Task<PersonId> Representative()
    {
        var person = await World.Person("Wim Bakker");
        await World.Joins(Network, person, "Wim Bakker", Capacity.Representative, "mentor");
        await World.Represents(Network, person, Kring.Networks.Mandates.MandateKind.Mentor, Kring.Networks.Mandates.MandateScope.Care, new DateOnly(2020, 1, 1));
        return person;
    }

    /// <summary>Starts a conversation as a browser does.</summary>
    /// <returns>Its path.</returns>
    internal async Task<string> Starts(HttpBrowser browser, string subject = "Wie komt er vanavond?", string text = "Ik kan niet.", params (string, string)[] more)
    {
        var form = await browser.Get($"{Berichten}/nieuw");
        await browser.Submit(form, "form:has([name=onderwerp])", [("onderwerp", subject), ("tekst", text), .. more]);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, browser.Last!.StatusCode);
        return browser.Last.Headers.Location!.ToString().Split('#')[0];
    }

    internal static async Task<IHtmlDocument> Says(HttpBrowser browser, string path, string text, params (string, string)[] more)
        => await browser.Submit(await browser.Get(path), ".composer", [("tekst", text), ("knop", "verstuur"), .. more]);

    internal static IReadOnlyList<string> Texts(IHtmlDocument page) => [.. page.QuerySelectorAll(".thread .bubble__text").Select(e => e.TextContent)];

    /// <summary>Ends a membership, as its use case does: version and row in one commit.</summary>
    internal Task Leaves(PersonId person) => _app.In(async services =>
    {
        var db = services.GetRequiredService<AppDb>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await db.Set<NetworkMembership>().Where(m => m.Compartment == Network.Compartment.Id && m.Person == person && m.Until == null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Until, now).SetProperty(m => m.End, MembershipEnd.Removed));
        return true;
    });

    internal Task Closes() => _app.In(async services =>
        await services.GetRequiredService<AppDb>().Set<CareNetwork>().Where(n => n.Id == Network).ExecuteUpdateAsync(set => set.SetProperty(n => n.State, CareState.Closed)));

    internal Task<List<AccessEntry>> Log(PersonId person) => _app.In(services =>
        services.GetRequiredService<AppDb>().Set<AccessEntry>().AsNoTracking().Where(e => e.Person == person && e.Compartment == Network.Compartment.Id).OrderBy(e => e.At).ToListAsync());

    internal Task<T> Rows<T>(Func<AppDb, Task<T>> ask) => _app.In(services => ask(services.GetRequiredService<AppDb>()));

    /// <summary>Adds messages in bulk, sealed as everything else.</summary>
    internal Task Fills(string path, int count) => _app.In(async services =>
    {
        var id = new ConversationId(Guid.Parse(path.Split('/')[^1]));
        var door = services.GetRequiredService<Door>();
        var grant = (await door.Enter(new Visit(Actor.ForJob("test-stage"), Network.Compartment, FirstStartPurposes.Seed, Operations.Create, new LoggedObject("message")), default)).Grant!;
        var conversation = await grant.Rows<Conversation>().SingleAsync(c => c.Id == id);
        var time = services.GetRequiredService<TimeProvider>();
        for (var i = 0; i < count; i++)
        {
            var message = time.NewMessage(grant, id, ++conversation.LastNumber, i % 2 == 0 ? Joke : Ahmed);
            grant.Add(message);
        }

        return await door.Commit(default);
    });
}
