using System.CommandLine;
using System.CommandLine.Parsing;
using Kring.Access.Log;
using Kring.Demo.Seeding;
using Kring.FirstStart.SetUps;
using Kring.Platform;
using Kring.Start.Backups;

namespace Kring.Start;

/// <summary>The verbs of the program. Unknown options end with exit code 2, a refused start with 1 and the reason.</summary>
internal static class KringCommands
{
    private static readonly Option<string> Data = new("--data") { Description = "The data folder (default ./data).", Recursive = true };
    private static readonly Option<string> Urls = new("--urls") { Description = "The address to listen on (default http://localhost:5080)." };
    private static readonly Option<bool> Demo = new("--demo") { Description = "Fill an empty data folder with a demo. Development only." };
    private static readonly Option<TimeSpan> ClockOffset = new("--clock-offset") { Description = "Live this much later, such as 7.00:00:01 (days.hours:minutes:seconds). Development only." };

    /// <returns>The exit code: 0 done, 1 refused or wrong, 2 not understood.</returns>
    internal static async Task<int> Run(string[] args)
    {
        var parse = Root().Parse(args);
        if (parse.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"Kring does not understand this. {string.Join(' ', parse.Errors.Select(e => e.Message))} What it does understand: Kring --help");
            return 2;
        }

        // The web host itself listens to Ctrl+C and stops in order.
        return await parse.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    private static RootCommand Root()
    {
        ClockOffset.Validators.Add(result => Demand(result, !result.Tokens.Any(t => t.Value.StartsWith('-')), "--clock-offset cannot go back in time."));
        var root = new RootCommand("Kring: people around somebody who receives care talk safely, under that person's control.") { Data, Urls, Demo, ClockOffset };
        root.SetAction(Serve);
        var run = new Command("run", "Serve Kring (this is what happens without a verb).") { Urls, Demo, ClockOffset };
        run.SetAction(Serve);
        root.Add(run);
        root.Add(MigrateCommand.Make(Data));
        root.Add(SeedCommand.Make(Data));
        root.Add(OrganisationCommand.Make(Data));
        root.Add(KeysCommand.Make());
        root.Add(TombstonesCommand.Make(Data));
        root.Add(BackupCommand.Make(Data));
        root.Add(RestoreCommand.Make(Data));
        root.Add(LogCommand.Make());
        return root;
    }

    /// <summary>An option's value that does not hold is refused as one that is not understood.</summary>
    internal static void Demand(SymbolResult result, bool holds, string otherwise)
    {
        if (!holds)
            result.AddError(otherwise);
    }

    /// <summary>A verb that works on the data of the data folder, prepared as for a run.</summary>
    internal static Command Verb(string name, string description, Func<IServiceProvider, CancellationToken, Task<int>> work)
    {
        var verb = new Command(name, description);
        verb.SetAction((parse, cancel) => OnData(parse, work, cancel));
        return verb;
    }

    /// <summary>Work on the data folder that was named, prepared as for a run.</summary>
    internal static Task<int> OnData(ParseResult parse, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancel)
    {
        var options = new RunOptions { DataFolder = parse.GetValue(Data) };
        return Guarded(options, () => Work(options, work, cancel));
    }

    internal static async Task<int> Work(RunOptions options, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancel)
    {
        await using var app = KringHost.Build(options);
        await Preparation.Run(app.Services, cancel);
        var lane = app.Services.GetRequiredService<ReadLogLane>();
        await lane.StartAsync(cancel);
        var result = await work(app.Services, cancel);
        await lane.StopAsync(CancellationToken.None);
        return result;
    }

    /// <summary>Runs a verb; a start that is refused ends with exit code 1 and the reason.</summary>
    internal static async Task<int> Guarded(RunOptions options, Func<Task<int>> work, string whatCameOfIt = "Kring did not start.")
    {
        try
        {
            return await work();
        }
        catch (Exception fault) when (StartRefusals.ReasonOf(fault, options) is not null)
        {
            await Console.Error.WriteLineAsync($"{whatCameOfIt} " + StartRefusals.ReasonOf(fault, options));
            return 1;
        }
    }

    private static Task<int> Serve(ParseResult parse, CancellationToken cancel)
    {
        var options = new RunOptions
        {
            Urls = parse.GetValue(Urls),
            DataFolder = parse.GetValue(Data),
            Demo = parse.GetValue(Demo),
            ClockOffset = parse.GetValue(ClockOffset),
        };
        return Guarded(options, () => Serve(options, cancel));
    }

    private static async Task<int> Serve(RunOptions options, CancellationToken cancel)
    {
        await using var app = KringHost.Build(options);
        await Preparation.Run(app.Services, cancel);
        if (options.Demo)
            await app.Services.GetRequiredService<SeedDemo>().Run(cancel);
        KringHost.Map(app);
        await app.StartAsync(cancel);
        var desk = app.Services.GetRequiredService<SetUpDesk>();
        Console.WriteLine(Welcome.Text(app.Urls.First(), app.Services.GetRequiredService<KringOptions>().PublicUrl, options, await desk.IsOpen(cancel) ? desk.Code : null));
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }
}
