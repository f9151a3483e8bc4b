using System.Numerics;

namespace Kring.Access.Log.Tree;

/// <summary>The hash over the entries from one index up to another, as the tree holds it.</summary>
internal delegate ValueTask<byte[]> RangeHash(long from, long until);

/// <summary>Proofs by RFC 9162, section 2.1: that an entry is in a tree, and that a tree is the beginning of another.</summary>
internal static class TreeProofs
{
    /// <summary>2.1.3.1: the hashes beside the way from an entry up to the root.</summary>
    internal static async Task<IReadOnlyList<byte[]>> Inclusion(long index, long size, RangeHash hashes)
    {
        var path = new List<byte[]>();
        var (from, until) = (0L, size);
        while (until - from > 1)
        {
            var middle = from + Split(until - from);
            if (index < middle)
            {
                path.Add(await hashes(middle, until));
                until = middle;
            }
            else
            {
                path.Add(await hashes(from, middle));
                from = middle;
            }
        }

        path.Reverse();
        return path;
    }

    /// <summary>2.1.3.2.</summary>
    internal static bool Includes(byte[] leaf, long index, long size, IReadOnlyList<byte[]> path, byte[] root)
    {
        if (index < 0 || index >= size)
            return false;
        var (node, last, hash) = (index, size - 1, leaf);
        foreach (var beside in path)
        {
            if (last == 0)
                return false;
            if ((node & 1) == 1 || node == last)
            {
                hash = TreeHash.Node(beside, hash);
                while ((node & 1) == 0 && node != 0)
                    (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                hash = TreeHash.Node(hash, beside);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && hash.AsSpan().SequenceEqual(root);
    }

    /// <summary>2.1.4.1: what shows that the tree of <paramref name="size"/> entries begins with the tree of <paramref name="old"/>. Nothing, when that one is empty or the same.</summary>
    internal static async Task<IReadOnlyList<byte[]>> Consistency(long old, long size, RangeHash hashes)
    {
        var path = new List<byte[]>();
        if (old == 0 || old == size)
            return path;
        var (from, until, whole) = (0L, size, true);
        while (old != until)
        {
            var middle = from + Split(until - from);
            if (old <= middle)
            {
                path.Add(await hashes(middle, until));
                until = middle;
            }
            else
            {
                path.Add(await hashes(from, middle));
                (from, whole) = (middle, false);
            }
        }

        if (!whole)
            path.Add(await hashes(from, until));
        path.Reverse();
        return path;
    }

    /// <summary>2.1.4.2.</summary>
    internal static bool Continues(long old, byte[] oldRoot, long size, byte[] root, IReadOnlyList<byte[]> path)
    {
        if (old < 0 || old > size)
            return false;
        if (old == 0 || old == size)
            return path.Count == 0 && (old == 0 || oldRoot.AsSpan().SequenceEqual(root));
        List<byte[]> steps = BitOperations.IsPow2(old) ? [oldRoot, .. path] : [.. path];
        if (steps.Count == 0)
            return false;
        var (node, last) = (old - 1, size - 1);
        for (; (node & 1) == 1; node >>= 1)
            last >>= 1;
        var (first, second) = (steps[0], steps[0]);
        foreach (var beside in steps.Skip(1))
        {
            if (last == 0)
                return false;
            if ((node & 1) == 1 || node == last)
            {
                (first, second) = (TreeHash.Node(beside, first), TreeHash.Node(beside, second));
                while ((node & 1) == 0 && node != 0)
                    (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                second = TreeHash.Node(second, beside);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && first.AsSpan().SequenceEqual(oldRoot) && second.AsSpan().SequenceEqual(root);
    }

    /// <summary>The largest power of two below the number of entries: where RFC 9162 splits a tree.</summary>
    internal static long Split(long size) => 1L << BitOperations.Log2((ulong)(size - 1));
}
