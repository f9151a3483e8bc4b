namespace Kring.Access.Log.Tree.Witnesses;

/// <summary>How a witness took a checkpoint.</summary>
internal enum WitnessAnswer
{
    /// <summary>It keeps this checkpoint now, or a later one of the same log.</summary>
    Keeps,
    /// <summary>It could not be reached or did not take it; it is offered again.</summary>
    Failed,
    /// <summary>What it holds and what the log is now cannot both be true.</summary>
    Contradicts,
}

/// <param name="Size">The size of what it keeps.</param>
/// <param name="Note">What it keeps, with what it signed itself.</param>
/// <param name="What">Why not, in words for the operator.</param>
internal sealed record Witnessed(WitnessAnswer Answer, long Size, string Note, string What)
{
    internal static Witnessed Keeps(long size, string note) => new(WitnessAnswer.Keeps, size, note, "");

    internal static Witnessed Failed(string what) => new(WitnessAnswer.Failed, 0, "", what);

    internal static Witnessed Contradicts(string what) => new(WitnessAnswer.Contradicts, 0, "", what);
}

/// <summary>Somebody outside who keeps the last checkpoint, and takes a next one only when it continues that.</summary>
internal interface IWitness
{
    /// <summary>The setting that names it.</summary>
    string Name { get; }

    /// <param name="last">The newest checkpoint of this log.</param>
    /// <param name="kept">The size of what this witness is thought to keep.</param>
    Task<Witnessed> Offer(Checkpoint last, long kept, StoredTree tree, CancellationToken cancel);
}
