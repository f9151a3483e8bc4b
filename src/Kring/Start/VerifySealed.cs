using Kring.Access.Keys;
using Kring.Access.Log.Tree;
using Kring.Access.Log.Tree.Checks;
using Kring.Access.Log.Tree.Exports;
using Kring.Access.Log.Tree.Witnesses;
using Kring.Data;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Start;

/// <summary>Checks the seal of the access log: on the database and its witnesses, or on an export alone.</summary>
internal static class VerifySealed
{
    /// <exception cref="LogFaultException">The first thing that is wrong.</exception>
    internal static async Task Run(IServiceProvider services, CancellationToken cancel)
    {
        var databases = services.GetRequiredService<IDbContextFactory<AppDb>>();
        var key = services.GetRequiredService<LogSigner>().PublicKey;
        var answers = await Ask(services.GetRequiredService<PublishLog>(), cancel);
        var (tree, treeFault) = await Try(() => new CheckTree(new DatabaseCopy(databases, key, Kept(services, key))).Run(cancel));
        var (rows, rowsFault) = await Try(() => new CheckRows(databases, services.GetRequiredService<Keyring>()).Run(cancel));
        if (rows is null || tree is null)
            throw new[] { treeFault, rowsFault }.OfType<LogFaultException>().MinBy(f => f.Before)!;
        foreach (var (name, how) in answers.Where(a => a.How.Answer == WitnessAnswer.Contradicts))
            throw new LogFaultException($"The witness {name} contradicts the log: {how.What}.");
        Console.WriteLine($"{tree.Size} entries are sealed; {tree.Checkpoints} checkpoints hold, and the newest covers {tree.Signed} of them. {rows.Compared} lines are what was sealed.");
        Say("Lines that are not under a checkpoint yet, and can still be changed unseen (they are within seconds when the program runs)", tree.Size - tree.Signed + rows.Awaiting);
        Say("Sealed lines that cannot be read any more, since the keys of their compartments were destroyed (the tree over them holds)", rows.Erased);
        Say("Lines that were deleted before they were sealed", rows.Gone);
        foreach (var (name, how) in answers)
            Console.WriteLine(how.Answer == WitnessAnswer.Keeps ? $"The witness {name} keeps a checkpoint of {how.Size} entries." : $"The witness {name} could not be asked: {how.What}.");
        if (answers.Count < 2)
            Console.WriteLine($"Witnesses: {answers.Count}. Without two outside your reach nobody else can tell whether you rewrote the log: see Witnesses in the operations guide.");
    }

    /// <summary>Checks an export without database or master key.</summary>
    /// <returns>The exit code.</returns>
    internal static async Task<int> Run(string folder, IReadOnlyList<string> checkpoints, LogPublicKey? pinned, CancellationToken cancel)
    {
        try
        {
            var path = Path.Combine(folder, TilePath.Key);
            var key = pinned ?? (File.Exists(path) ? LogPublicKey.Parse(await File.ReadAllTextAsync(path, cancel)) : null)
                ?? throw new LogFaultException($"The public key in {folder} is missing or was altered. Give the one you know with --key.");
            var tree = await new CheckTree(new ExportedCopy(folder, key, checkpoints, Console.WriteLine)).Run(cancel);
            Console.WriteLine($"{tree.Size} entries and {tree.Checkpoints} checkpoints checked: every entry is under the newest checkpoint, and each checkpoint continues the one before.");
            if (pinned is null)
                Console.WriteLine($"This was checked with the key in the export itself, {key}. Compare it with the one you were given, or give that with --key.");
            return 0;
        }
        catch (Exception fault) when (fault is LogFaultException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
    }

    // Both are wanted: the tree knows what is not there, and only the lines tell one entry from its neighbours where no tile does.
    private static async Task<(T? Checked, LogFaultException? Fault)> Try<T>(Func<Task<T>> check) where T : class
    {
        try
        {
            return (await check(), null);
        }
        catch (LogFaultException fault)
        {
            return (null, fault);
        }
    }

    private static async Task<IReadOnlyList<(string Name, Witnessed How)>> Ask(PublishLog publishing, CancellationToken cancel)
    {
        try
        {
            return await publishing.Run(cancel);
        }
        catch (BrokenTreeException)
        {
            return []; // the check itself says where
        }
    }

    private static List<IAsyncEnumerable<Checkpoint>> Kept(IServiceProvider services, LogPublicKey key)
        => [.. services.GetRequiredService<KringOptions>().Log.Witnesses.Where(w => w.StartsWith(LogOptions.Folder, StringComparison.Ordinal))
            .Select(w => FolderWitness.PathOf(w, key)).Where(File.Exists).Select(path => CheckpointStreams.Of(path, key, Console.WriteLine))];

    private static void Say(string what, long count)
    {
        if (count > 0)
            Console.WriteLine($"{what}: {count}.");
    }
}
