using Kring.Access;
using Kring.Access.Log;
using Kring.Conversations;
using Kring.Data;
using Kring.Platform;
using Kring.Tests.Conversations;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Kring.Tests.Data;

public sealed class BulkRowsTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task Rows_are_what_the_context_would_have_saved_empty_values_included()
    {
        var stage = await TalkStage.Set(app);
        var plain = Entry(stage, 0);
        AccessEntry[] entries = [plain, Entry(stage, 1) with { Refusal = "NoRelation", Job = "taak", Person = null, ObjectId = null, Session = new SessionId(Guid.CreateVersion7()), OnBehalfOf = stage.Annie, Outcome = Outcome.Refused, Emergency = true }];

        await stage.Rows(async db =>
        {
            await using var turn = await db.BeginAlone(default);
            await BulkRows.Insert(db, db.Model.FindEntityType(typeof(AccessEntry))!, entries, default);
            await turn.Commit(default);
            return true;
        });

        var ids = entries.Select(e => e.Id).ToList();
        Assert.Equal(entries, await stage.Rows(db => db.Set<AccessEntry>().AsNoTracking().Where(e => ids.Contains(e.Id)).OrderBy(e => e.Id).ToListAsync()));
    }

    [Fact]
    public async Task A_row_that_exists_is_told_from_a_fault_and_saves_none_of_the_others()
    {
        var stage = await TalkStage.Set(app);
        AccessEntry[] entries = [Entry(stage, 0), Entry(stage, 1)];
        await Insert(stage, entries[1]);

        var fault = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Insert(stage, entries));

        Assert.True(Conflicts.ExistsAlready(fault));
        Assert.False(await stage.Rows(db => db.Set<AccessEntry>().AnyAsync(e => e.Id == entries[0].Id)));
    }

    [Fact]
    public async Task An_update_writes_the_columns_it_names_and_no_others()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        await stage.Starts(joke);
        await stage.Starts(joke, "Tweede");
        var before = await stage.Rows(db => db.Set<Conversation>().AsNoTracking().Where(c => c.Compartment == stage.Network.Compartment.Id).OrderBy(c => c.Id).ToListAsync());
        var later = before[0].LastAt.AddMinutes(5);
        before[1].LastNumber = 42;
        before[1].LastAt = later;

        await stage.Rows(async db =>
        {
            await using var turn = await db.BeginAlone(default);
            await BulkRows.Update(db, [before[1]], default, nameof(Conversation.LastNumber));
            await turn.Commit(default);
            return true;
        });

        var after = await stage.Rows(db => db.Set<Conversation>().AsNoTracking().Where(c => c.Compartment == stage.Network.Compartment.Id).OrderBy(c => c.Id).ToListAsync());
        Assert.Equal([before[0].LastNumber, 42], after.Select(c => c.LastNumber));
        Assert.NotEqual(later, after[1].LastAt);
    }

    private static Task<bool> Insert(TalkStage stage, params AccessEntry[] entries) => stage.Rows(async db =>
    {
        await using var turn = await db.BeginAlone(default);
        await BulkRows.Insert(db, db.Model.FindEntityType(typeof(AccessEntry))!, entries, default);
        await turn.Commit(default);
        return true;
    });

    private AccessEntry Entry(TalkStage stage, int later) => new()
    {
        Id = Guid.CreateVersion7(app.Clock.GetUtcNow().AddSeconds(later)),
        Compartment = stage.Network.Compartment.Id,
        Kind = CompartmentKind.Network,
        At = app.Clock.Moment(),
        Operation = Operations.Read | Operations.Export,
        Outcome = Outcome.Done,
        Person = stage.Joke,
        Role = Role.InformalCarer,
        Organisation = stage.Linde,
        Purpose = "proef",
        ObjectType = "network",
        ObjectId = Guid.CreateVersion7(),
        RelationId = Guid.CreateVersion7(),
        PolicyStamp = 7,
        Authorised = true,
        Related = true,
        Consented = true,
        Emergency = false,
    };
}
