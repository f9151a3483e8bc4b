using Kring.Access;
using Kring.Access.Keys;
using Kring.Access.Log;
using Kring.Access.Log.Tree;
using Kring.Data;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kring.Tests.Access.Log.Tree;

public sealed class SealLogTests(KringApp app) : IClassFixture<KringApp>
{
    // That somebody was made is a line too.
    private const int Founding = 1;

    private readonly SealedStage _stage = new(app);

    [Fact]
    public async Task Every_line_becomes_one_leaf_under_a_checkpoint()
    {
        var compartment = await Compartment();
        await _stage.Log(compartment, 600);
        await _stage.Seal();
        Assert.Equal(600 + Founding, await Leaves(compartment));
        Assert.Equal(0, await app.InDatabase(db => db.Set<AwaitingLeaf>().CountAsync()));
        Assert.Equal(await _stage.Size(), await app.InDatabase(db => db.Set<LogCheckpoint>().MaxAsync(c => c.Size)));
        Assert.Null(await _stage.Fault());
    }

    [Fact]
    public async Task What_a_leaf_holds_is_nowhere_in_clear()
    {
        var compartment = await Compartment();
        await _stage.Log(compartment, 1);
        await _stage.Seal();
        var leaf = await app.InDatabase(db => db.Set<LogLeaf>().AsNoTracking().FirstAsync(l => l.Compartment == compartment));
        Assert.True(LeafBytes.NeedsCompartment(leaf.Bytes));
        Assert.DoesNotContain("people.sign-in", System.Text.Encoding.UTF8.GetString(leaf.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_about_a_compartment_that_never_was_is_sealed_too()
    {
        var nowhere = new CompartmentId(Guid.CreateVersion7());
        await _stage.Log(nowhere, 1);
        await _stage.Seal();
        Assert.False(LeafBytes.NeedsCompartment((await app.InDatabase(db => db.Set<LogLeaf>().AsNoTracking().SingleAsync(l => l.Compartment == nowhere))).Bytes));
        Assert.Null(await _stage.Fault());
    }

    [Fact]
    public async Task A_line_that_commits_late_is_sealed_late_and_once()
    {
        var compartment = await Compartment();
        var late = SealedStage.Line(compartment); // its id is older than those of the lines that commit before it
        if (Servers.OnPostgres)
        {
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContextAsync();
            await using var open = await db.Database.BeginTransactionAsync();
            db.Add(late);
            await db.SaveChangesAsync();
            await _stage.Log(compartment, 5);
            await _stage.Seal();
            await open.CommitAsync();
        }
        else
        {
            await _stage.Log(compartment, 5);
            await _stage.Seal();
            await app.Services.GetRequiredService<ReadLogLane>().Write([late], default);
        }

        await _stage.Seal();
        await _stage.Seal();
        Assert.Equal(6 + Founding, await Leaves(compartment));
        Assert.Null(await _stage.Fault());
    }

    [Fact]
    public async Task Two_nodes_that_seal_at_once_make_one_tree()
    {
        var compartment = await Compartment();
        using var one = Node();
        using var two = Node();
        for (var i = 0; i < 4; i++)
        {
            await _stage.Log(compartment, 700);
            await Task.WhenAll(SealAll(one), SealAll(two));
        }

        Assert.Equal(2_800 + Founding, await Leaves(compartment));
        Assert.Null(await _stage.Fault());
    }

    [Fact]
    public async Task What_was_added_before_a_crash_is_signed_after_it()
    {
        await _stage.Log(await Compartment(), 3);
        using (var killed = Node())
        {
            while (await killed.Append(default))
            {
            }
        }

        using var next = Node();
        await next.SignCheckpoint(default);
        Assert.Equal(await _stage.Size(), await app.InDatabase(db => db.Set<LogCheckpoint>().MaxAsync(c => c.Size)));
        Assert.Null(await _stage.Fault());
    }

    [Fact]
    public async Task A_log_that_is_never_quiet_is_signed_too()
    {
        await app.Services.GetServices<IHostedService>().OfType<SealLogJob>().Single().StopAsync(TestContext.Current.CancellationToken);
        var compartment = await Compartment();
        await _stage.Seal();
        await _stage.Log(compartment, SealLog.MostAtOnce + 1);
        Assert.True(await app.Services.GetRequiredService<SealLog>().Append(default));
        await _stage.Log(compartment, 1); // there is always one more, and the round ends nevertheless
        Assert.False(await app.Services.GetRequiredService<SealLog>().Append(default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    public async Task A_node_that_starts_takes_up_the_tree_wherever_it_stopped(int beyond)
    {
        var compartment = await Compartment();
        await _stage.Seal();
        await _stage.Log(compartment, (int)((512 - (await _stage.Size() % 256)) + beyond));
        await _stage.Seal();
        await _stage.Log(compartment, 300);
        using (var started = Node())
            await SealAll(started);
        Assert.Null(await _stage.Fault());
    }

    [Fact]
    public async Task A_tree_that_does_not_continue_what_was_signed_is_not_signed()
    {
        var compartment = await Compartment();
        await _stage.Seal();
        await _stage.Log(compartment, await _stage.Size() % 256 == 251 ? 6 : 5); // the last leaf is in no full tile
        await _stage.Seal();
        var last = await _stage.Leaf(await _stage.Size() - 1);
        await app.InDatabase(db => db.Set<LogLeaf>().Where(l => l.Index == last.Index).ExecuteUpdateAsync(l => l.SetProperty(x => x.Hash, TreeHash.Leaf(new byte[1]))));
        try
        {
            using var started = Node();
            await Assert.ThrowsAsync<BrokenTreeException>(() => started.SignCheckpoint(default));
        }
        finally
        {
            await app.InDatabase(db => db.Set<LogLeaf>().Where(l => l.Index == last.Index).ExecuteUpdateAsync(l => l.SetProperty(x => x.Hash, last.Hash)));
        }

        await _stage.Seal();
        Assert.Null(await _stage.Fault());
    }

    [Fact]
    public async Task A_line_that_was_deleted_and_put_back_has_the_one_leaf_it_had()
    {
        var compartment = await Compartment();
        await _stage.Log(compartment, 1);
        await _stage.Seal();
        var line = await app.InDatabase(db => db.Set<AccessEntry>().AsNoTracking().SingleAsync(e => e.Compartment == compartment && e.Job == "test"));
        await app.InDatabase(db => db.Set<AccessEntry>().Where(e => e.Id == line.Id).ExecuteDeleteAsync());
        await app.Services.GetRequiredService<ReadLogLane>().Write([line], default);
        await _stage.Seal();
        Assert.Equal(1, await app.InDatabase(db => db.Set<LogLeaf>().CountAsync(l => l.Entry == line.Id)));
        Assert.Null(await _stage.Fault());
    }

    [Fact]
    public async Task A_line_that_was_deleted_before_it_was_sealed_leaves_a_leaf_that_says_so()
    {
        var compartment = await Compartment();
        var line = SealedStage.Line(compartment);
        await _stage.Seal();
        await app.InDatabase(async db =>
        {
            await using var transaction = await db.BeginAlone(default);
            db.Add(line);
            await db.SaveChangesAsync();
            await db.Set<AccessEntry>().Where(e => e.Id == line.Id).ExecuteDeleteAsync();
            await transaction.Commit(default);
            return 0;
        });
        await _stage.Seal();
        var leaf = await app.InDatabase(db => db.Set<LogLeaf>().AsNoTracking().SingleAsync(l => l.Entry == line.Id));
        var key = (await app.Services.GetRequiredService<Keyring>().FetchKnown([compartment], default))[compartment];
        Assert.Equal(LeafBytes.Gone(line.Id), LeafBytes.Open(line.Id, leaf.Bytes, key));
    }

    private async Task<CompartmentId> Compartment() => (await new World(app).Person("Annie de Vries")).Profile.Id;

    private Task<int> Leaves(CompartmentId compartment) => app.InDatabase(db => db.Set<LogLeaf>().CountAsync(l => l.Compartment == compartment));

    private SealLog Node() => new(app.Services.GetRequiredService<IDbContextFactory<AppDb>>(), app.Services.GetRequiredService<Keyring>(), app.Services.GetRequiredService<LogSigner>(), TimeProvider.System);

    private static async Task SealAll(SealLog node)
    {
        while (await node.Append(default))
        {
        }

        await node.SignCheckpoint(default);
    }
}
