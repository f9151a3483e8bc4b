using System.Net;
using Kring.Access;
using Kring.Conversations;
using Kring.Conversations.Messages;
using Kring.Data.Wall;
using Kring.Tests.Conversations;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Data.Wall;

/// <summary>The second wall: what the program's own connection gets from PostgreSQL when the check in the program is forgotten, or says yes to everybody.</summary>
[Trait("database", "postgres")]
public sealed class WallTests : IAsyncLifetime
{
    private readonly KringApp _app = new()
    {
        Adjust = builder =>
        {
            var services = builder.Services;
            services.Remove(services.Single(s => s.ServiceType == typeof(IRelations) && s.ImplementationFactory is not null)); // that of networks
            services.AddScoped<IRelations, EverybodyIsWelcome>();
        },
    };
    private TalkStage _stage = null!;
    private PersonId _stranger;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Servers.OnPostgres, "SQLite has no row-level security.");
        await _app.InitializeAsync();
        _stage = await TalkStage.Set(_app);
        _stranger = await _stage.World.Person("Piet Vreemd");
        using var joke = await _stage.World.SignedIn(_stage.Joke);
        await TalkStage.Says(joke, await _stage.Starts(joke), "Ik kom om zes uur.");
    }

    [Fact]
    public async Task Every_table_with_a_compartment_is_shut_for_its_owner_too()
    {
        var open = await Raw.List(_app.Superuser!, """
            select distinct c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'p') and (a.attname like '%compartment' or c.relname = 'compartments') and not (c.relrowsecurity and c.relforcerowsecurity)
            """);
        var shut = await Tables();

        Assert.Empty(open);
        Assert.Contains("messages", shut);
        Assert.True(shut.Count > 30, string.Join(' ', shut));
    }

    [Fact]
    public async Task The_programs_own_connection_reads_nothing_without_an_actor()
    {
        foreach (var table in await Tables())
            Assert.True(await Raw.One(_app.Application!, $"select count(*) from {table}") == 0, table);
    }

    [Fact]
    public async Task It_reads_a_network_for_who_takes_part_and_not_for_another_nor_for_who_left()
    {
        Assert.True(await Messages(_stage.Joke) > 0);
        Assert.True(await Messages(_stage.Marieke) > 0);
        Assert.Equal(0, await Messages(_stranger));
        foreach (var table in await Tables())
            Assert.True(await Raw.One(_app.Application!, $"select count(*) from {table} where {Column(table)} = '{_stage.Network}'", Acts(_stranger)) == 0, table);

        await _stage.Leaves(_stage.Joke);
        _app.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(0, await Messages(_stage.Joke));
    }

    [Fact]
    public async Task It_writes_nothing_for_another()
    {
        foreach (var table in (await Tables()).Where(t => t is not ("access_entries" or "log_leaves")))
        {
            Assert.True(await Raw.Changes(_app.Application!, $"delete from {table} where {Column(table)} = '{_stage.Network}'", Acts(_stranger)) == 0, table);
            Assert.True(await Raw.Changes(_app.Application!, $"update {table} set {Column(table)} = {Column(table)} where {Column(table)} = '{_stage.Network}'", Acts(_stranger)) == 0, table);
        }

        var insert = $"insert into recipient_marks (compartment, index) values ('{_stage.Network}', 'x')";
        Assert.Equal("42501", await Raw.Fault(_app.Application!, insert, Acts(_stranger)));
        Assert.Null(await Raw.Fault(_app.Application!, insert, Acts(_stage.Marieke)));
        // Nor does who acts carry a row of their own into another compartment.
        Assert.Equal("42501", await Raw.Fault(_app.Application!, $"update persons set compartment = '{_stage.Network}'", Acts(_stranger)));
    }

    [Fact]
    public async Task When_the_gate_lets_everybody_in_the_wall_still_shows_a_stranger_nothing()
    {
        Assert.Equal((true, 0), await Looks(_stranger));
        Assert.Equal((true, 2), await Looks(_stage.Joke));

        using var browser = await _stage.World.SignedIn(_stranger);
        var page = await browser.Get(_stage.Berichten);
        Assert.DoesNotContain("Annie", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Wie komt er vanavond?", page.Body.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, browser.Last!.StatusCode);
    }

    [Fact]
    public async Task The_programs_role_changes_no_schema_passes_no_wall_and_rewrites_no_log()
    {
        Assert.Equal("42501", await Raw.Fault(_app.Application!, "create table mine (id int)", []));
        Assert.Equal("42501", await Raw.Fault(_app.Application!, "alter table messages disable row level security", []));
        Assert.Equal("42501", await Raw.Fault(_app.Application!, "drop policy wall_open on messages", []));
        Assert.Equal("42501", await Raw.Fault(_app.Application!, "update access_entries set purpose = ''", [("kring.service", WallServices.Program)]));
        Assert.Equal("42501", await Raw.Fault(_app.Application!, "delete from access_entries", [("kring.service", WallServices.Program)]));
        Assert.Equal("42501", await Raw.Fault(_app.Application!, "delete from \"__EFMigrationsHistory\"", []));
        Assert.Equal(0, await Raw.One(_app.Application!, "select count(*) from pg_roles where rolname = current_user and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole)"));
        Assert.Equal(0, await Raw.One(_app.Application!, "select count(*) from pg_tables where schemaname = 'public' and tableowner = current_user"));
    }

    [Fact]
    public async Task Who_only_finds_reads_no_conversation_and_changes_nothing_but_the_use_of_a_session()
    {
        (string, string)[] find = [("kring.service", WallServices.Find), .. Acts(_stage.Joke)];
        Assert.True(await Raw.One(_app.Application!, "select count(*) from accounts", find) > 0);
        foreach (var table in new[] { "messages", "network_memberships", "persons", "drafts", "access_entries", "consents", "mandates" })
            Assert.True(await Raw.One(_app.Application!, $"select count(*) from {table}", find) <= await Raw.One(_app.Application!, $"select count(*) from {table} where person = '{_stage.Joke}'", find, otherwise: 0), table);
        Assert.Equal(0, await Raw.Changes(_app.Application!, "update accounts set blocked_at = now()", find));
        Assert.Equal(0, await Raw.Changes(_app.Application!, "delete from sessions", find));
    }

    [Fact]
    public async Task The_lane_says_nothing_in_the_name_of_who_takes_no_part_and_changes_nobodys_relation()
    {
        (string, string)[] lane = [("kring.service", WallServices.Lane)];
        Assert.Equal("42501", await Raw.Fault(_app.Application!, Says(_stranger), lane));
        Assert.Null(await Raw.Fault(_app.Application!, Says(_stage.Joke), lane));
        foreach (var held in new[] { "network_memberships", "care_networks", "staff_members", "participation_bases" })
            Assert.True(await Raw.Fault(_app.Application!, $"update {held} set compartment = compartment", lane) == "42501", held);
        foreach (var table in new[] { "persons", "accounts", "consents", "attachments", "access_entries" })
            Assert.True(await Raw.One(_app.Application!, $"select count(*) from {table}", lane) == 0, table);

        string Says(PersonId person) => $"insert into messages select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'client_id', gen_random_uuid(), 'number', 99, 'author', '{person}'))).* from messages m where compartment = '{_stage.Network}' limit 1";
    }

    public ValueTask DisposeAsync() => Servers.OnPostgres ? _app.DisposeAsync() : ValueTask.CompletedTask;

    private Task<List<string>> Tables() => Raw.List(_app.Superuser!, "select relname from pg_class where relkind = 'r' and relrowsecurity order by relname");

    private static string Column(string table) => table == "compartments" ? "id" : "compartment";

    private static (string, string)[] Acts(PersonId person) => [("kring.actor", person.ToString())];

    private Task<long> Messages(PersonId person)
        => Raw.One(_app.Application!, $"select count(*) from messages where compartment = '{_stage.Network}'", [.. Acts(person), ("kring.since", _app.Clock.GetUtcNow().ToString("O", System.Globalization.CultureInfo.InvariantCulture))]);

    // As a request does: the scope acts for whoever comes to the door.
    private async Task<(bool Opened, int Rows)> Looks(PersonId person)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var door = scope.ServiceProvider.GetRequiredService<Door>();
        var visit = new Visit(Actor.Arriving(person), _stage.Network.Compartment, ConversationsPurposes.Communicate, Operations.Read, new LoggedObject("conversation"));
        var grant = (await door.Enter(visit, TestContext.Current.CancellationToken)).Grant;
        return (grant is not null, grant is null ? 0 : await grant.Rows<Message>().CountAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>A check that was forgotten: whoever asks is taken for the care recipient.</summary>
    private sealed class EverybodyIsWelcome : IRelations
    {
        public CompartmentKind Kind => CompartmentKind.Network;

        public Task<IReadOnlyDictionary<CompartmentId, Standing>> StandingsOf(Actor actor, IReadOnlyCollection<CompartmentId> compartments, CancellationToken cancel)
            => Task.FromResult<IReadOnlyDictionary<CompartmentId, Standing>>(compartments.ToDictionary(c => c, _ => new Standing(Role.CareRecipient)));
    }
}
