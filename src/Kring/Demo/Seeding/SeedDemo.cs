using Kring.Data.Wall;
using Kring.Demo.Script;
using Kring.Demo.Script.Roster;
using Kring.Organisations;
using Kring.People;
using Kring.Platform;

namespace Kring.Demo.Seeding;

/// <summary>Fills an empty Kring with the demo. A second start finds it back; data that is not the demo is left alone.</summary>
internal sealed class SeedDemo(IServiceScopeFactory scopes, PastServices services, TimeProvider time)
{
    /// <returns>True when the demo was made now.</returns>
    /// <exception cref="StartRefusedException">There is data that is not the demo.</exception>
    internal async Task<bool> Run(CancellationToken cancel)
    {
        if (await IsThere(cancel))
            return false;
        var now = time.Moment();
        var stage = new DemoStage(DemoWorld.Write(now), now);
        await In<SeedPersons>(seed => seed.Run(stage, cancel));
        await Networks(stage, cancel);
        await In<SeedOrganisations>(seed => seed.Run(stage, cancel));
        await using var past = services.AsThen();
        await SeedVisits.Run(past, stage, cancel);
        return true;
    }

    // Each at the moment it was made, so that its log begins there too.
    private async Task Networks(DemoStage stage, CancellationToken cancel)
    {
        await using var past = services.AsThen();
        await past.Open(cancel);
        foreach (var network in stage.Script.Networks)
            await past.At(network.EnrolledAt, then => then.GetRequiredService<SeedNetwork>().Run(stage, network, cancel));
    }

    private async Task<bool> IsThere(CancellationToken cancel)
    {
        await using var scope = scopes.Serving();
        var organisations = await scope.ServiceProvider.GetRequiredService<OrganisationsAccess>().All(cancel);
        if (organisations.Count == 0)
            return false;
        return await scope.ServiceProvider.GetRequiredService<PeopleAccess>().AccountOf(Staff.Persons[0].Mail, cancel) is not null
            ? true
            : throw new StartRefusedException("There is data here that is not the demo. Choose another folder with --data, or start without --demo.");
    }

    private async Task In<T>(Func<T, Task> work) where T : notnull
    {
        await using var scope = scopes.Serving();
        await work(scope.ServiceProvider.GetRequiredService<T>());
    }
}
