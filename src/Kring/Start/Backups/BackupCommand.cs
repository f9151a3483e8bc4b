using System.CommandLine;
using Kring.Platform;

namespace Kring.Start.Backups;

/// <summary>`backup`: while Kring runs, to a place of the operator's; it changes nothing in the databases.</summary>
internal static class BackupCommand
{
    internal static Command Make(Option<string> data)
    {
        var folder = new Argument<string>("DIR") { Description = "Where the main database goes, in a folder of its own with the time in its name." };
        var keys = new Option<string>("--keys") { Description = "Where the key store goes: another place than DIR, kept for 30 days at most. Older ones that lie there are removed." };
        var backup = new Command("backup", "Back up the databases while Kring runs, each as it is at one moment. The master key and the tombstone ledger are not in it.") { folder, keys };
        backup.SetAction((parse, cancel) =>
        {
            var options = new RunOptions { DataFolder = parse.GetValue(data) };
            return KringCommands.Guarded(options, async () =>
            {
                await using var app = KringHost.Build(options);
                app.Services.GetRequiredService<RunningLock>().Share();
                foreach (var sentence in await app.Services.GetRequiredService<MakeBackup>().Run(parse.GetValue(folder)!, parse.GetValue(keys), cancel))
                    Console.WriteLine(sentence);
                return 0;
            }, "No backup was made.");
        });
        return backup;
    }

    internal static void AddServices(IServiceCollection services, KringOptions options)
    {
        if (options.Database == DatabaseKind.Sqlite)
            services.AddSingleton<IDatabaseCopies, SqliteCopies>();
        else
            services.AddSingleton<IDatabaseCopies, PostgresCopies>();
        services.AddSingleton<RunningLock>();
        services.AddSingleton<MakeBackup>();
        services.AddSingleton<RestoreBackup>();
    }
}
