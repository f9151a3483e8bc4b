using Kring.Access.Log.Tree;

namespace Kring.Tests.Access.Log.Tree;

public sealed class GrowingTreeTests
{
    private static readonly int[] Sizes = [0, 1, 2, 3, 7, 8, 9, 255, 256, 257, 511, 512, 700, 65_535, 65_536, 65_537, 66_000];

    /// <summary>The entries and roots that the implementations of RFC 6962 are tested with; RFC 9162 hashes alike.</summary>
    public static TheoryData<string, string> Known => new()
    {
        { "", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d" },
        { "00", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125" },
        { "10", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77" },
        { "2021", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7" },
        { "3031", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4" },
        { "40414243", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef" },
        { "5051525354555657", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c" },
        { "606162636465666768696a6b6c6d6e6f", "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328" },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Its_roots_are_the_known_ones(string last, string root)
    {
        var tree = new GrowingTree();
        foreach (var (entry, _) in Known.Select(row => row.Data).TakeWhile(d => d.Item1 != last))
            tree.Add(TreeHash.Leaf(Convert.FromHexString(entry)));
        tree.Add(TreeHash.Leaf(Convert.FromHexString(last)));
        Assert.Equal(root, Convert.ToHexStringLower(tree.Root));
    }

    [Fact]
    public void An_empty_tree_has_the_hash_of_nothing()
        => Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Convert.ToHexStringLower(new GrowingTree().Root));

    [Fact]
    public void Its_root_is_the_defined_one_for_any_size()
    {
        var leaves = SlowTree.Leaves(600);
        var tree = new GrowingTree();
        for (var size = 0; size <= 600; size++)
        {
            if (size % 7 == 0 || size > 500)
                Assert.Equal(SlowTree.Root([.. leaves.Take(size)]), tree.Root);
            if (size < 600)
                tree.Add(leaves[size]);
        }
    }

    [Fact]
    public void A_tree_made_of_its_tiles_grows_on_as_the_one_that_never_stopped()
    {
        var leaves = SlowTree.Leaves(66_100);
        foreach (var size in Sizes)
        {
            var (whole, tiles) = Grow(leaves, size);
            var again = GrowingTree.Of(size, Rows(tiles, leaves, size));
            Assert.Equal(whole.Root, again.Root);
            foreach (var leaf in leaves.Skip(size).Take(40))
            {
                Assert.Equal(whole.Add(leaf).Select(t => (t.Level, t.Index, Convert.ToHexString(t.Hashes))), again.Add(leaf).Select(t => (t.Level, t.Index, Convert.ToHexString(t.Hashes))));
                Assert.Equal(whole.Root, again.Root);
            }
        }
    }

    [Fact]
    public void Tiles_hold_256_hashes_and_the_hash_over_them_is_in_the_tile_above()
    {
        var (tree, tiles) = Grow(SlowTree.Leaves(65_536 + 256), 65_536 + 256);
        Assert.Equal(257, tiles.Count(t => t.Level == 0));
        Assert.All(tiles, t => Assert.Equal(256 * 32, t.Hashes.Length));
        var above = Assert.Single(tiles, t => t.Level == 1);
        Assert.Equal(above.Hashes, tiles.Where(t => t.Level == 0).Take(256).SelectMany(t => t.Root));
        Assert.Equal(above.Root, tree.Unfull(2));
        Assert.Equal(tiles.Last(t => t.Level == 0).Root, tree.Unfull(1));
    }

    private static (GrowingTree Tree, List<FullTile> Tiles) Grow(IReadOnlyList<byte[]> leaves, int size)
    {
        var tree = new GrowingTree();
        return (tree, [.. leaves.Take(size).SelectMany(tree.Add)]);
    }

    private static List<IReadOnlyList<byte[]>> Rows(List<FullTile> tiles, IReadOnlyList<byte[]> leaves, int size)
    {
        List<IReadOnlyList<byte[]>> rows = [[.. leaves.Take(size).Skip(size - (size % 256))]];
        for (var level = 1; size >> (8 * level) > 0; level++)
            rows.Add([.. tiles.Where(t => t.Level == level - 1).Skip((size >> (8 * level)) / 256 * 256).Select(t => t.Root)]);
        return rows;
    }
}
