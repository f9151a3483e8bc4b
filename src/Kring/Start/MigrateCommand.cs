using System.CommandLine;
using Kring.Data;
using Microsoft.EntityFrameworkCore;

namespace Kring.Start;

/// <summary>Brings both databases to this version and says which steps that took, or would take.</summary>
internal static class MigrateCommand
{
    private const string Main = "The main database", Keys = "The key store";

    internal static Command Make(Option<string> data)
    {
        var plan = new Option<bool>("--plan") { Description = "Say what would be done, and change nothing." };
        var migrate = new Command("migrate", "Bring both databases to this version, say what was done, and stop.") { plan };
        migrate.SetAction((parse, cancel) =>
        {
            var options = new RunOptions { DataFolder = parse.GetValue(data) };
            return KringCommands.Guarded(options, () => parse.GetValue(plan) ? Plan(options, cancel) : Run(options, cancel));
        });
        return migrate;
    }

    private static async Task<int> Run(RunOptions options, CancellationToken cancel)
    {
        await using var app = KringHost.Build(options);
        var done = await Preparation.Migrate(app.Services, cancel);
        Say(Main, done.Main);
        Say(Keys, done.Keys);
        return 0;
    }

    private static void Say(string database, SchemaSteps steps) => Console.WriteLine(steps switch
    {
        { Pending.Count: > 0 } => $"{database} is at this version now; done: {string.Join(", ", steps.Pending)}.",
        { Later.Count: > 0 } => $"{database} is at a later version already: {string.Join(", ", steps.Later)}.",
        _ => $"{database} was at this version already.",
    });

    private static async Task<int> Plan(RunOptions options, CancellationToken cancel)
    {
        await using var app = KringHost.Build(options);
        await Plan(Main, Schema.MainOf(app.Services), cancel);
        await Plan(Keys, Schema.KeysOf(app.Services), cancel);
        Console.WriteLine("Nothing was changed.");
        return 0;
    }

    private static async Task Plan(string database, DbContext opened, CancellationToken cancel)
    {
        await using var db = opened;
        var steps = await SchemaSteps.Of(db, cancel);
        if (steps.Later.Count > 0)
            Console.WriteLine($"{database} is at a later version: {string.Join(", ", steps.Later)}.");
        if (steps.Pending.Count == 0)
            Console.WriteLine($"{database} lacks nothing of this version.");
        foreach (var step in steps.Pending)
            Console.WriteLine(string.Join("\n  - ", SchemaSteps.Words(db, step).Prepend($"{database} would get {step}, which")));
    }
}
