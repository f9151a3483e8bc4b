using System.CommandLine;
using Kring.Access.Keys;
using Kring.Data;
using Microsoft.EntityFrameworkCore;

namespace Kring.Start;

/// <summary>Brings both databases to this version and says which steps that took.</summary>
internal static class MigrateCommand
{
    internal static Command Make(Option<string> data)
    {
        var migrate = new Command("migrate", "Bring both databases to this version, say what was done, and stop.");
        migrate.SetAction((parse, cancel) =>
        {
            var options = new RunOptions { DataFolder = parse.GetValue(data) };
            return KringCommands.Guarded(options, () => Run(options, cancel));
        });
        return migrate;
    }

    private static async Task<int> Run(RunOptions options, CancellationToken cancel)
    {
        await using var app = KringHost.Build(options);
        var main = await Pending<AppDb>(app.Services, cancel);
        var keys = await Pending<KeyDb>(app.Services, cancel);
        await Preparation.Run(app.Services, cancel);
        Say("The main database", main);
        Say("The key store", keys);
        return 0;
    }

    private static async Task<IReadOnlyList<string>> Pending<T>(IServiceProvider services, CancellationToken cancel) where T : DbContext
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<T>>().CreateDbContextAsync(cancel);
        return [.. await db.Database.GetPendingMigrationsAsync(cancel)];
    }

    private static void Say(string database, IReadOnlyList<string> done)
        => Console.WriteLine(done.Count == 0 ? $"{database} was at this version already." : $"{database} is at this version now; done: {string.Join(", ", done)}.");
}
