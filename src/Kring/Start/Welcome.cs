using Kring.Demo.Script;
using Kring.Demo.Seeding;
using Kring.FirstStart.SetUps;

namespace Kring.Start;

/// <summary>What the console says once Kring listens.</summary>
internal static class Welcome
{
    /// <param name="address">Where it listens.</param>
    /// <param name="publicUrl">Where people reach it: behind a proxy, the only name it answers to.</param>
    /// <param name="setUpCode">Null when Kring was set up before.</param>
    internal static string Text(string address, Uri publicUrl, RunOptions run, string? setUpCode)
        => run.Demo ? Demo(address) : $"Kring is ready at {address}" + (setUpCode is null ? string.Empty : $"\n\nIt is still empty. Set it up at {(publicUrl.IsLoopback ? address : publicUrl.GetLeftPart(UriPartial.Authority))}{SetUpDesk.Path} with this code: {setUpCode}\n");

    private static string Demo(string address)
    {
        string[] lines =
        [
            string.Empty,
            $"Kring is ready at {address}",
            string.Empty,
            "This is a demo: everybody in it is invented. Among others, these people can sign in:",
            string.Empty,
            .. DemoWorld.Guides().SelectMany(Entry),
            string.Empty,
            $"  Password, for everybody:  {SeedPersons.Password}",
            $"  Code, when it is asked:   {address}/dev/outbox",
            string.Empty,
        ];
        return string.Join('\n', lines);
    }

    private static string[] Entry((DemoPerson Person, string Description) guide)
        => [$"  {DemoStage.FullName(guide.Person),-24} {guide.Person.Mail}", $"  {string.Empty,-24} {guide.Description}"];
}
