using System.Globalization;
using System.Text.Json.Nodes;
using Kring.Access;
using Kring.Access.Keys;
using Kring.People;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kring.Tests.Start.Backups;

/// <summary>A running Kring with two people, and places for its backups.</summary>
public sealed class BackupStage : IAsyncDisposable
{
    private readonly string _place = Directory.CreateTempSubdirectory("kring-backups-").FullName;

    internal KringApp App { get; } = new();

    internal PersonId Annie { get; private set; }

    internal PersonId Bea { get; private set; }

    internal string Main => At("main");

    internal string Keys => At("keys");

    internal string Ledger => Path.Combine(App.Folder, "tombstones.ledger");

    internal string At(string name) => Path.Combine(_place, name);

    internal async Task Begin()
    {
        await App.InitializeAsync();
        var world = new World(App);
        (Annie, Bea) = (await world.Person("Annie de Vries"), await world.Person("Bea Smit"));
    }

    internal async Task Stop()
    {
        await App.Stop();
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>Runs a verb; it must end with this code.</summary>
    /// <returns>What it said.</returns>
    internal async Task<string> Does(int code, params string[] arguments)
    {
        await using var process = App.Process(arguments);
        var ended = await process.ExitCode();
        Assert.True(code == ended, $"{string.Join(' ', arguments)} ended with {ended}: {process.Output}");
        Assert.DoesNotContain("   at ", process.Output, StringComparison.Ordinal);
        return process.Output;
    }

    internal Task<string> Backup() => Does(0, "backup", Main, "--keys", Keys);

    internal Task<string> Restore(int code, params string[] more) => Does(code, ["restore", Main, "--keys", Keys, .. more]);

    internal static string Newest(string place) => Directory.EnumerateDirectories(place).Order(StringComparer.Ordinal).Last();

    /// <summary>Changes a backup's manifest.</summary>
    internal static void Rewrite(string folder, Action<JsonNode> change)
    {
        var path = Path.Combine(folder, "manifest.json");
        var manifest = JsonNode.Parse(File.ReadAllText(path))!;
        change(manifest);
        File.WriteAllText(path, manifest.ToJsonString());
    }

    internal static void Age(string folder, TimeSpan by) => Rewrite(folder, m => m["MadeAt"] = (DateTimeOffset.Parse(m["MadeAt"]!.GetValue<string>(), CultureInfo.InvariantCulture) - by).ToString("O"));

    /// <summary>What somebody is called, through the door: null when nothing opens them any more.</summary>
    internal Task<string?> Name(PersonId person) => App.In(async services =>
    {
        var visit = new Visit(Actor.Arriving(person), person.Profile, PeoplePurposes.OwnProfile, Operations.Read, new LoggedObject("profile"));
        try
        {
            var grant = (await services.GetRequiredService<Door>().Enter(visit, default)).Grant!;
            return grant.Open(Person.NameField, person.Value, (await grant.Rows<Person>().SingleAsync()).Name);
        }
        catch (KeyMissingException)
        {
            return null;
        }
    });

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        Directory.Delete(_place, recursive: true);
    }
}
