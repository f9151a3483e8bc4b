using Kring.Delivery;
using Kring.Tests.Conversations;
using Kring.Tests.Data.Wall;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kring.Tests.Data;

/// <summary>What the pages and jobs that run all day ask of a full database: the statements as they are sent, and how PostgreSQL answers them.</summary>
[Trait("database", "postgres")]
public sealed class HotQueriesTests : IAsyncLifetime
{
    private const int Rows = 20_000;

    /// <summary>What is other in each copy, where a table has it. Notices are sent already: the job would send them all.</summary>
    private const string Other = """
        jsonb_build_object('id', gen_random_uuid(), 'compartment', gen_random_uuid(), 'person', gen_random_uuid(), 'client_id', gen_random_uuid(), 'recipient', gen_random_uuid(),
          'secret', substr(md5(n::text) || md5(n::text), 1, 44), 'browser', substr(md5(n::text) || md5(n::text), 1, 44), 'mail_index', substr(md5(n::text) || md5(n::text), 1, 44),
          'recipient_index', substr(md5(n::text) || md5(n::text), 1, 44), 'sent_at', now())
        """;

    private static readonly string[] Growing =
    [
        "compartments", "persons", "accounts", "sessions", "sign_ins", "outbox", "staff_members", "care_networks", "network_memberships", "participation_bases", "conversations", "messages", "read_receipts", "access_entries",
    ];

    private readonly KringApp _app = new();
    private TalkStage _stage = null!;
    private HttpBrowser _joke = null!;
    private string _conversation = "";

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Servers.OnPostgres, "Plans are those of PostgreSQL.");
        await _app.InitializeAsync();
        _stage = await TalkStage.Set(_app);
        using var visitor = _app.NewBrowser();
        await visitor.AskForCode($"{_stage.Ahmed.Value:N}@kring.example");
        _joke = await _stage.World.SignedIn(_stage.Joke);
        _conversation = await _stage.Starts(_joke);
        await TalkStage.Says(_joke, _conversation, "Ik kom om zes uur.");
        await _stage.Fills(_conversation, 60);
        foreach (var table in Growing)
        {
            var copied = await Raw.Kept(_app.Superuser!, $"insert into {table} select (jsonb_populate_record(t, {Other})).* from {table} t, generate_series(1, {Rows}) n where t.ctid = (select ctid from {table} limit 1); analyze {table}");
            Assert.True(copied == Rows, $"{table}: {copied}");
        }
    }

    [Theory]
    [InlineData("the conversation", "{gesprek}")]
    [InlineData("its list", "{berichten}")]
    [InlineData("the networks", "/netwerken")]
    [InlineData("the people", "/netwerken/{netwerk}/mensen")]
    [InlineData("who looked", "/netwerken/{netwerk}/wie-keek")]
    public async Task A_page_is_answered_without_reading_a_table_from_end_to_end(string page, string path)
    {
        path = path.Replace("{gesprek}", _conversation, StringComparison.Ordinal).Replace("{berichten}", _stage.Berichten, StringComparison.Ordinal).Replace("{netwerk}", _stage.Network.ToString(), StringComparison.Ordinal);
        using var asked = new SentStatements(_app.Application!);

        await _joke.Get(path);

        Assert.Equal(System.Net.HttpStatusCode.OK, _joke.Last!.StatusCode);
        await Demand(asked, page, atLeast: 5);
    }

    [Fact]
    public async Task A_post_and_the_answer_to_it_too()
    {
        using var asked = new SentStatements(_app.Application!);

        await TalkStage.Says(_joke, _conversation, "Tot straks.");

        await Demand(asked, "posting", atLeast: 5);
    }

    [Fact]
    public async Task The_jobs_that_come_round_all_day_too()
    {
        using var asked = new SentStatements(_app.Application!);

        await _app.In(async services =>
        {
            var delivery = services.GetRequiredService<DeliveryAccess>();
            await delivery.GiveUpStale(default);
            await delivery.Due([DeliveryChannel.Mail], 50, default);
            await delivery.Lag(default);
            return await services.GetRequiredService<Kring.Conversations.ConversationsAccess>().Due(50, default);
        });

        await Demand(asked, "jobs", atLeast: 4);
    }

    public async ValueTask DisposeAsync()
    {
        if (!Servers.OnPostgres)
            return;
        _joke.Dispose();
        await _app.DisposeAsync();
    }

    private async Task Demand(SentStatements asked, string what, int atLeast)
    {
        Assert.True(asked.All.Count >= atLeast, $"{what}: only {asked.All.Count} statements were heard.");
        await using var connection = new NpgsqlConnection(_app.Application);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var statement in asked.All)
        {
            var plan = await statement.Plan(connection, _stage.Joke.ToString());
            Assert.True(!Growing.Any(table => plan.Contains($"Seq Scan on {table} ", StringComparison.Ordinal)), $"{what}:\n{statement.Text}\n{plan}");
        }
    }
}
