using Kring.Platform;
using Kring.Start;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kring.Bench;

/// <summary>The program's own services in this process, by which data is made through the door before the program that is measured starts.</summary>
internal static class Maker
{
    internal static async Task<T> Make<T>(string folder, Func<IServiceProvider, Task<T>> work)
    {
        await using var maker = KringHost.Build(new RunOptions { Urls = "http://127.0.0.1:0", DataFolder = folder, Environment = "Production" }, settings: Hasty());
        await Preparation.Migrate(maker.Services, CancellationToken.None);
        await maker.StartAsync();
        var made = await work(maker.Services);
        await maker.StopAsync();
        return made;
    }

    internal static Task<KringOptions> Options(string folder) => Make(folder, services => Task.FromResult(services.GetRequiredService<KringOptions>()));

    // Every compartment's key is a commit of its own, two hundred thousand of them: what is made here may be lost in a crash. The program that is measured waits for its disk.
    private static Dictionary<string, string?> Hasty()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var name in new[] { "Main", "Keys" })
        {
            if (Environment.GetEnvironmentVariable($"Kring__Postgres__{name}") is not { Length: > 0 } connection)
                continue;
            var hasty = new NpgsqlConnectionStringBuilder(connection);
            hasty.Options = $"{hasty.Options} -c synchronous_commit=off".Trim();
            settings[$"Kring:Postgres:{name}"] = hasty.ConnectionString;
        }

        return settings;
    }
}
