namespace Kring.Access.Log.Tree;

/// <summary>An entry of the access log that is in no leaf yet. A trigger adds it in the transaction of the entry, so that neither is there without the other, however late that commits.</summary>
internal sealed class AwaitingLeaf
{
    public long Position { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required Guid Entry { get; init; }
}

/// <summary>One entry as it is hashed. Never changed and never deleted: without its compartment's key nobody reads it, and the tree still holds.</summary>
internal sealed class LogLeaf
{
    public required long Index { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required Guid Entry { get; init; }

    /// <summary>See <see cref="LeafBytes"/>.</summary>
    public required byte[] Bytes { get; init; }

    public required byte[] Hash { get; init; }
}

/// <summary>A full tile. Those that are not full follow from leaves and from the tiles below them.</summary>
internal sealed class LogTile
{
    public required int Level { get; init; }

    public required long Index { get; init; }

    public required byte[] Hashes { get; init; }

    public required byte[] Root { get; init; }
}

/// <summary>A checkpoint that was signed.</summary>
internal sealed class LogCheckpoint
{
    public required long Size { get; init; }

    public required string Note { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>How far a witness is, as it last said.</summary>
internal sealed class LogWitness
{
    /// <summary>The setting that names it.</summary>
    public required string Name { get; init; }

    public required long Size { get; set; }

    /// <summary>What it kept last, with the signatures it added; empty before the first.</summary>
    public required string Note { get; set; }

    public required DateTimeOffset At { get; set; }

    /// <summary>What it said that cannot go together with this log; null when nothing.</summary>
    public string? Contradiction { get; set; }
}
