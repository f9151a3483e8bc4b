using Kring.Access;
using Kring.Access.Log;
using Kring.Conversations;
using Kring.Conversations.Messages;
using Kring.Conversations.Reading;
using Kring.Data;
using Kring.Demo.Script;
using Kring.Demo.Seeding;
using Kring.Networks;
using Kring.Organisations;
using Kring.People;
using Kring.Platform;
using Kring.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Demo.Seeding;

public sealed class SeedDemoTests(SeedDemoTests.DemoApp demo) : IClassFixture<SeedDemoTests.DemoApp>
{
    [Fact]
    public async Task A_second_start_finds_the_demo_back()
    {
        await demo.App.Restart();

        Assert.False(await Seed());
        Assert.Equal(40, await Count<CareNetwork>());
        Assert.Equal(3, await Count<Organisation>());
        Assert.InRange(await Count<Message>(), 4_000, 6_000);
    }

    [Fact]
    public async Task Every_guide_has_an_account_that_opens_with_the_printed_password()
    {
        await demo.App.In(async services =>
        {
            foreach (var (guide, _) in DemoWorld.Guides())
            {
                var account = await services.GetRequiredService<PeopleAccess>().AccountOf(guide.Mail, default);
                Assert.NotNull(account);
                Assert.NotEqual(PasswordVerificationResult.Failed, services.GetRequiredService<IPasswordHasher<Account>>().VerifyHashedPassword(account, account.PasswordHash, SeedPersons.Password));
            }

            return true;
        });
    }

    [Theory]
    [InlineData("annie@familie.example", 1)]
    [InlineData("joke@familie.example", 1)]
    [InlineData("petra.mulder.hendriks@familie.example", 2)]
    [InlineData("wilma.brands@bewindenmentor.example", 2)]
    [InlineData("maarten.roelofs@bewindenmentor.example", 1)]
    [InlineData("sanne@delinde.example", 14)]
    [InlineData("milan.hoogland@familie.example", 1)]
    [InlineData("nathalie.hoogland@familie.example", 1)]
    public async Task Guides_get_through_the_door_of_their_networks(string mail, int networks)
    {
        var opened = await Opened(mail);

        Assert.InRange(opened.Count, networks, networks + 2);
        Assert.All(opened, e => Assert.Equal(GateRefusal.None, e.Refusal));
    }

    [Fact]
    public async Task Staff_without_clients_open_no_network()
    {
        Assert.Empty(await Opened("noor@delinde.example"));
        Assert.Empty(await Opened("bas@delinde.example"));
    }

    [Fact]
    public async Task Some_of_what_was_said_is_still_to_be_read()
    {
        var (read, behind) = await demo.App.In(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var furthest = await db.Set<ReadReceipt>().GroupBy(r => new { r.Conversation, r.Person }).Select(g => new { g.Key.Conversation, UpTo = g.Max(r => r.UpTo) }).ToListAsync();
            var last = await db.Set<Conversation>().ToDictionaryAsync(c => c.Id, c => c.LastNumber);
            return (furthest.Count(f => f.UpTo == last[f.Conversation]), furthest.Count(f => f.UpTo < last[f.Conversation]));
        });

        Assert.True(read > 200, $"{read} read to the end");
        Assert.True(behind > 10, $"{behind} are behind"); // fewer in the morning, when people read, than at night
    }

    [Fact]
    public async Task Nothing_in_the_demo_happens_later_than_now()
    {
        await demo.App.In(async services =>
        {
            var (db, now) = (services.GetRequiredService<AppDb>(), demo.App.Clock.Moment());
            Assert.False(await db.Set<Message>().AnyAsync(m => m.At > now || m.EditedAt > now || m.RemovedAt > now));
            Assert.False(await db.Set<ReadReceipt>().AnyAsync(r => r.At > now));
            Assert.False(await db.Set<Conversation>().AnyAsync(c => c.LastAt > now || c.StartedAt > now));
            return true;
        });
    }

    [Fact]
    public async Task Every_network_was_looked_at_for_weeks_by_several_people_and_the_log_holds_what_happened()
    {
        var (looks, networks, now) = await demo.App.In(async services => (
            await services.GetRequiredService<AppDb>().Set<AccessEntry>().Where(e => e.Kind == CompartmentKind.Network && e.Person != null).ToListAsync(),
            await services.GetRequiredService<AppDb>().Set<CareNetwork>().ToListAsync(), demo.App.Clock.Moment()));

        Assert.DoesNotContain(looks, e => e.At > now || e.Outcome == Outcome.Refused);
        Assert.All(looks, e => Assert.True(e.Authorised && ((e.Related && e.Consented) || e.Emergency)));
        var byNetwork = looks.ToLookup(e => e.Compartment);
        foreach (var network in networks.Where(n => n.State == CareState.InCare && n.EnrolledAt < now.AddDays(-14)))
        {
            var seen = byNetwork[network.Compartment].ToList();
            Assert.True(seen.Select(e => e.Person).Distinct().Count() >= 2 && seen.Max(e => e.At) - seen.Min(e => e.At) > TimeSpan.FromDays(7), $"{network.Id} was hardly looked at: {seen.Count}");
        }

        Assert.InRange(byNetwork.Max(n => n.Count()), 100, 500);
        Assert.InRange(looks.Count, 300, 2_000);
    }

    [Fact]
    public async Task The_log_of_a_network_begins_when_the_network_was_made()
    {
        var (made, networks) = await demo.App.In(async services => (
            await services.GetRequiredService<AppDb>().Set<AccessEntry>().Where(e => e.Kind == CompartmentKind.Network && e.Job != null && e.ObjectType == "network").ToDictionaryAsync(e => e.Compartment, e => e.At),
            await services.GetRequiredService<AppDb>().Set<CareNetwork>().ToListAsync()));

        Assert.All(networks, network => Assert.Equal(network.EnrolledAt, made[network.Compartment]));
    }

    [Fact]
    public async Task One_network_was_opened_in_an_emergency_with_a_reason_and_read()
    {
        var entries = await demo.App.In(services => services.GetRequiredService<AppDb>().Set<AccessEntry>().Where(e => e.Emergency || e.ObjectType == "emergency-access").OrderBy(e => e.At).ToListAsync());

        Assert.Equal(["emergency-access", "conversation-list", "conversation"], entries.Select(e => e.ObjectType));
        Assert.Single(entries.Select(e => e.Compartment).Distinct());
    }

    private Task<bool> Seed() => demo.App.Services.GetRequiredService<SeedDemo>().Run(default);

    private Task<int> Count<T>() where T : class => demo.App.In(services => services.GetRequiredService<AppDb>().Set<T>().CountAsync());

    private Task<IReadOnlyList<Entrance>> Opened(string mail) => demo.App.In(async services =>
    {
        var account = await services.GetRequiredService<PeopleAccess>().AccountOf(mail, default);
        var networks = await services.GetRequiredService<NetworksAccess>().Of(account!.Person, default);
        return await services.GetRequiredService<Door>().EnterAll(
            [.. networks.Select(n => new Visit(Actor.Arriving(account.Person), n.Compartment, NetworksPurposes.TakePart, Operations.Read, new LoggedObject("network")))], default);
    });

    /// <summary>One demo for all of these tests.</summary>
    public sealed class DemoApp : IAsyncLifetime
    {
        public KringApp App { get; } = new();

        public async ValueTask InitializeAsync()
        {
            await App.InitializeAsync();
            Assert.True(await App.Services.GetRequiredService<SeedDemo>().Run(default));
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
