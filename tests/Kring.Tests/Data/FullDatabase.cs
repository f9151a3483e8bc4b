using Kring.Access.Log.Tree;
using Kring.Tests.Conversations;
using Kring.Tests.Data.Wall;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Data;

/// <summary>A network of which somebody reads a conversation, in a database with thousands of others.</summary>
public sealed class FullDatabase : IAsyncLifetime
{
    private const int Rows = 5_000;

    /// <summary>What is other in each copy, where a table has it. Notices are sent already: the job would send them all.</summary>
    private const string Other = """
        jsonb_build_object('id', gen_random_uuid(), 'compartment', gen_random_uuid(), 'person', gen_random_uuid(), 'client_id', gen_random_uuid(), 'recipient', gen_random_uuid(),
          'secret', substr(md5(n::text) || md5(n::text), 1, 44), 'browser', substr(md5(n::text) || md5(n::text), 1, 44), 'mail_index', substr(md5(n::text) || md5(n::text), 1, 44),
          'recipient_index', substr(md5(n::text) || md5(n::text), 1, 44), 'sent_at', now())
        """;

    internal static readonly string[] Growing =
    [
        "compartments", "persons", "accounts", "sessions", "sign_ins", "outbox", "staff_members", "care_networks", "network_memberships", "participation_bases", "conversations", "messages", "read_receipts", "access_entries",
    ];

    /// <summary>Its log is not sealed meanwhile: that joins batches with tables that are small here, and its statement would come among those of a page by chance.</summary>
    internal KringApp App { get; } = new() { Adjust = builder => builder.Services.Remove(builder.Services.Single(s => s.ImplementationType == typeof(SealLogJob))) };

    internal TalkStage Stage { get; private set; } = null!;

    internal HttpBrowser Joke { get; private set; } = null!;

    internal string Conversation { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (!Servers.OnPostgres)
            return;
        await App.InitializeAsync();
        Stage = await TalkStage.Set(App);
        using var visitor = App.NewBrowser();
        await visitor.AskForCode($"{Stage.Ahmed.Value:N}@kring.example");
        Joke = await Stage.World.SignedIn(Stage.Joke);
        Conversation = await Stage.Starts(Joke);
        await TalkStage.Says(Joke, Conversation, "Ik kom om zes uur.");
        await Stage.Fills(Conversation, 60);
        var second = await Stage.World.Network(await Stage.World.Person("Kees Smit"), "Kees Smit", Stage.Marieke, Stage.Linde);
        await Stage.World.Joins(second, Stage.Joke, "Joke de Vries", Kring.Networks.Participation.Capacity.InformalCarer);
        foreach (var table in Growing)
        {
            var copied = await Raw.Kept(App.Superuser!, $"insert into {table} select (jsonb_populate_record(t, {Other})).* from {table} t, generate_series(1, {Rows}) n where t.ctid = (select ctid from {table} limit 1); analyze {table}");
            Assert.True(copied == Rows, $"{table}: {copied}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!Servers.OnPostgres)
            return;
        Joke.Dispose();
        await App.DisposeAsync();
    }
}
