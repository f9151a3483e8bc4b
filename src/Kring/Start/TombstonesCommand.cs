using System.CommandLine;
using Kring.Access.Keys.Tombstones;
using Kring.Platform;

namespace Kring.Start;

/// <summary>The way out when the ledger of what was erased is lost while the databases are not. It is no start: a start would refuse.</summary>
internal static class TombstonesCommand
{
    internal static Command Make(Option<string> data)
    {
        var write = new Command("write", "Write a lost ledger anew from the database. Only while the database is the newest there is: never after a restore.");
        write.SetAction((parse, cancel) =>
        {
            var options = new RunOptions { DataFolder = parse.GetValue(data) };
            return KringCommands.Guarded(options, () => Write(options, cancel));
        });
        return new Command("tombstones", "Look after the ledger of what was erased for good.") { write };
    }

    private static async Task<int> Write(RunOptions options, CancellationToken cancel)
    {
        await using var app = KringHost.Build(options);
        var path = Path.GetFullPath(app.Services.GetRequiredService<KringOptions>().TombstonesPath);
        return await app.Services.GetRequiredService<WriteLedger>().Run(cancel) switch
        {
            WriteLedgerOutcome.Written => Say(Console.Out, 0, $"The tombstone ledger is written anew: {path}. Copy it to another place now, and find out how it got lost."),
            WriteLedgerOutcome.ThereAlready => Say(Console.Error, 1, $"There is a file {path} already. Nothing was changed; move it aside first if it is damaged."),
            WriteLedgerOutcome.Restored => Say(Console.Error, 1, "The database came from a backup and does not know what was erased since. Put a copy of the ledger in place; nothing was changed."),
            WriteLedgerOutcome.DatabaseIsOlder => Say(Console.Error, 1, "The database knows of fewer tombstones than the key store: it is an older one. Put a copy of the ledger in place; nothing was changed."),
            WriteLedgerOutcome.NeverStarted => Say(Console.Error, 1, "Kring never ran on this database, so there is no ledger to write. Nothing was changed."),
        };
    }

    private static int Say(TextWriter to, int code, string sentence)
    {
        to.WriteLine(sentence);
        return code;
    }
}
