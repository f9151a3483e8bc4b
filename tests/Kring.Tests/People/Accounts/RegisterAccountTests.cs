using Kring.Access;
using Kring.People;
using Kring.People.Accounts;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.People.Accounts;

/// <summary>Other modules give somebody an account on the strength of what brought them.</summary>
public sealed class RegisterAccountTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly World _world = new(app);

    [Fact]
    public async Task A_new_person_can_sign_in()
    {
        var (judgement, person) = await Register("nieuweling@kring.example", "drie gewone woorden");

        Assert.Equal(PasswordJudgement.Good, judgement);
        using var browser = app.NewBrowser();
        await browser.GivePassword("nieuweling@kring.example", "drie gewone woorden");
        Assert.Equal("/inloggen/code", browser.Path());
        Assert.Equal("Fatima El Amrani", (await app.LastNotice(person!.Value)).Variables["name"]);
    }

    [Fact]
    public async Task A_password_that_may_not_be_chosen_makes_nothing()
    {
        var (judgement, person) = await Register("slap@kring.example", "welkom01");

        Assert.Equal((PasswordJudgement.TooCommon, null), (judgement, person));
        Assert.Null(await app.In(services => services.GetRequiredService<PeopleAccess>().AccountOf("slap@kring.example", default)));
    }

    [Fact]
    public async Task An_address_that_has_an_account_is_found_and_gets_no_second_one()
    {
        var annie = await _world.Person("Annie de Vries", "annie@kring.example");

        var found = await app.In(services => services.GetRequiredService<PeopleAccess>().AccountOf(" ANNIE@kring.example", default));

        Assert.Equal(annie, found!.Person);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Register("annie@kring.example", "drie gewone woorden"));
    }

    private async Task<(PasswordJudgement, PersonId?)> Register(string mail, string password)
    {
        var linde = await _world.Organisation();
        var coordinator = await _world.Person("Marieke Visser");
        await _world.Works(coordinator, linde, Role.Coordinator, "Marieke Visser");
        var network = await _world.Network(await _world.Person("Een Ander"), "Een Ander", coordinator, linde);
        return await app.In(async services =>
        {
            var door = services.GetRequiredService<Door>();
            var visit = new Visit(Actor.Arriving(coordinator), network.Compartment, Kring.Networks.NetworksPurposes.TakePart, Operations.Read, new LoggedObject("network"));
            var from = (await door.Enter(visit, default)).Grant!;
            var made = await services.GetRequiredService<RegisterAccount>().Run(from, new PersonDetails("Fatima El Amrani"), mail, password, default);
            return made.Person is null || await door.Commit(default) ? made : throw new InvalidOperationException("Somebody has this address.");
        });
    }
}
