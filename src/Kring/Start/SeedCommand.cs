using System.CommandLine;
using System.Globalization;
using Kring.Demo.Seeding;

namespace Kring.Start;

/// <summary>Bulk data for load tests, sealed as everything else.</summary>
internal static class SeedCommand
{
    internal static Command Make(Option<string> data)
    {
        var networks = Number("--networks", "How many care networks to add.", 100, 1);
        var people = Number("--people", "How many people to add.", 500, SeedBulk.FewestPeople);
        var messages = Number("--messages", "How many messages to add, spread over the networks.", 10_000, 0);
        var seed = new Command("seed", "Add bulk data for load tests, sealed as everything else. Never on real data.") { networks, people, messages };
        seed.SetAction((parse, cancel) =>
        {
            var options = new RunOptions { DataFolder = parse.GetValue(data) };
            return KringCommands.Guarded(options, () => KringCommands.Work(options, async (services, stop) =>
            {
                var password = await services.GetRequiredService<SeedBulk>().Run(parse.GetValue(networks), parse.GetValue(people), parse.GetValue(messages), Console.WriteLine, stop);
                Console.WriteLine($"The people of this run sign in with the password {password}");
                return 0;
            }, cancel));
        });
        return seed;
    }

    private static Option<int> Number(string name, string description, int otherwise, int least)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => otherwise };
        option.Validators.Add(result => KringCommands.Demand(
            result, !result.Tokens.Any(t => int.TryParse(t.Value, CultureInfo.InvariantCulture, out var number) && number < least), $"{name} must be {least} or more."));
        return option;
    }
}
