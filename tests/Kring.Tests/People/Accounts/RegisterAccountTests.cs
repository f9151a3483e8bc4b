using Kring.Access;
using Kring.Networks;
using Kring.People;
using Kring.People.Accounts;
using Kring.People.SignIns;
using Kring.Platform;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.People.Accounts;

/// <summary>Other modules give somebody an account on the strength of what brought them.</summary>
public sealed class RegisterAccountTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly World _world = new(app);

    [Fact]
    public async Task A_new_person_is_signed_in_and_can_sign_in()
    {
        var (person, session) = await Register("nieuweling@kring.example", "drie gewone woorden");

        using var browser = app.NewBrowser();
        await browser.GivePassword("nieuweling@kring.example", "drie gewone woorden");
        Assert.Equal("/inloggen/code", browser.Path());
        Assert.Equal("Fatima El Amrani", (await app.LastNotice(person)).Variables["name"]);
        using var own = app.NewBrowser();
        own.SetCookie("kring", session!);
        Assert.True(await own.IsSignedIn());
    }

    [Fact]
    public void A_password_that_may_not_be_chosen_has_no_hash()
    {
        var (hash, sentence) = app.Services.GetRequiredService<Passwords>().Choose("welkom01");

        Assert.Null(hash);
        Assert.Contains("wachtwoord", sentence, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_address_that_has_an_account_is_found_and_gets_no_second_one()
    {
        var annie = await _world.Person("Annie de Vries", "annie@kring.example");

        var found = await app.In(services => services.GetRequiredService<PeopleAccess>().AccountOf(" ANNIE@kring.example", default));

        Assert.Equal(annie, found!.Person);
        Assert.Null((await Register("annie@kring.example", "drie gewone woorden")).Session);
    }

    private async Task<(PersonId Person, string? Session)> Register(string mail, string password)
    {
        var linde = await _world.Organisation();
        var coordinator = await _world.Person("Marieke Visser");
        await _world.Works(coordinator, linde, Role.Coordinator, "Marieke Visser");
        var network = await _world.Network(await _world.Person("Een Ander"), "Een Ander", coordinator, linde);
        return await app.In(async services =>
        {
            var door = services.GetRequiredService<Door>();
            var visit = new Visit(Actor.Arriving(coordinator), network.Compartment, NetworksPurposes.TakePart, Operations.Read, new LoggedObject("network"));
            var from = (await door.Enter(visit, default)).Grant!;
            var person = services.GetRequiredService<TimeProvider>().NewId<PersonId>();
            var proven = new ProvenPerson(person, false, new PersonDetails("Fatima El Amrani", mail), services.GetRequiredService<Passwords>().Choose(password).Hash!);
            var session = await services.GetRequiredService<RegisterAccount>().Run(from, proven, new Caller("127.0.0.1", "127.0.0.0/24", "Test"), default);
            Assert.True(session is null || await door.Commit(default));
            return (person, session);
        });
    }
}
