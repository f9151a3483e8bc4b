using System.Net;
using Kring.Access.Log;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Kring.Tests.App.Errors;

/// <summary>A page that is not there, or cannot be shown, still says who is signed in and leads on.</summary>
public sealed class ErrorPagesTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly World _world = new(app);

    [Theory]
    [InlineData("/bestaat-niet")]
    [InlineData("/netwerken/019f6a10-9720-7df7-9305-209076fc0b16/berichten")]
    public async Task Whoever_is_signed_in_keeps_the_menu_on_a_page_that_is_not_there(string path)
    {
        using var browser = await _world.SignedIn(await _world.Person("Annie de Vries"));

        var page = await browser.Get(path);

        Assert.Equal(HttpStatusCode.NotFound, browser.Last!.StatusCode);
        Assert.Equal("Annie de Vries", page.QuerySelector(".shell-person__name")!.LastChild!.TextContent);
        Assert.NotNull(page.QuerySelector(".shell-menu a[href='/mijn']"));
        Assert.NotNull(page.QuerySelector("form[action='/uitloggen']"));
        Assert.NotNull(page.QuerySelector("[data-idle]"));
    }

    [Fact]
    public async Task A_visitor_gets_the_public_frame()
    {
        using var browser = app.NewBrowser();

        var page = await browser.Get("/privacy/niemand");

        Assert.Equal(HttpStatusCode.NotFound, browser.Last!.StatusCode);
        Assert.NotNull(page.QuerySelector("h1"));
        Assert.Null(page.QuerySelector(".shell-menu"));
        Assert.Null(page.QuerySelector(".shell-person"));
    }

    [Fact]
    public async Task A_page_that_is_not_there_opens_and_logs_no_more_than_every_page_does()
    {
        using var browser = await _world.SignedIn(await _world.Person("Annie de Vries"));
        var before = await Entries();
        await browser.Get("/mijn/meldingen");
        var page = await Entries() - before;

        using var other = await _world.SignedIn(await _world.Person("Bea Smit"));
        before = await Entries();
        await other.Get("/bestaat-niet");

        Assert.InRange(await Entries() - before, 0, page - 1);
    }

    [Fact]
    public async Task Without_a_log_a_person_who_is_known_keeps_the_menu_and_nothing_more_is_asked()
    {
        using var browser = await _world.SignedIn(await _world.Person("Annie de Vries"));
        await browser.Get("/mijn");
        await app.ShutLog();
        try
        {
            var page = await browser.Get("/mijn/gegevens");

            Assert.Equal(HttpStatusCode.ServiceUnavailable, browser.Last!.StatusCode);
            Assert.NotNull(page.QuerySelector("h1"));
            Assert.NotNull(page.QuerySelector(".shell-menu a[href='/mijn']"));
        }
        finally
        {
            await app.OpenLog();
        }
    }

    [Fact]
    public async Task When_the_database_is_what_fails_there_is_a_page_with_a_reference_all_the_same()
    {
        using var browser = await _world.SignedIn(await _world.Person("Annie de Vries"));
        await app.Execute("alter table sessions rename to sessions_away");
        try
        {
            var page = await browser.Get("/mijn");

            Assert.Equal(HttpStatusCode.InternalServerError, browser.Last!.StatusCode);
            Assert.NotNull(page.QuerySelector(".reference strong"));
            Assert.Null(page.QuerySelector(".shell-person"));
        }
        finally
        {
            await app.Execute("alter table sessions_away rename to sessions");
        }
    }

    private Task<int> Entries() => app.InDatabase(db => db.Set<AccessEntry>().CountAsync());
}
