using System.Diagnostics;
using System.Globalization;
using Kring.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Bench.Growth;

/// <summary>Makes a world of growing size and measures the same at each: a hundredth, a tenth, and all of it.</summary>
internal static class MeasureGrowth
{
    private const int AtOnce = 3, BarePlaces = 32;

    /// <summary>SQLite is for small organisations: a tenth.</summary>
    private const double PartOnSqlite = 0.1;

    internal static async Task<IReadOnlyList<Row>> Run(string folder, double part)
    {
        var (empty, options) = await Maker.Make(folder, async services => (await DiskUse.Of(services), services.GetRequiredService<KringOptions>()));
        var lite = options.Database == DatabaseKind.Sqlite;
        var world = new GrowingWorld(lite ? 1 : AtOnce);
        await using var bare = await Bare.Start(options, BarePlaces);
        var (rows, growth) = (new List<Row>(), new CostAsItGrows());
        foreach (var networks in WorldPlan.Of(lite ? part * PartOnSqlite : part).Networks)
        {
            var (places, disk, seeding) = await Grow(folder, world, networks);
            var size = string.Create(CultureInfo.InvariantCulture, $"{world.Networks:N0} networks");
            List<Row> here = [Row.Of($"{size}: messages", world.Messages, "", "persons", world.Persons), .. seeding, .. disk.Rows(empty)];
            await using var kring = await KringProgram.Start(folder);
            here.Add(Row.Of("  start with data to the first answer", kring.ReadyAfter, "ms", "floor", 500));
            using var measures = new MeasureSize(kring, bare.Address, places);
            var costs = await measures.Run();
            growth.Add(size, costs);
            here.AddRange([.. costs.Select(cost => cost.Row), Row.Of("  memory at its end", kring.Memory, "MiB", "", 0)]);
            await kring.Stop();
            Report.Of(here).Print(Console.Out);
            rows.AddRange(here);
        }

        return [.. rows, .. growth.Rows()];
    }

    private static Task<(GrowingPlaces Places, DiskUse Disk, IReadOnlyList<Row> Seeding)> Grow(string folder, GrowingWorld world, int networks) => Maker.Make(folder, async services =>
    {
        var (before, began) = (world.Messages, Stopwatch.GetTimestamp());
        await world.GrowTo(services, networks);
        var made = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await GrowingWorld.SealLog(services);
        var sealedToo = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{world.Networks:N0} networks, {world.Messages:N0} messages: made in {made:N0} s, in the tree after {sealedToo:N0} s."));
        if (before == 0)
            await world.LookBack(services);
        var places = await GrowingPlaces.Of(services, world);
        await GrowingWorld.SealLog(services);
        IReadOnlyList<Row> seeding =
        [
            Row.Of("  messages made with their networks and people", (world.Messages - before) / made, "/s", "until in the tree too", (world.Messages - before) / sealedToo), Row.Of("  making them", made, "s", "until in the tree too", sealedToo),
        ];
        return (places, await DiskUse.Of(services), seeding);
    });
}
