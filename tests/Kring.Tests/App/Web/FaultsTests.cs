using System.Net;
using Kring.Access;
using Kring.Access.Keys;
using Kring.Data;
using Kring.Delivery;
using Kring.Networks;
using Kring.Platform;
using Kring.Start;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Mono.Cecil;
using Npgsql;

namespace Kring.Tests.App.Web;

/// <summary>What an operator reads: each fault once, no race that was expected, and nothing that somebody typed.</summary>
public sealed class FaultsTests
{
    [Fact]
    public async Task Whoever_is_second_makes_no_noise()
    {
        await using var app = await Started();
        var world = new World(app);
        var (annie, marieke, linde) = (await world.Person("Annie de Vries"), await world.Person("Marieke Visser"), await world.Organisation());
        var network = await world.Network(annie, "Annie de Vries", marieke, linde);
        var notice = new OutboxItemId(Guid.CreateVersion7());

        var changed = await Together(app, network.Compartment, async grant => (await grant.Rows<CareNetwork>().SingleAsync()).Version++);
        var added = await Together(app, network.Compartment, grant => Task.FromResult(grant.Add(Notice(grant, notice, app.Clock.Moment()))));

        Assert.Equal((true, false, true, false), (changed.First, changed.Second, added.First, added.Second));
        Assert.DoesNotContain(app.Log.All, l => l.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task A_fault_is_told_once_with_the_reference_of_the_page_and_without_its_statement()
    {
        await using var app = await Started();
        var world = new World(app);
        using var browser = await world.SignedIn(await world.Person("Annie de Vries"));
        await app.Execute("alter table notice_choices rename to elsewhere");

        var page = await browser.Get("/mijn/meldingen?bewaard=Annie");

        Assert.Equal(HttpStatusCode.InternalServerError, browser.Last!.StatusCode);
        var line = Assert.Single(app.Log.All, l => l.Level >= LogLevel.Error).Line;
        var reference = line.Split(' ')[1];
        Assert.Contains(reference, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("SELECT", line, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Annie", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostgreSQL_keeps_the_values_of_a_row_to_itself()
    {
        const string Open = "Host=127.0.0.1;Include Error Detail=true";
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Kring:Database"] = "postgres", ["Kring:Postgres:Main"] = Open, ["Kring:Postgres:Keys"] = Open };
        await using var app = KringHost.Build(new RunOptions(), null, settings);
        foreach (var connection in new[] { await Connection<AppDb>(app.Services), await Connection<KeyDb>(app.Services) })
            Assert.False(new NpgsqlConnectionStringBuilder(connection).IncludeErrorDetail);
    }

    [Fact]
    public void No_line_takes_a_whole_exception()
    {
        using var program = ModuleDefinition.ReadModule(typeof(Modules).Assembly.Location);
        var lines = program.GetTypes().SelectMany(t => t.Methods).Where(m => m.CustomAttributes.Any(a => a.AttributeType.Name == "LoggerMessageAttribute")).ToList();

        Assert.NotEmpty(lines);
        Assert.Empty(lines.Where(m => m.Parameters.Any(p => p.ParameterType.Name.EndsWith("Exception", StringComparison.Ordinal))).Select(m => m.FullName));
    }

    private static OutboxItem Notice(Grant grant, OutboxItemId id, DateTimeOffset now) => new()
    {
        Id = id,
        Compartment = grant.Compartment.Id,
        CompartmentKind = grant.Compartment.Kind,
        Kind = NoticeKind.NetworkChanged,
        Channel = DeliveryChannel.Mail,
        Address = grant.Seal(OutboxItem.AddressField, id.Value, "annie@kring.example"),
        Variables = grant.Seal(OutboxItem.VariablesField, id.Value, "{}"),
        MadeAt = now,
        DueAt = now.AddYears(1),
    };

    private static async Task<string?> Connection<T>(IServiceProvider services) where T : DbContext
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<T>>().CreateDbContextAsync();
        return db.Database.GetConnectionString();
    }

    private static async Task<KringApp> Started()
    {
        var app = new KringApp();
        await app.InitializeAsync();
        return app;
    }

    /// <summary>Two that change the same: both look, then both save.</summary>
    private static Task<(bool First, bool Second)> Together<T>(KringApp app, CompartmentRef compartment, Func<Grant, Task<T>> change) => app.In(one => app.In(async other =>
    {
        Door[] doors = [one.GetRequiredService<Door>(), other.GetRequiredService<Door>()];
        foreach (var door in doors)
            await change((await door.Enter(new Visit(Actor.ForJob("test"), compartment, FirstStartPurposes.Seed, Operations.Create, new LoggedObject("network")), default)).Grant!);
        return (await doors[0].Commit(default), await doors[1].Commit(default));
    }));
}
