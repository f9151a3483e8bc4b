using System.Diagnostics;
using Kring.Data.Wall;
using Kring.Demo.Script;
using Kring.Platform;

namespace Kring.Demo.Seeding;

/// <summary>Adds bulk data for load tests, sealed and logged as everything else. The people get accounts with one password that is made for this run.</summary>
internal sealed class SeedBulk(IServiceScopeFactory scopes, TimeProvider time)
{
    private const int PeoplePerCommit = 500;
    internal const int FewestPeople = 6;

    /// <param name="people">At least <see cref="FewestPeople"/>: every network has a recipient, family and a coordinator.</param>
    /// <returns>The password of all these accounts.</returns>
    internal async Task<string> Run(int networks, int people, int messages, Action<string> report, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        var crowd = new BulkCrowd(time.Moment(), people);
        foreach (var batch in crowd.People.Chunk(PeoplePerCommit))
            await In<BulkPeople>(seed => seed.Run(crowd, batch, cancel));
        await In<BulkPeople>(seed => seed.Employ(crowd, cancel));
        report($"{people} people in {watch.Elapsed.TotalSeconds:0.0} s");
        var lines = DemoWorld.Write(time.Moment()).Networks.SelectMany(n => n.Conversations).SelectMany(c => c.Messages).Select(m => m.Text).ToList();
        watch.Restart();
        for (var number = 0; number < networks; number++)
        {
            var share = (messages / networks) + (number < messages % networks ? 1 : 0);
            await In<BulkNetwork>(seed => seed.Run(crowd, number, share, lines, cancel));
            if ((number + 1) % 100 == 0)
                report($"{number + 1} networks, {(number + 1) / watch.Elapsed.TotalSeconds:0} a second");
        }

        report($"{networks} networks with {messages} messages in {watch.Elapsed.TotalSeconds:0.0} s");
        return crowd.Password;
    }

    private async Task In<T>(Func<T, Task> work) where T : notnull
    {
        await using var scope = scopes.Serving();
        await work(scope.ServiceProvider.GetRequiredService<T>());
    }
}
