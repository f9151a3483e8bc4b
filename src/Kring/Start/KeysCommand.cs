using System.CommandLine;
using Kring.Access.Keys;

namespace Kring.Start;

/// <summary>`keys`: the master key, while Kring runs.</summary>
internal static class KeysCommand
{
    internal static Command Make()
    {
        var keys = new Command("keys", "Look after the keys.");
        keys.Add(KringCommands.Verb("rotate", "Make a new master key and wrap every key with it; also from one provider to the other. Works while Kring runs.", async (services, cancel) =>
        {
            var count = await services.GetRequiredService<RotateMasterKey>().Run(cancel);
            Console.WriteLine($"{count} keys are wrapped with the new master key. Make a new backup of the master key file now, and of the key store; give nodes with a file of their own the new one.");
            return 0;
        }));
        keys.Add(KringCommands.Verb("prepare", "Make the next master key and use it for nothing yet. For several nodes: give each the new file, then rotate.", async (services, cancel) =>
        {
            Console.WriteLine(await services.GetRequiredService<RotateMasterKey>().Prepare(cancel)
                ? "The next master key is ready. Give every node the new master key file, then run: Kring keys rotate"
                : "A next master key is ready already. Give every node the master key file, then run: Kring keys rotate");
            return 0;
        }));
        return keys;
    }
}
