using System.CommandLine;

namespace Kring.Start;

/// <summary>Bulk data for load tests, sealed as everything else.</summary>
internal static class SeedCommand
{
    internal static Command Make(Option<string> data)
    {
        var networks = new Option<int>("--networks") { Description = "How many care networks to add.", DefaultValueFactory = _ => 100 };
        var people = new Option<int>("--people") { Description = "How many people to add.", DefaultValueFactory = _ => 500 };
        var messages = new Option<int>("--messages") { Description = "How many messages to add.", DefaultValueFactory = _ => 10_000 };
        var seed = new Command("seed", "Add bulk data for load tests, sealed as everything else.") { networks, people, messages };
        seed.SetAction((parse, cancel) =>
        {
            var options = new RunOptions { DataFolder = parse.GetValue(data) };
            return KringCommands.Guarded(options, () => throw new Platform.StartRefusedException("Bulk data comes with the demo module."));
        });
        return seed;
    }
}
