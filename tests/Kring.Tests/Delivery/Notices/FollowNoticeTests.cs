using System.Net;
using Kring.Access;
using Kring.Access.Log;
using Kring.Delivery;
using Kring.Platform;
using Kring.Tests.Delivery.Dispatch;
using Kring.Tests.Networks;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Delivery.Notices;

/// <summary>H6: a link in a notice says nothing, and leads on only whoever the notice was sent to.</summary>
public sealed class FollowNoticeTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly World _world = new(app);

    [Fact]
    public async Task It_leads_the_person_it_was_sent_to_on_and_the_log_says_so()
    {
        var (_, due) = await Waiting.Add(app);
        var annie = new PersonId(due.Compartment.Id.Value);
        using var browser = await _world.SignedIn(annie);

        await browser.Get(Link(due.Id));

        Assert.Equal("/netwerken/1/berichten", browser.Path());
        var line = await app.InDatabase(db => db.Set<AccessEntry>().SingleAsync(e => e.Compartment == due.Compartment.Id && e.ObjectType == "notice-link"));
        Assert.Equal((annie, Outcome.Done, Operations.Read), (line.Person, line.Outcome, line.Operation));
        Assert.Contains("volgde de link in een melding", (await browser.Get("/mijn/wie-keek?eigen=ja")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_somebody_else_it_is_not_there_just_as_one_that_never_was()
    {
        var (_, due) = await Waiting.Add(app);
        using var other = await _world.SignedIn(await _world.Person("Bert"));

        var refused = await other.Get(Link(due.Id));
        var status = other.Last!.StatusCode;
        var unknown = await other.Get(Link(app.Services.GetRequiredService<TimeProvider>().NewId<OutboxItemId>()));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (status, other.Last!.StatusCode));
        Assert.Equal(unknown.QuerySelector("main")!.TextContent, refused.QuerySelector("main")!.TextContent);
        Assert.Equal(Outcome.Refused, (await app.InDatabase(db => db.Set<AccessEntry>().SingleAsync(e => e.Compartment == due.Compartment.Id && e.ObjectType == "notice-link"))).Outcome);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_signs_in_first_and_gets_there()
    {
        var mail = "gast@kring.example";
        var annie = await _world.Person("Annie de Vries", mail);
        var id = await Add(annie.Profile, NoticeKind.NewMessages, "/mijn/apparaten");
        using var browser = app.NewBrowser();

        await browser.Get(Link(id));
        await browser.GivePassword(mail, path: browser.Path()!);
        await browser.Submit(await browser.Visit(browser.Path()!), "form:has([name=code])", ("code", await app.LastCode(annie)));

        Assert.Equal(Link(id), browser.Path());
        await browser.Visit(Link(id));
        Assert.Equal("/mijn/apparaten", browser.Last!.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task A_notice_to_the_privacy_desk_leads_its_officer_on_and_nobody_else_of_the_organisation()
    {
        var linde = await _world.Organisation();
        var (officer, director) = (await _world.Person("Noor"), await _world.Person("Dirk"));
        await _world.Works(officer, linde, Role.DataProtectionOfficer, "Noor");
        await _world.Works(director, linde, Role.Director, "Dirk");
        var id = await Add(linde.Office, NoticeKind.EmergencyAccess, "/privacybalie");
        using var noor = await _world.SignedIn(officer);
        using var dirk = await _world.SignedIn(director);

        await noor.Get(Link(id));
        await dirk.Get(Link(id));

        Assert.Equal("/privacybalie", noor.Path());
        Assert.Equal(HttpStatusCode.NotFound, dirk.Last!.StatusCode);
    }

    [Fact]
    public async Task An_invitation_is_not_followed_this_way()
    {
        var stage = await Stage.Set(app);
        using var browser = await _world.SignedIn(stage.Annie);
        var id = await Add(stage.Network.Compartment, NoticeKind.Invitation, "/uitnodiging/geheim");

        await browser.Get(Link(id));

        Assert.Equal(HttpStatusCode.NotFound, browser.Last!.StatusCode);
    }

    private static string Link(OutboxItemId id) => $"/m/{id.Value:N}";

    private Task<OutboxItemId> Add(CompartmentRef compartment, NoticeKind kind, string path) => app.In(async services =>
    {
        var door = services.GetRequiredService<Door>();
        var grant = (await door.Enter(new Visit(Actor.ForJob("test"), compartment, FirstStartPurposes.Seed, Operations.Create, new LoggedObject("notice")), default)).Grant!;
        var item = services.GetRequiredService<Outbox>().Add(grant, kind, DeliveryChannel.Mail, "iemand@kring.example", new Dictionary<string, string>(StringComparer.Ordinal) { ["path"] = path });
        Assert.True(await door.Commit(default));
        return item.Id;
    });
}
