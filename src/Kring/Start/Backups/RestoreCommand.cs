using System.CommandLine;

namespace Kring.Start.Backups;

/// <summary>`restore`: puts backups back in a Kring that does not run.</summary>
internal static class RestoreCommand
{
    internal static Command Make(Option<string> data)
    {
        var folder = new Argument<string>("DIR") { Description = "A backup of the main database, or the folder that holds them: then the newest." };
        var keys = new Option<string>("--keys") { Description = "A backup of the key store, or the folder that holds them. Left out: the key store stays as it is." };
        var tombstones = new Option<string>("--tombstones") { Description = "The newest copy of the tombstone ledger. Left out: the one that is in place." };
        var replace = new Option<bool>("--replace") { Description = "Also where there is data already, which is gone then." };
        var restore = new Command("restore", "Put a backup back; Kring must not run. What was erased since is destroyed again at the next start, before the port opens.") { folder, keys, tombstones, replace };
        restore.SetAction((parse, cancel) =>
        {
            var options = new RunOptions { DataFolder = parse.GetValue(data) };
            return KringCommands.Guarded(options, async () =>
            {
                await using var app = KringHost.Build(options);
                var wanted = new WantedRestore(parse.GetValue(folder)!, parse.GetValue(keys), parse.GetValue(tombstones), parse.GetValue(replace));
                foreach (var sentence in await app.Services.GetRequiredService<RestoreBackup>().Run(wanted, cancel))
                    Console.WriteLine(sentence);
                return 0;
            }, "Nothing was restored.");
        });
        return restore;
    }
}
