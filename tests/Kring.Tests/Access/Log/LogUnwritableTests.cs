using System.Net;
using Kring.Access;
using Kring.Access.Log;
using Kring.People;
using Kring.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Access.Log;

/// <summary>L4: what cannot be logged is not shown and not done, and everything goes on by itself once it can.</summary>
public sealed class LogUnwritableTests(KringApp app) : IClassFixture<KringApp>
{
    private const string Client = "Annie de Vries";
    private readonly World _world = new(app);

    [Fact]
    public async Task A_page_answers_503_without_content_and_heals_by_itself()
    {
        var browser = await _world.SignedIn(await Recipient());
        await app.ShutLog();
        try
        {
            await Unavailable(browser, "/");
        }
        finally
        {
            await app.OpenLog();
        }

        Assert.Contains(Client, (await browser.Get("/")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_is_not_saved_without_its_line()
    {
        var annie = await _world.Person(Client);
        await app.ShutLog();
        try
        {
            await Assert.ThrowsAsync<LogUnavailableException>(() => ForgetMail(annie));
        }
        finally
        {
            await app.OpenLog();
        }

        Assert.NotNull((await app.InDatabase(db => db.Set<Person>().SingleAsync(p => p.Id == annie))).Mail);
        Assert.True(await ForgetMail(annie));
    }

    [Fact]
    public async Task An_answer_to_a_change_that_came_to_nothing_waits_for_its_line_too()
    {
        var annie = await _world.Person(Client);
        await app.ShutLog();
        try
        {
            var shown = await Answer(annie, fails: true);
            Assert.Equal(0, shown.Length);
        }
        finally
        {
            await app.OpenLog();
        }

        Assert.NotEqual(0, (await Answer(annie, fails: false)).Length);
    }

    [Fact]
    [Trait("database", "sqlite")] // which has one writer
    public async Task A_database_that_somebody_else_keeps_locked_answers_503()
    {
        var browser = await _world.SignedIn(await Recipient());
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(app.Folder, "kring.db")}"))
        {
            await other.OpenAsync();
            await using var transaction = other.BeginTransaction();
            await Unavailable(browser, "/").WaitAsync(TimeSpan.FromMinutes(1));
        }

        await Task.Delay(TimeSpan.FromSeconds(1));
        await browser.Get("/");
        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
    }

    private static async Task Unavailable(HttpBrowser browser, string path)
    {
        var page = await browser.Get(path);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, browser.Last!.StatusCode);
        Assert.DoesNotContain(Client, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("h1"));
        Assert.True(browser.Last.Headers.Contains("Content-Security-Policy"));
    }

    private async Task<PersonId> Recipient()
    {
        var linde = await _world.Organisation();
        var marieke = await _world.Person("Marieke Visser");
        await _world.Works(marieke, linde, Role.Coordinator, "Marieke Visser");
        var annie = await _world.Person(Client);
        await _world.Network(annie, Client, marieke, linde);
        await _world.Network(annie, Client, marieke, linde);
        return annie;
    }

    private Task<bool> ForgetMail(PersonId person) => app.In(async services =>
    {
        var door = services.GetRequiredService<Door>();
        var grant = (await door.Enter(new Visit(Actor.Arriving(person), person.Profile, PeoplePurposes.OwnProfile, Operations.Update, new LoggedObject("profile")), default)).Grant!;
        (await grant.Rows<Person>().SingleAsync()).Mail = null;
        return await door.Commit(default);
    });

    // A page that opens something with the grant of a change, changes nothing, and shows it.
    private Task<MemoryStream> Answer(PersonId person, bool fails) => app.In(async services =>
    {
        var shown = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = services, Response = { Body = shown } };
        var page = new AnswerAfterLog(async http =>
        {
            var grant = (await services.GetRequiredService<Door>().Enter(
                new Visit(Actor.Arriving(person), person.Profile, PeoplePurposes.OwnProfile, Operations.Update, new LoggedObject("profile")), default)).Grant!;
            var row = await grant.Rows<Person>().SingleAsync();
            await http.Response.WriteAsync(grant.Open(Person.NameField, person.Value, row.Name), default);
        });
        var answer = () => page.InvokeAsync(context, services.GetRequiredService<OwedEntries>());
        if (fails)
            await Assert.ThrowsAsync<LogUnavailableException>(answer);
        else
            await answer();
        return shown;
    });
}
