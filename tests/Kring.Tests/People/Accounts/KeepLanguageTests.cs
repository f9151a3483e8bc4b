using Kring.Access;
using Kring.Delivery;
using Kring.Networks;
using Kring.People;
using Kring.Tests.Conversations;
using Kring.Tests.Conversations.Notices;
using Kring.Tests.Networks;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.People.Accounts;

public sealed class KeepLanguageTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly World _world = new(app);

    [Fact]
    public async Task The_language_somebody_chose_shows_on_a_new_device_and_in_the_mail_with_the_code()
    {
        var person = await _world.Person("Kim de Boer", "kim.taal@kring.example");
        await Switch(person, "en");
        using var fresh = app.NewBrowser();
        Assert.Equal("nl", (await fresh.Get("/inloggen")).DocumentElement.GetAttribute("lang"));

        await fresh.SignIn(app, person, "kim.taal@kring.example");

        Assert.Equal("en", (await app.LastNotice(person)).Variables["language"]);
        Assert.Equal("en", (await fresh.Get("/mijn")).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task The_display_page_keeps_it_too_and_size_and_theme_stay_in_the_browser()
    {
        var person = await _world.Person("Kim de Boer");
        using var browser = await _world.SignedIn(person);

        await browser.Submit(await browser.Get("/weergave"), "main form", ("grootte", "large"), ("taal", "en"));

        Assert.Equal("en", await LanguageOf(person));
        Assert.StartsWith("large.", browser.Cookie("kring-weergave"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_has_the_cookie_alone_and_whoever_never_chose_keeps_what_the_browser_shows()
    {
        var person = await _world.Person("Kim de Boer", "kim.bezoek@kring.example");
        using var browser = app.NewBrowser();

        await browser.Submit(await browser.Get("/inloggen"), "form.shell-footer__language");
        await browser.SignIn(app, person, "kim.bezoek@kring.example");

        Assert.Null(await LanguageOf(person));
        Assert.Equal("en", (await browser.Get("/mijn")).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Every_notice_speaks_the_language_of_its_receiver()
    {
        var (dutch, english) = (await _world.Person("Nel de Boer"), await _world.Person("Kim de Boer"));
        await Switch(english, "en");

        foreach (var person in new[] { dutch, english })
        {
            await app.In(async services =>
            {
                await services.GetRequiredService<NotifyPerson>().Add(person, NoticeKind.NetworkChanged, "/", default);
                return await services.GetRequiredService<Door>().Commit(default);
            });
        }

        Assert.Equal(("nl", "en"), ((await app.LastNotice(dutch)).Variables["language"], (await app.LastNotice(english)).Variables["language"]));
    }

    [Fact]
    public async Task A_notice_of_a_new_message_speaks_it_as_well()
    {
        var stage = await TalkStage.Set(app);
        await Switch(stage.Joke, "en");
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);

        await stage.Starts(ahmed);

        var notices = await Patience.Until(() => app.Notices(stage.Joke), all => all.Count > 0);
        Assert.Equal("en", notices[^1].Variables["language"]);
    }

    [Fact]
    public async Task An_invitation_speaks_the_language_of_whoever_invites()
    {
        var stage = await Stage.Set(app);
        using var marieke = await stage.World.SignedIn(stage.Marieke);
        await marieke.Submit(await marieke.Get(stage.Path("mensen/uitnodigen")), "main form", Stage.Wish("Joke", "joke.nl@kring.example"));
        await Switch(stage.Marieke, "en");

        await marieke.Submit(await marieke.Get(stage.Path("mensen/uitnodigen")), "main form", Stage.Wish("Jo", "jo.en@kring.example"));

        Assert.Equal("nl", Assert.Single(await app.NoticesIn(stage.Network.Compartment, "joke.nl@kring.example")).Variables["language"]);
        Assert.Equal("en", Assert.Single(await app.NoticesIn(stage.Network.Compartment, "jo.en@kring.example")).Variables["language"]);
    }

    private async Task Switch(PersonId person, string language)
    {
        using var browser = await _world.SignedIn(person);
        await browser.Submit(await browser.Get("/mijn"), "form.shell-footer__language", ("taal", language));
        Assert.Equal(language, await LanguageOf(person));
    }

    private Task<string?> LanguageOf(PersonId person) => app.In(services => services.GetRequiredService<PeopleAccess>().LanguageOf(person, default));
}
