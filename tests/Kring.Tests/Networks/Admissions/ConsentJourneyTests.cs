using System.Net;
using Kring.Networks.Admissions;
using Kring.Networks.Participation;
using Kring.Tests.Support;

namespace Kring.Tests.Networks.Admissions;

public sealed class ConsentJourneyTests(KringApp app) : IClassFixture<KringApp>
{
    private const string Form = "main form";
    private readonly Consenting _rows = new(app);

    [Fact]
    public async Task Whoever_came_in_by_a_yes_is_out_with_the_next_request_when_it_is_taken_back()
    {
        var stage = await Stage.Set(app, ago: TimeSpan.FromDays(30));
        var (marieke, annie) = (await stage.World.SignedIn(stage.Marieke), await stage.World.SignedIn(stage.Annie));

        // Asked after the lock.
        await marieke.Submit(await marieke.Get(stage.Path("mensen/uitnodigen")), Form, Stage.Wish("Joke de Vries", "joke.ja@kring.example", reason: "Zij komt elke week"));
        Assert.EndsWith("gedaan=gevraagd", marieke.Last!.Headers.Location!.ToString(), StringComparison.Ordinal);

        // Ja.
        var question = await annie.Get((await annie.Get(stage.Path("toestemming"))).QuerySelector("a.card__link")!.GetAttribute("href")!);
        await annie.Submit(question, Form, ("antwoord", "ja"));

        Assert.Equal("Annie de Vries zei ja, vandaag", (await annie.Get(annie.Last!.Headers.Location!.ToString())).QuerySelector(".notice__word")!.TextContent);

        // Accepted through the link.
        using var joke = app.NewBrowser();
        await joke.Submit(await joke.Get(await app.InvitationFor(stage.Network.Compartment, "joke.ja@kring.example")), "form:has([name=wachtwoord])", ("wachtwoord", World.Password));
        await joke.Get(stage.Path("berichten"));
        Assert.Equal(HttpStatusCode.OK, joke.Last!.StatusCode);
        var person = Assert.Single(await _rows.Rows<Consent>(stage.Network)).Person;
        Assert.NotNull(person);

        // Taken back.
        var confirm = await annie.Get((await annie.Get(stage.Path("toestemming"))).QuerySelector(".people__state a")!.GetAttribute("href")!);
        await annie.Submit(confirm, Form);
        Assert.Equal(HttpStatusCode.Redirect, annie.Last!.StatusCode);

        Assert.Contains("Annie de Vries trok de toestemming in, vandaag", (await annie.Get(question.Url)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        foreach (var page in (string[])["berichten", "mensen", "meer"])
        {
            await joke.Get(stage.Path(page));
            Assert.Equal(HttpStatusCode.NotFound, joke.Last!.StatusCode);
        }

        Assert.Equal(MembershipEnd.ConsentWithdrawn, (await _rows.Rows<NetworkMembership>(stage.Network)).Single(m => m.Person == person).End);
    }
}
