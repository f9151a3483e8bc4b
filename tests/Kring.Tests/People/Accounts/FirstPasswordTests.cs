using System.Net;
using Kring.Access;
using Kring.People;
using Kring.People.Accounts;
using Kring.Platform;
using Kring.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.People.Accounts;

public sealed class FirstPasswordTests(KringApp app) : IClassFixture<KringApp>
{
    private const string Chosen = "mijn eigen geheim";
    private static readonly Actor Stage = Actor.ForJob("test-stage");

    [Fact]
    public async Task A_link_works_once_and_looking_at_it_changes_nothing()
    {
        var (person, link) = await Invited();
        using var browser = app.NewBrowser();
        await browser.Get(link);
        var form = await browser.Get(link);

        await browser.Submit(form, "main form", ("wachtwoord", Chosen));

        Assert.Equal("/inloggen?gekozen=true", browser.Path());
        Assert.True(await Knows(person, Chosen));
        var late = await browser.Submit(form, "main form", ("wachtwoord", "een ander geheim"));
        Assert.Equal(HttpStatusCode.Gone, browser.Last!.StatusCode);
        Assert.Contains("Deze link werkt niet meer", late.Body!.TextContent, StringComparison.Ordinal);
        Assert.True(await Knows(person, Chosen));
        Assert.Equal(HttpStatusCode.Gone, await Status(link));
    }

    [Fact]
    public async Task Whoever_is_invited_signs_in_with_what_they_chose()
    {
        var (person, link) = await Invited("karel@kring.example");
        using var browser = app.NewBrowser();
        await browser.Submit(await browser.Get(link), "main form", ("wachtwoord", Chosen));

        await browser.GivePassword("karel@kring.example", Chosen);
        await browser.GiveCode(await app.LastCode(person));

        Assert.True(await browser.IsSignedIn());
    }

    [Fact]
    public async Task A_password_that_may_not_be_chosen_leaves_the_link_as_it_was()
    {
        var (person, link) = await Invited();
        using var browser = app.NewBrowser();

        foreach (var (typed, sentence) in new[] { ("", "Vul een wachtwoord in"), ("kort", "Kies een wachtwoord van minstens 8 tekens"), (new string('x', 129), "Kies een wachtwoord van hooguit 128 tekens"), ("password1", "Dit wachtwoord is makkelijk te raden") })
        {
            var page = await browser.Submit(await browser.Get(link), "main form", ("wachtwoord", typed));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Last!.StatusCode);
            Assert.StartsWith(sentence, page.QuerySelector(".govuk-error-summary a")!.TextContent, StringComparison.Ordinal);
        }

        await browser.Submit(await browser.Get(link), "main form", ("wachtwoord", Chosen));
        Assert.True(await Knows(person, Chosen));
    }

    [Fact]
    public async Task Two_who_press_at_once_choose_one_password()
    {
        var (person, link) = await Invited();
        using var one = app.NewBrowser();
        using var two = app.NewBrowser();
        var (first, second) = (await one.Get(link), await two.Get(link));

        await Task.WhenAll(one.Submit(first, "main form", ("wachtwoord", Chosen)), two.Submit(second, "main form", ("wachtwoord", "een ander geheim")));

        var done = new[] { one, two }.Count(b => b.Path() == "/inloggen?gekozen=true");
        Assert.Equal(1, done);
        Assert.Equal(one.Path() is not null, await Knows(person, Chosen));
    }

    [Fact]
    public async Task A_new_link_ends_the_old_one_and_every_link_ends_after_a_week()
    {
        var (person, link) = await Invited();
        var renewed = "/wachtwoord-kiezen/" + await new World(app).InvitedTo(person);

        Assert.Equal(HttpStatusCode.Gone, await Status(link));
        Assert.Equal(HttpStatusCode.OK, await Status(renewed));
        app.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Gone, await Status(renewed));
        Assert.Equal(HttpStatusCode.Gone, await Status("/wachtwoord-kiezen/bestaatniet"));
    }

    [Fact]
    public async Task A_blocked_account_gets_no_password()
    {
        var (person, link) = await Invited();
        Assert.True(await app.Acts(services => services.GetRequiredService<BlockAccount>().Run(Stage, person, default)));

        Assert.Equal(HttpStatusCode.Gone, await Status(link));
    }

    private Task<(PersonId, string)> Invited(string? mail = null) => app.In(async services =>
    {
        var door = services.GetRequiredService<Door>();
        var person = services.GetRequiredService<TimeProvider>().NewId<PersonId>();
        var profile = await door.FoundByJob(new Visit(Stage, person.Profile, FirstStartPurposes.Seed, Operations.Create, new LoggedObject("profile")), default);
        mail ??= $"{person.Value:N}@kring.example";
        services.GetRequiredService<Profiles>().AddPerson(profile, new PersonDetails("Karel Bos", mail));
        var link = await services.GetRequiredService<FirstPasswords>().AddAccount(profile, mail, default);
        Assert.True(await door.Commit(default));
        return (person, link);
    });

    private Task<bool> Knows(PersonId person, string password) => app.In(async services =>
    {
        var account = await services.GetRequiredService<Kring.Data.AppDb>().Set<Account>().AsNoTracking().SingleAsync(a => a.Person == person);
        return services.GetRequiredService<Passwords>().Compare(account, password) != PasswordVerificationResult.Failed;
    });

    private async Task<HttpStatusCode> Status(string path)
    {
        using var browser = app.NewBrowser();
        await browser.Get(path);
        return browser.Last!.StatusCode;
    }
}
