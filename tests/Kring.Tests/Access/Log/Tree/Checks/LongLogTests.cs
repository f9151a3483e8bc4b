using Kring.Access.Log.Tree;
using Kring.Access.Log.Tree.Checks;
using Kring.Tests.Support;

namespace Kring.Tests.Access.Log.Tree.Checks;

public sealed class LongLogTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task Ten_thousand_lines_are_sealed_exported_and_checked()
    {
        var stage = new SealedStage(app);
        await stage.Log((await new World(app).Person("Annie de Vries")).Profile.Id, 10_000);
        await stage.Seal();
        Assert.InRange(await stage.Size(), 10_000, 10_100);
        Assert.Null(await stage.Fault());
        var folder = Directory.CreateTempSubdirectory("kring-export-");
        try
        {
            Assert.Equal(await stage.Size(), await stage.Export(folder.FullName));
            Assert.Null(await SealedStage.FaultOf(folder.FullName, stage.Key));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Checking_keeps_no_more_of_a_long_log_than_of_a_short_one()
    {
        var copy = new Counted(20_000);
        await new CheckTree(copy).Run(default);
        Assert.InRange(copy.MostAlive, 1, 600);
    }

    // A log that counts how many of its entries are still held by somebody.
    private sealed class Counted(int size) : ILogCopy
    {
        private readonly Dictionary<long, FullTile> _tiles = [];
        private readonly GrowingTree _tree = new();

        internal int MostAlive { get; private set; }

        public bool KeepsUnfullTiles => false;

        public async IAsyncEnumerable<CopiedLeaf> Leaves()
        {
            var given = new List<WeakReference>();
            for (var i = 0; i < size; i++)
            {
                await Task.CompletedTask;
                if (i % 2_000 == 1_999)
                {
                    GC.Collect();
                    MostAlive = Math.Max(MostAlive, given.Count(g => g.IsAlive));
                }

                yield return Give(given, i);
            }
        }

        public Task<CopiedTile?> Tile(int level, long index, int width) => Task.FromResult<CopiedTile?>(new CopiedTile(_tiles[(level * 1_000_000L) + index].Hashes, null));

        public async IAsyncEnumerable<Checkpoint> Checkpoints()
        {
            await Task.CompletedTask;
            yield break;
        }

        private CopiedLeaf Give(List<WeakReference> given, int index)
        {
            var bytes = new byte[400];
            BitConverter.TryWriteBytes(bytes, index);
            given.Add(new WeakReference(bytes));
            var hash = TreeHash.Leaf(bytes);
            foreach (var tile in _tree.Add(hash))
                _tiles[(tile.Level * 1_000_000L) + tile.Index] = tile;
            return new CopiedLeaf(index, bytes, hash);
        }
    }
}
