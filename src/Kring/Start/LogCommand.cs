using System.CommandLine;
using Kring.Access.Log.Tree;
using Kring.Access.Log.Tree.Exports;

namespace Kring.Start;

/// <summary>The verbs that look after the access log.</summary>
internal static class LogCommand
{
    internal static Command Make()
    {
        var log = new Command("log", "Look after the access log.");
        log.Add(Verify());
        log.Add(Export());
        log.Add(KringCommands.Verb("key", "Print the public key of the log's checkpoints. Whoever checks the log notes it once, outside this Kring.", (services, _) =>
        {
            Console.WriteLine(services.GetRequiredService<LogSigner>().PublicKey);
            return Task.FromResult(0);
        }));
        return log;
    }

    private static Command Verify()
    {
        var folder = new Argument<string?>("DIR") { Description = "An export to check, made by log export. Takes no database and no master key. Without it the log in the database is checked.", Arity = ArgumentArity.ZeroOrOne };
        var checkpoints = new Option<string[]>("--checkpoint") { Description = "A file with checkpoints that somebody else kept, such as the file of a witness. May be given more than once.", HelpName = "FILE" };
        var key = new Option<string?>("--key") { Description = "The public key, as log key prints it. Without it the key in the export is believed.", HelpName = "PUBLICKEY" };
        checkpoints.Validators.Add(result => KringCommands.Demand(result, result.Tokens.All(t => File.Exists(t.Value)), "A file given with --checkpoint is not there."));
        key.Validators.Add(result => KringCommands.Demand(result, result.Tokens.All(t => LogPublicKey.Parse(t.Value) is not null), "--key is not a public key as log key prints it."));
        var verify = new Command("verify", "Check that nothing in the access log was altered, removed, swapped or truncated, and name the first index where something was. Ends with exit code 1 when it was.") { folder, checkpoints, key };
        verify.Validators.Add(result =>
        {
            var named = result.GetResult(folder)?.Tokens ?? [];
            KringCommands.Demand(result, named.All(t => Directory.Exists(t.Value)), "The folder of the export is not there.");
            KringCommands.Demand(result, named.Count > 0 || (result.GetResult(checkpoints) is null && result.GetResult(key) is null), "--checkpoint and --key are for checking an export: name its folder.");
        });
        verify.SetAction((parse, cancel) => parse.GetValue(folder) is { } export
            ? VerifySealed.Run(export, parse.GetValue(checkpoints) ?? [], parse.GetValue(key) is { } pinned ? LogPublicKey.Parse(pinned) : null, cancel)
            : KringCommands.OnData(parse, VerifyLog.Run, cancel));
        return verify;
    }

    private static Command Export()
    {
        var folder = new Argument<string>("DIR") { Description = "The folder to write to: a new or an empty one." };
        folder.Validators.Add(result => KringCommands.Demand(result, result.Tokens.All(t => !File.Exists(t.Value) && (!Directory.Exists(t.Value) || !Directory.EnumerateFileSystemEntries(t.Value).Any())), "The folder to export to is not empty."));
        var export = new Command("export", "Write the sealed log to a folder, for somebody outside to check with log verify: entries as they are encrypted, tiles, checkpoints and the public key. The program may run on.") { folder };
        export.SetAction((parse, cancel) => KringCommands.OnData(parse, (services, stop) => Export(services, parse.GetValue(folder)!, stop), cancel));
        return export;
    }

    private static async Task<int> Export(IServiceProvider services, string folder, CancellationToken cancel)
    {
        if (await services.GetRequiredService<ExportLog>().Run(folder, cancel) is not { } size)
        {
            await Console.Error.WriteLineAsync("Nothing is sealed yet: the program does so within seconds after it started.");
            return 1;
        }

        Console.WriteLine($"{size} entries are exported to {folder}. Whoever checks them needs this folder and the public key: Kring log verify {folder} --key …");
        return 0;
    }
}
