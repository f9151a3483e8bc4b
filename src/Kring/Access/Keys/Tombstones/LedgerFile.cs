using System.Security.Cryptography;
using System.Text;
using Kring.Platform;
using Kring.Platform.Files;

namespace Kring.Access.Keys.Tombstones;

/// <summary>The append-only ledger of tombstones: a file outside the databases, so that an older backup of those does not take it back.</summary>
internal sealed partial class LedgerFile(KringOptions options, ILogger<LedgerFile> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    internal string Path => options.TombstonesPath;

    internal bool Exists => File.Exists(Path);

    /// <summary>Makes an empty one, at the very first start.</summary>
    internal Ledger Make()
    {
        var first = Encoding.UTF8.GetBytes(Ledger.FirstLine(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))) + "\n");
        DurableFile.MakeFolder(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!);
        DurableFile.Write(Path, first);
        return Ledger.Parse(Path, first);
    }

    /// <summary>Reads it. A last line that was never finished is cut off and told: what it was to say had not been promised to anybody.</summary>
    /// <exception cref="StartRefusedException">It is damaged or cannot be read.</exception>
    internal async Task<Ledger> Read(CancellationToken cancel)
    {
        await using var file = await Open(cancel);
        return await Read(file, cancel);
    }

    /// <summary>Adds the tombstones that it lacks, in their order, and flushes. Those it has are passed over.</summary>
    /// <exception cref="StartRefusedException">It does not fit what stands before them.</exception>
    internal async Task Append(IReadOnlyList<Tombstone> stones, CancellationToken cancel)
    {
        await using var file = await Open(cancel);
        var ledger = await Read(file, cancel);
        var text = new StringBuilder();
        var (number, before) = ((long)ledger.Lines.Count, ledger.HashAt(ledger.Lines.Count));
        foreach (var stone in stones.Where(s => s.Number > ledger.Lines.Count))
        {
            var line = LedgerLine.Of(stone, before);
            if (line.Number != ++number || line.Hash != stone.Hash)
                throw new StartRefusedException($"The tombstone ledger {Path} does not go on from where the database is. Put the ledger back from its copy.");
            text.Append(line.Text).Append('\n');
            before = line.Hash;
        }

        file.Seek(0, SeekOrigin.End);
        await file.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancel);
        file.Flush(flushToDisk: true);
    }

    private async Task<Ledger> Read(FileStream file, CancellationToken cancel)
    {
        var content = new byte[file.Length];
        await file.ReadExactlyAsync(content, cancel);
        var ledger = Ledger.Parse(Path, content);
        if (ledger.WholeLength < content.Length)
        {
            file.SetLength(ledger.WholeLength);
            file.Flush(flushToDisk: true);
            WasTorn(logger, Path, ledger.Lines.Count + 2);
        }

        return ledger;
    }

    // Another process of Kring has it for moments only.
    private async Task<FileStream> Open(CancellationToken cancel)
    {
        for (var tries = 50; ; tries--)
        {
            try
            {
                return DurableFile.Open(Path, FileMode.Open);
            }
            catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
            {
                throw new StartRefusedException($"The tombstone ledger {Path} is missing or cannot be read and written. Put it back from its copy; nothing was changed.", gone);
            }
            catch (IOException) when (tries > 0)
            {
                await Task.Delay(Patience, cancel);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Line {Line} of the tombstone ledger {Path} was never finished, and was cut off. The destruction it belonged to is finished now if the database knows of it.")]
    private static partial void WasTorn(ILogger logger, string path, int line);
}
