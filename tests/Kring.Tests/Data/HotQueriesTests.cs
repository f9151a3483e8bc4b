using Kring.Delivery;
using Kring.Tests.Conversations;
using Kring.Tests.Data.Wall;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kring.Tests.Data;

/// <summary>What the pages and jobs that run all day ask of a full database: the statements as they are sent, and how PostgreSQL answers them.</summary>
[Trait("database", "postgres")]
public sealed class HotQueriesTests(FullDatabase full) : IClassFixture<FullDatabase>
{
    [Theory]
    [InlineData("the conversation", "{gesprek}")]
    [InlineData("its list", "{berichten}")]
    [InlineData("the networks", "/")]
    [InlineData("the people", "/netwerken/{netwerk}/mensen")]
    [InlineData("who looked", "/mijn/wie-keek")]
    public async Task A_page_is_answered_without_reading_a_table_from_end_to_end(string page, string path)
    {
        Assert.SkipUnless(Servers.OnPostgres, "Plans are those of PostgreSQL.");
        path = path.Replace("{gesprek}", full.Conversation, StringComparison.Ordinal).Replace("{berichten}", full.Stage.Berichten, StringComparison.Ordinal).Replace("{netwerk}", full.Stage.Network.ToString(), StringComparison.Ordinal);
        using var asked = new SentStatements(full.App.Application!);

        await full.Joke.Get(path);

        Assert.Equal(System.Net.HttpStatusCode.OK, full.Joke.Last!.StatusCode);
        await Demand(asked, page, atLeast: 5);
    }

    [Fact]
    public async Task A_post_and_the_answer_to_it_too()
    {
        using var asked = new SentStatements(full.App.Application!);

        await TalkStage.Says(full.Joke, full.Conversation, "Tot straks.");

        await Demand(asked, "posting", atLeast: 5);
    }

    [Fact]
    public async Task The_jobs_that_come_round_all_day_too()
    {
        using var asked = new SentStatements(full.App.Application!);

        await full.App.In(async services =>
        {
            var delivery = services.GetRequiredService<DeliveryAccess>();
            await delivery.GiveUpStale(default);
            await delivery.Due([DeliveryChannel.Mail], 50, default);
            await delivery.Lag(default);
            return await services.GetRequiredService<Kring.Conversations.ConversationsAccess>().Due(50, default);
        });

        await Demand(asked, "jobs", atLeast: 4);
    }

    private async Task Demand(SentStatements asked, string what, int atLeast)
    {
        Assert.True(asked.All.Count >= atLeast, $"{what}: only {asked.All.Count} statements were heard.");
        await using var connection = new NpgsqlConnection(full.App.Application);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var statement in asked.All)
        {
            var plan = await statement.Plan(connection, full.Stage.Joke.ToString());
            Assert.True(!FullDatabase.Growing.Any(table => plan.Contains($"Seq Scan on {table} ", StringComparison.Ordinal)), $"{what}:\n{statement.Text}\n{plan}");
        }
    }
}
