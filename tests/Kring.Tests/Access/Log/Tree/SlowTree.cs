using Kring.Access.Log.Tree;

namespace Kring.Tests.Access.Log.Tree;

/// <summary>The tree as RFC 9162, 2.1.1 defines it: slow, and plainly so.</summary>
internal static class SlowTree
{
    internal static byte[] Root(IReadOnlyList<byte[]> leaves)
    {
        if (leaves.Count == 0)
            return TreeHash.Empty;
        if (leaves.Count == 1)
            return leaves[0];
        var split = 1;
        while (split * 2 < leaves.Count)
            split *= 2;
        return TreeHash.Node(Root([.. leaves.Take(split)]), Root([.. leaves.Skip(split)]));
    }

    internal static List<byte[]> Leaves(int count) => [.. Enumerable.Range(0, count).Select(i => TreeHash.Leaf(BitConverter.GetBytes(i)))];

    internal static RangeHash Ranges(IReadOnlyList<byte[]> leaves) => (from, until) => ValueTask.FromResult(Root([.. leaves.Skip((int)from).Take((int)(until - from))]));
}
