using Kring.Access;
using Kring.Access.Jobs;
using Kring.Data.Wall;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.Details;

/// <summary>A place outside the profile that shows people's names, sealed in a compartment of its own.</summary>
internal interface INameHolder
{
    /// <summary>Shows this name from now on, wherever the person takes part now. Done twice is done once.</summary>
    /// <returns>False when somebody else was first somewhere: it is tried again.</returns>
    Task<bool> Carry(PersonId person, string name, CancellationToken cancel);
}

/// <summary>Carries the name that somebody has now to every place that shows it, and then forgets that it changed. Whatever stops it half-way, the next round goes on.</summary>
internal sealed class CarryName(Door door, IEnumerable<INameHolder> holders)
{
    internal static readonly Actor Job = Actor.ForJob("carry-name");

    internal async Task Run(PersonId person, CancellationToken cancel)
    {
        if ((await door.Enter(Visit(person, Operations.Read), cancel)).Grant is not { } profile)
            return;
        // Seen before the name is read: a change that comes in between is carried again.
        var seen = await profile.Rows<NameChange>().Select(c => c.Id).ToListAsync(cancel);
        var known = await profile.Rows<Person>().SingleAsync(cancel);
        var name = profile.Open(Person.NameField, person.Value, known.Name);
        foreach (var holder in holders)
        {
            if (!await holder.Carry(person, name, cancel))
                return;
        }

        if ((await door.Enter(Visit(person, Operations.Delete), cancel)).Grant is not { } done)
            return;
        foreach (var change in await done.Rows<NameChange>().Where(c => seen.Contains(c.Id)).ToListAsync(cancel))
            done.Remove(change);
        await door.Commit(cancel);
    }

    private static Visit Visit(PersonId person, Operations operation) => new(Job, person.Profile, PeoplePurposes.CarryName, operation, new LoggedObject("name"));
}

internal sealed class CarryNames(IServiceScopeFactory scopes, ILogger<CarryNames> logger) : Rounds(scopes, logger)
{
    private const int Most = 50;

    protected override TimeSpan First => TimeSpan.FromSeconds(1);

    protected override TimeSpan Every => TimeSpan.FromSeconds(5);

    protected override async Task<bool> Round(IServiceScopeFactory scopes, CancellationToken cancel)
    {
        await using var scope = scopes.Serving();
        foreach (var person in await scope.ServiceProvider.GetRequiredService<PeopleAccess>().ChangedNames(Most, cancel))
        {
            await using var one = scopes.Serving();
            await one.ServiceProvider.GetRequiredService<CarryName>().Run(person, cancel);
        }

        return false;
    }
}
