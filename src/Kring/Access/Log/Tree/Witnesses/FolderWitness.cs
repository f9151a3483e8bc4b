using System.Text;
using Kring.Platform;

namespace Kring.Access.Log.Tree.Witnesses;

/// <summary>
/// A folder that somebody else keeps: a disk of theirs, a share that they take snapshots of. Each checkpoint is added to one file and on the disk before it counts. Nothing
/// whole is ever taken out of it; a write that was broken off is.
/// </summary>
internal sealed partial class FolderWitness(string name, LogPublicKey key, ILogger logger) : IWitness
{
    public string Name => name;

    private string File => PathOf(name, key);

    internal static string PathOf(string name, LogPublicKey key) => Path.Combine(name[LogOptions.Folder.Length..], key.Name + ".checkpoints");

    public async Task<Witnessed> Offer(Checkpoint last, long kept, StoredTree tree, CancellationToken cancel)
    {
        try
        {
            Directory.CreateDirectory(name[LogOptions.Folder.Length..]);
            // Whoever holds the file open to write is alone with it: nodes that share the folder take turns.
            await using var file = new FileStream(File, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            return await Offer(file, last, tree);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Witnessed.Failed(fault.Message);
        }
    }

    private async Task<Witnessed> Offer(FileStream file, Checkpoint last, StoredTree tree)
    {
        var (note, end) = CheckpointFile.Last(file);
        if (file.Length - end > CheckpointFile.Longest)
            return Witnessed.Contradicts("its file holds something else than checkpoints");
        var there = note is null ? null : Checkpoint.Parse(note, key);
        if (note is not null && there is null)
            return Witnessed.Contradicts("its last checkpoint is not signed by this log, or was altered");
        if (there is not null && await tree.Contradiction(there.Size, there.Root) is { } contradiction)
            return Witnessed.Contradicts(contradiction);
        if (end < file.Length)
        {
            Torn(logger, File, file.Length - end);
            file.SetLength(end);
            file.Flush(flushToDisk: true);
        }

        if (there is not null && there.Size >= last.Size)
            return Witnessed.Keeps(there.Size, there.Note);
        file.Position = end;
        await file.WriteAsync(Encoding.UTF8.GetBytes(CheckpointFile.Record(last.Note)), CancellationToken.None);
        file.Flush(flushToDisk: true);
        return Witnessed.Keeps(last.Size, last.Note);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The last write to the witness {Path} was broken off: {Bytes} bytes of a checkpoint that was never whole are cut. The checkpoint is written again.")]
    private static partial void Torn(ILogger logger, string path, long bytes);
}
