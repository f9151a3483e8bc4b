namespace Kring.Access.Log.Tree.Checks;

/// <param name="Hash">What stands as its hash.</param>
internal sealed record CopiedLeaf(long Index, byte[] Bytes, byte[] Hash);

/// <param name="Root">What stands as the hash over them; null when nothing does.</param>
internal sealed record CopiedTile(byte[] Hashes, byte[]? Root);

/// <summary>The sealed log as it stands somewhere, to be checked from beginning to end: in the database, or in an export.</summary>
internal interface ILogCopy
{
    /// <summary>In order.</summary>
    /// <exception cref="LogFaultException">One cannot be read.</exception>
    IAsyncEnumerable<CopiedLeaf> Leaves();

    /// <summary>A tile; null when it is not there.</summary>
    /// <param name="width">How many hashes it has.</param>
    Task<CopiedTile?> Tile(int level, long index, int width);

    /// <summary>Whether tiles that are not full stand there as well.</summary>
    bool KeepsUnfullTiles { get; }

    /// <summary>Those of the log itself and of witnesses, each signed by the log, the smallest first.</summary>
    /// <exception cref="LogFaultException">One is not signed by the log, or cannot be read.</exception>
    IAsyncEnumerable<Checkpoint> Checkpoints();
}
