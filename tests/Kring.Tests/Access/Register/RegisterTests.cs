using System.Net;
using Kring.Access;
using Kring.Access.Log;
using Kring.Access.Register;
using Kring.Data;
using Kring.Networks;
using Kring.Platform;
using Kring.Start;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Access.Register;

/// <summary>D7 and the register: what it does not know does not start, what it stops stands still at the next request.</summary>
public sealed class RegisterTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly World _world = new(app);

    [Fact]
    public void An_unclassified_column_stops_the_start_by_name()
    {
        var fault = Assert.Throws<StartRefusedException>(() => ClassificationCheck.Demand(Unclassified.Shape(), RegisterAtFirstStart.Activities));
        Assert.Contains("notes.note", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("notes.id", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_category_without_an_activity_stops_the_start_by_name()
    {
        await Set(Activities.Communication, a => a.Categories = [DataCategory.Usage]);
        try
        {
            var fault = await Assert.ThrowsAsync<StartRefusedException>(() => Preparation.Run(app.Services, default));
            Assert.Contains("messages.text", fault.Message, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(nameof(DataCategory.CareContent), fault.Message, StringComparison.Ordinal);
        }
        finally
        {
            var original = RegisterAtFirstStart.Activities.Single(a => a.Key == Activities.Communication).Categories;
            await Set(Activities.Communication, a => a.Categories = original);
        }
    }

    [Fact]
    public void Every_purpose_is_declared_once_and_has_an_activity()
    {
        Assert.Equal(Modules.Purposes.Count, Modules.Purposes.Select(p => p.Key).Distinct().Count());
        Assert.All(Modules.Purposes, p => Assert.Contains(RegisterAtFirstStart.Activities, a => a.Key == p.Activity));
    }

    [Fact]
    public async Task A_suspended_activity_answers_403_in_plain_words_at_the_next_request_and_goes_on_when_it_may()
    {
        var (browser, network, annie) = await Stage();
        await browser.Get("/");
        Assert.Equal(HttpStatusCode.OK, browser.Last!.StatusCode);
        await app.Execute($"update processing_activities set status = 'Suspended' where key = '{Activities.Participation}'");
        try
        {
            Assert.Equal(GateRefusal.ProcessingNotApproved, await Enter(annie, network, Operations.Read));
        }
        finally
        {
            await app.Execute($"update processing_activities set status = 'Active' where key = '{Activities.Participation}'");
        }

        Assert.Equal(GateRefusal.None, await Enter(annie, network, Operations.Read));
        var line = await app.InDatabase(db => db.Set<AccessEntry>().SingleAsync(e => e.Compartment == network.Compartment.Id && e.Refusal == nameof(GateRefusal.ProcessingNotApproved)));
        Assert.Equal(annie, line.Person);
    }

    [Fact]
    public async Task A_change_of_the_matrix_works_at_the_next_request()
    {
        var (_, network, annie) = await Stage();
        Assert.Equal(GateRefusal.None, await Enter(annie, network, Operations.Delete));
        await app.Execute($"update matrix_rules set operations = {(int)Operations.Read} where purpose = '{NetworksPurposes.TakePart.Key}' and role = '{nameof(Role.CareRecipient)}'");
        Assert.Equal(GateRefusal.NotAuthorised, await Enter(annie, network, Operations.Delete));
        Assert.Equal(GateRefusal.None, await Enter(annie, network, Operations.Read));
    }

    [Fact]
    public async Task Every_change_of_register_and_matrix_moves_the_stamp_whoever_makes_it()
    {
        var before = await Stamp();
        await app.Execute("update matrix_rules set operations = operations where purpose = 'networks.decide'");
        var after = await Stamp();
        await app.Execute("delete from matrix_rules where purpose = 'nothing'");
        Assert.True(after > before);
        await app.Execute("update processing_activities set name = name");
        Assert.True(await Stamp() > after);
    }

    private Task<long> Stamp() => app.InDatabase(db => db.Set<PolicyStamp>().Select(s => s.Value).SingleAsync());

    private Task<int> Set(string activity, Action<ProcessingActivity> change) => app.InDatabase(async db =>
    {
        change(await db.Set<ProcessingActivity>().SingleAsync(a => a.Key == activity));
        return await db.SaveChangesAsync();
    });

    private Task<GateRefusal> Enter(PersonId person, NetworkId network, Operations operation) => app.In(async services =>
        (await services.GetRequiredService<Door>().Enter(new Visit(Actor.Arriving(person), network.Compartment, NetworksPurposes.TakePart, operation, new LoggedObject("network")), default)).Refusal);

    private async Task<(HttpBrowser Browser, NetworkId Network, PersonId Recipient)> Stage()
    {
        var linde = await _world.Organisation();
        var marieke = await _world.Person("Marieke Visser");
        await _world.Works(marieke, linde, Role.Coordinator, "Marieke Visser");
        var annie = await _world.Person("Annie de Vries");
        var network = await _world.Network(annie, "Annie de Vries", marieke, linde);
        await _world.Network(annie, "Annie de Vries", marieke, linde);
        return (await _world.SignedIn(annie), network, annie);
    }

    private sealed class Note
    {
        public Guid Id { get; init; }

        public string? Text { get; init; }
    }

    private sealed class Unclassified(DbContextOptions<Unclassified> options) : DbContext(options)
    {
        internal static IModel Shape()
        {
            using var db = new Unclassified(new DbContextOptionsBuilder<Unclassified>().UseSqlite("Data Source=:memory:").Options);
            return db.GetService<IDesignTimeModel>().Model;
        }

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            var note = modelBuilder.Entity<Note>();
            note.ToTable("notes").Property(n => n.Text).HasColumnName("note");
            note.Property(n => n.Id).HasColumnName("id");
            note.HoldsNothingPersonal(n => n.Id);
        }
    }
}
