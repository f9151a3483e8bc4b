using Kring.Access;
using Kring.Access.Log;
using Kring.Access.Log.Tree;
using Kring.Data;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Kring.Tests.Access.Log.Tree.Checks;

/// <summary>L1 and L6: somebody with the database in their hands changes, deletes, swaps or truncates, and the verifier names the index.</summary>
public sealed class TamperedLogTests(KringApp app) : IClassFixture<KringApp>, IAsyncLifetime
{
    private readonly SealedStage _stage = new(app);

    /// <summary>What is done, the index that it is done to, and the one that is named.</summary>
    public static TheoryData<string, long, string> Tampering => new()
    {
        { "line altered", 17, "Index 17:" },
        { "line unreadable", 19, "Index 19:" },
        { "line removed", 18, "Index 18:" },
        { "lines swapped", 20, "Index 20:" },
        { "lines truncated", 295, "Index 295:" },
        { "leaf altered", 30, "Index 30:" },
        { "leaf altered with its hash", 31, "Index 31:" },
        { "leaf altered with its hash", 290, "Index 290:" },
        { "leaf's hash altered", 33, "Index 33:" },
        { "leaf removed", 40, "Index 40:" },
        { "leaf and line removed", 41, "Index 41:" },
        { "leaves swapped", 50, "Index 50:" },
        { "leaves truncated", 280, "Index 280:" },
        { "tile altered", 60, "Index 60:" },
        { "tile's root altered", 0, "Index 0:" },
        { "tile removed", 0, "Index 0:" },
        { "checkpoint altered", 99, "Index 99:" },
        { "checkpoints swapped", 99, "Index 99:" },
    };

    public async ValueTask InitializeAsync()
    {
        if (await _stage.Size() > 0)
            return;
        var compartment = (await new World(app).Person("Annie de Vries")).Profile.Id;
        await _stage.Seal();
        await _stage.Log(compartment, 100 - (int)await _stage.Size());
        await _stage.Seal();
        await _stage.Log(compartment, 200);
        await _stage.Seal();
        await _stage.Keep();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Tampering))]
    public async Task The_index_is_named(string what, long index, string named)
    {
        Assert.Null(await _stage.Fault());
        await Tamper(what, index);
        try
        {
            Assert.StartsWith(named, await _stage.Fault(), StringComparison.Ordinal);
        }
        finally
        {
            await _stage.PutBack();
        }

        Assert.Null(await _stage.Fault());
    }

    [Fact]
    public async Task The_verb_ends_with_1_and_one_sentence()
    {
        await Tamper("line altered", 17);
        try
        {
            await using var verify = app.Process("log", "verify");
            Assert.Equal(1, await verify.ExitCode());
            Assert.StartsWith("Index 17: line ", verify.Output, StringComparison.Ordinal);
            Assert.Single(verify.Output.Trim().Split('\n'));
        }
        finally
        {
            await _stage.PutBack();
        }
    }

    [Fact]
    public async Task A_line_that_never_had_its_turn_is_named()
    {
        var forged = SealedStage.Line((await _stage.Leaf(5)).Compartment);
        await app.InDatabase(async db =>
        {
            await using var transaction = await db.BeginAlone(default);
            db.Add(forged);
            await db.SaveChangesAsync();
            await db.Set<AwaitingLeaf>().Where(a => a.Entry == forged.Id).ExecuteDeleteAsync();
            await transaction.Commit(default);
            return 0;
        });
        try
        {
            Assert.Contains($"Line {forged.Id} ", await _stage.Fault(), StringComparison.Ordinal);
        }
        finally
        {
            await _stage.PutBack();
        }
    }

    private async Task Tamper(string what, long index)
    {
        var (leaf, next) = (await _stage.Leaf(index), await _stage.Leaf(index + 1));
        await app.InDatabase(async db => what switch
        {
            "line altered" => await Line(db, leaf).ExecuteUpdateAsync(e => e.SetProperty(x => x.Outcome, Outcome.NothingChanged)),
            "line unreadable" => await db.Database.ExecuteSqlRawAsync("update access_entries set outcome = 'Elsewhere' where id = {0}", Servers.OnPostgres ? leaf.Entry : leaf.Entry.ToByteArray(true)),
            "line removed" => await Line(db, leaf).ExecuteDeleteAsync(),
            "lines swapped" => await Swap(db, leaf, next),
            "lines truncated" => await db.Set<AccessEntry>().Where(e => db.Set<LogLeaf>().Any(l => l.Index >= index && l.Entry == e.Id)).ExecuteDeleteAsync(),
            "leaf altered" => await Leaves(db, index).ExecuteUpdateAsync(l => l.SetProperty(x => x.Bytes, Flipped(leaf.Bytes))),
            "leaf altered with its hash" => await Leaves(db, index).ExecuteUpdateAsync(l => l.SetProperty(x => x.Bytes, Flipped(leaf.Bytes)).SetProperty(x => x.Hash, TreeHash.Leaf(Flipped(leaf.Bytes)))),
            "leaf's hash altered" => await Leaves(db, index).ExecuteUpdateAsync(l => l.SetProperty(x => x.Hash, Flipped(leaf.Hash))),
            "leaf removed" => await Leaves(db, index).ExecuteDeleteAsync(),
            "leaf and line removed" => await Leaves(db, index).ExecuteDeleteAsync() + await Line(db, leaf).ExecuteDeleteAsync(),
            "leaves swapped" => await Swap(db, index),
            "leaves truncated" => await db.Set<LogLeaf>().Where(l => l.Index >= index).ExecuteDeleteAsync(),
            "tile altered" => await Tile(db, tile => (Flipped(tile.Hashes, (int)index * 32), tile.Root)),
            "tile's root altered" => await Tile(db, tile => (tile.Hashes, Flipped(tile.Root))),
            "tile removed" => await db.Set<LogTile>().ExecuteDeleteAsync(),
            "checkpoint altered" => await Note(db, 100, note => note.Replace("\n100\n", "\n101\n", StringComparison.Ordinal)),
            "checkpoints swapped" => await Note(db, 100, (await db.Set<LogCheckpoint>().AsNoTracking().SingleAsync(c => c.Size == 300)).Note),
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        });
    }

    private static IQueryable<LogLeaf> Leaves(AppDb db, long index) => db.Set<LogLeaf>().Where(l => l.Index == index);

    private static IQueryable<AccessEntry> Line(AppDb db, LogLeaf leaf) => db.Set<AccessEntry>().Where(e => e.Compartment == leaf.Compartment && e.Id == leaf.Entry);

    private static async Task<int> Swap(AppDb db, LogLeaf one, LogLeaf other)
    {
        var (first, second) = (await Line(db, one).AsNoTracking().SingleAsync(), await Line(db, other).AsNoTracking().SingleAsync());
        return await Line(db, one).ExecuteUpdateAsync(e => e.SetProperty(x => x.ObjectId, second.ObjectId)) + await Line(db, other).ExecuteUpdateAsync(e => e.SetProperty(x => x.ObjectId, first.ObjectId));
    }

    private static async Task<int> Swap(AppDb db, long index)
    {
        await Leaves(db, index).ExecuteUpdateAsync(l => l.SetProperty(x => x.Index, -1));
        await Leaves(db, index + 1).ExecuteUpdateAsync(l => l.SetProperty(x => x.Index, index));
        return await Leaves(db, -1).ExecuteUpdateAsync(l => l.SetProperty(x => x.Index, index + 1));
    }

    private static async Task<int> Tile(AppDb db, Func<LogTile, (byte[] Hashes, byte[] Root)> alter)
    {
        var (hashes, root) = alter(await db.Set<LogTile>().AsNoTracking().SingleAsync());
        return await db.Set<LogTile>().ExecuteUpdateAsync(t => t.SetProperty(x => x.Hashes, hashes).SetProperty(x => x.Root, root));
    }

    private static async Task<int> Note(AppDb db, long size, Func<string, string> alter)
        => await Note(db, size, alter((await db.Set<LogCheckpoint>().AsNoTracking().SingleAsync(c => c.Size == size)).Note));

    private static Task<int> Note(AppDb db, long size, string note) => db.Set<LogCheckpoint>().Where(c => c.Size == size).ExecuteUpdateAsync(c => c.SetProperty(x => x.Note, note));

    private static byte[] Flipped(byte[] bytes, int? at = null)
    {
        var copy = bytes.ToArray();
        copy[at ?? copy.Length - 1] ^= 1;
        return copy;
    }
}
