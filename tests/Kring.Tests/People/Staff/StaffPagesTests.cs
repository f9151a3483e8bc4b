using System.Net;
using AngleSharp.Dom;
using Kring.Access;
using Kring.Access.Log;
using Kring.Organisations;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.People.Staff;

/// <summary>The staff of an organisation: who sees the list, and what is found in it.</summary>
public sealed class StaffPagesTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task The_administrator_finds_the_staff_in_the_menu_and_manages_them()
    {
        var stage = await StaffStage.Set(app);
        using var bas = await stage.World.SignedIn(stage.Bas);

        var page = await bas.Visit("/medewerkers");

        Assert.NotNull((await bas.Get("/mijn")).QuerySelector("a[href='/medewerkers']"));
        Assert.Equal(["Bas van Leeuwen (u)", "Hans Willemsen", "Marieke Visser", "Noor van Dijk"], Names(page));
        Assert.Contains("Functionaris gegevensbescherming (FG), medewerker", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"a[href='{await stage.Of(stage.Marieke)}']"));
        Assert.Null(page.QuerySelector("#zoek"));
    }

    [Fact]
    public async Task A_function_that_is_called_as_the_role_is_said_once()
    {
        var stage = await StaffStage.Set(app);
        await stage.World.Works(await stage.World.Person("Bea Beheer"), stage.Linde, Role.FunctionalAdministrator, "Bea Beheer", "functioneel beheerder");
        using var bas = await stage.World.SignedIn(stage.Bas);

        var page = await bas.Visit("/medewerkers");

        Assert.Equal("Functioneel beheerder", page.QuerySelectorAll(".people__item").Single(i => i.TextContent.Contains("Bea Beheer", StringComparison.Ordinal)).QuerySelector(".people__about")!.TextContent);
    }

    [Fact]
    public async Task Whoever_works_for_two_organisations_chooses_whose_staff_to_see()
    {
        var stage = await StaffStage.Set(app);
        var other = await stage.World.Organisation("Zorg Elders");
        await stage.World.Works(stage.Bas, other, Role.Director, "Bas van Leeuwen");
        using var bas = await stage.World.SignedIn(stage.Bas);

        var page = await bas.Get("/medewerkers");

        Assert.Equal([stage.Path, $"/medewerkers/{other}"], page.QuerySelectorAll("main a.card__link").Select(a => a.GetAttribute("href")));
        Assert.Null((await bas.Get($"/medewerkers/{other}")).QuerySelector($"a[href='/medewerkers/{other}/nieuw']"));
    }

    [Fact]
    public async Task The_officer_and_the_director_read_the_list_and_change_nothing()
    {
        var stage = await StaffStage.Set(app);
        foreach (var person in (PersonId[])[stage.Noor, stage.Hans])
        {
            using var browser = await stage.World.SignedIn(person);

            var page = await browser.Visit("/medewerkers");

            Assert.Equal(4, Names(page).Count);
            Assert.Empty(page.QuerySelectorAll("main a[href^='/medewerkers/']"));
            foreach (var path in (string[])["/nieuw", (await stage.Of(stage.Marieke))[stage.Path.Length..], (await stage.Of(stage.Marieke))[stage.Path.Length..] + "/stoppen"])
            {
                await browser.Get(stage.Path + path);
                Assert.Equal(HttpStatusCode.NotFound, browser.Last!.StatusCode);
            }
        }
    }

    [Fact]
    public async Task Others_and_the_administrator_of_another_organisation_find_nothing()
    {
        var stage = await StaffStage.Set(app);
        var other = await stage.Works("Anouk Post", Role.FunctionalAdministrator, await stage.World.Organisation("Zorg Elders"));
        foreach (var person in (PersonId[])[stage.Marieke, other, await stage.World.Person("Een Vreemde")])
        {
            using var browser = await stage.World.SignedIn(person);
            foreach (var path in (string[])[stage.Path, $"{stage.Path}/nieuw", await stage.Of(stage.Noor), $"{await stage.Of(stage.Noor)}/stoppen", $"{await stage.Of(stage.Noor)}/blokkeren"])
            {
                await browser.Get(path);
                Assert.Equal(HttpStatusCode.NotFound, browser.Last!.StatusCode);
            }
        }
    }

    [Fact]
    public async Task Somebody_of_another_organisation_cannot_be_reached_by_their_number()
    {
        var stage = await StaffStage.Set(app);
        var elsewhere = await StaffStage.Set(app);
        using var bas = await stage.World.SignedIn(stage.Bas);
        var form = await bas.Get($"{await stage.Of(stage.Marieke)}/stoppen");

        var theirs = (await elsewhere.Of(elsewhere.Marieke)).Split('/')[^1];
        form.QuerySelector("form:has(.button--warning)")!.SetAttribute("action", $"{stage.Path}/{theirs}/stoppen");
        await bas.Submit(form, "form:has(.button--warning)");

        Assert.Equal(HttpStatusCode.NotFound, bas.Last!.StatusCode);
        Assert.Null((await elsewhere.Row(elsewhere.Marieke)).Until);
    }

    [Fact]
    public async Task Ten_thousand_are_shown_by_page_and_found_by_a_part_of_the_name()
    {
        var stage = await StaffStage.Set(app);
        await Fill(stage, 10_000);
        using var bas = await stage.World.SignedIn(stage.Bas);

        var first = await bas.Get(stage.Path);
        var second = await bas.Get(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var last = await bas.Get($"{stage.Path}?blad=401");
        var beyond = await bas.Get($"{stage.Path}?blad=99999");
        var found = await bas.Submit(first, "main form", ("zoek", "VÉR 0042"));

        Assert.Equal(25, Names(first).Count);
        Assert.Equal("Bas van Leeuwen (u)", Names(first)[0]);
        Assert.Empty(Names(first).Intersect(Names(second)));
        Assert.Equal(4, Names(last).Count);
        Assert.Null(last.QuerySelector("a[rel=next]"));
        Assert.Equal(HttpStatusCode.OK, bas.Last!.StatusCode);
        Assert.Equal(["Oliver 00420", "Oliver 00421", "Oliver 00422", "Oliver 00423", "Oliver 00424", "Oliver 00425", "Oliver 00426", "Oliver 00427", "Oliver 00428", "Oliver 00429"], Names(found));
        Assert.Equal(Names(last), Names(beyond));
    }

    [Fact]
    public async Task Every_look_at_the_staff_is_in_the_log()
    {
        var stage = await StaffStage.Set(app);
        using var bas = await stage.World.SignedIn(stage.Bas);

        await bas.Get(stage.Path);
        await bas.Get(await stage.Of(stage.Marieke));

        var office = await app.InDatabase(db => db.Set<AccessEntry>().Where(e => e.Compartment == stage.Linde.Office.Id && e.Person == stage.Bas).Select(e => e.ObjectType).ToListAsync());
        Assert.Equal(["staff", "staff-member"], office.Order(StringComparer.Ordinal));
        var own = await app.InDatabase(db => db.Set<AccessEntry>().SingleAsync(e => e.Compartment == stage.Marieke.Profile.Id && e.Person == stage.Bas));
        Assert.Equal(("work", Role.FunctionalAdministrator, stage.Linde), (own.ObjectType, own.Role, own.Organisation));
    }

    private static List<string> Names(IDocument page) => [.. page.QuerySelectorAll(".people__name").Select(e => e.TextContent)];

    private Task<bool> Fill(StaffStage stage, int count) => app.In(async services =>
    {
        var (door, rows, time) = (services.GetRequiredService<Door>(), services.GetRequiredService<OrganisationRows>(), services.GetRequiredService<TimeProvider>());
        var office = (await door.Enter(new Visit(Actor.ForJob("test-stage"), stage.Linde.Office, FirstStartPurposes.Seed, Operations.Create, new LoggedObject("staff-member")), default)).Grant!;
        for (var i = 0; i < count; i++)
            rows.AddStaff(office, new PersonId(Guid.CreateVersion7(time.GetUtcNow())), Role.Professional, $"Oliver {i:00000}", "verzorgende", time.GetUtcNow());
        return await door.Commit(default);
    });
}
