using Kring.Access.Log.Tree;

namespace Kring.Tests.Access.Log.Tree;

public sealed class TreeProofsTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_entry_of_a_small_tree_is_proven_to_be_in_it_and_in_no_other_place()
    {
        for (var size = 1; size <= 20; size++)
        {
            var leaves = SlowTree.Leaves(size);
            var root = SlowTree.Root(leaves);
            for (var index = 0; index < size; index++)
            {
                var path = await TreeProofs.Inclusion(index, size, SlowTree.Ranges(leaves));
                for (var claimed = 0; claimed < size; claimed++)
                    Assert.Equal(claimed == index, TreeProofs.Includes(leaves[index], claimed, size, path, root));
                Assert.False(TreeProofs.Includes(TreeHash.Leaf("other"u8), index, size, path, root));
                Assert.False(TreeProofs.Includes(leaves[index], size, size, path, root));
            }
        }
    }

    [Fact]
    public async Task Every_small_tree_is_proven_to_be_the_beginning_of_every_larger_one()
    {
        for (var size = 1; size <= 20; size++)
        {
            var leaves = SlowTree.Leaves(size);
            for (var old = 0; old <= size; old++)
            {
                var (before, after) = (SlowTree.Root([.. leaves.Take(old)]), SlowTree.Root(leaves));
                var path = await TreeProofs.Consistency(old, size, SlowTree.Ranges(leaves));
                Assert.True(TreeProofs.Continues(old, before, size, after, path), $"{old} of {size}");
                if (old == 0)
                    continue;
                Assert.False(TreeProofs.Continues(old, TreeHash.Leaf("other"u8), size, after, path));
                Assert.Equal(old == size, TreeProofs.Continues(old, before, size, before, path));
                Assert.False(TreeProofs.Continues(old, before, size, after, [.. path, TreeHash.Empty]));
            }
        }
    }

    [Fact]
    public async Task Proofs_of_random_trees_hold_and_do_not_once_a_bit_is_another()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var dice = new Random(seed);
        for (var i = 0; i < 25; i++)
        {
            var size = dice.Next(2, 700);
            var (leaves, index, old) = (SlowTree.Leaves(size), dice.Next(size), dice.Next(1, size));
            var root = SlowTree.Root(leaves);
            var inclusion = await TreeProofs.Inclusion(index, size, SlowTree.Ranges(leaves));
            Assert.True(TreeProofs.Includes(leaves[index], index, size, inclusion, root));
            Assert.False(TreeProofs.Includes(leaves[index], index, size, Flipped(inclusion, dice), root));
            var consistency = await TreeProofs.Consistency(old, size, SlowTree.Ranges(leaves));
            Assert.True(TreeProofs.Continues(old, SlowTree.Root([.. leaves.Take(old)]), size, root, consistency));
            Assert.False(TreeProofs.Continues(old, SlowTree.Root([.. leaves.Take(old)]), size, root, Flipped(consistency, dice)));
        }
    }

    private static List<byte[]> Flipped(IReadOnlyList<byte[]> path, Random dice)
    {
        var copy = path.Select(h => h.ToArray()).ToList();
        copy[dice.Next(copy.Count)][dice.Next(32)] ^= (byte)(1 << dice.Next(8));
        return copy;
    }
}
