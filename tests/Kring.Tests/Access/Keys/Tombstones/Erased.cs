using Kring.Access;
using Kring.Access.Keys;
using Kring.Access.Keys.Tombstones;
using Kring.Access.Log;
using Kring.Data;
using Kring.People;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Access.Keys.Tombstones;

/// <summary>Somebody's profile that is destroyed, and what an older backup would bring back of it.</summary>
internal static class Erased
{
    internal static Task<DestroyOutcome> Destroy(this KringApp app, PersonId person) => app.Destroy(person.Profile);

    internal static Task<DestroyOutcome> Destroy(this KringApp app, CompartmentRef compartment)
        => app.In(services => services.GetRequiredService<DestroyCompartment>().Run(compartment, DestructionReason.ErasureAsked, Actor.ForJob("test-eraser"), default));

    /// <summary>How many rows, keys and log entries there are of somebody.</summary>
    internal static async Task<(int Rows, int Keys, bool Log)> Left(this KringApp app, PersonId person)
    {
        var compartment = person.Profile.Id;
        var (rows, log) = await app.InDatabase(async db => (
            await db.Set<Person>().CountAsync(p => p.Compartment == compartment) + await db.Set<Account>().CountAsync(a => a.Compartment == compartment) + await db.Set<Compartment>().CountAsync(c => c.Id == compartment),
            await db.Set<AccessEntry>().AnyAsync(e => e.Compartment == compartment)));
        return (rows, await app.InStore(store => store.Keys.CountAsync(k => k.Compartment == compartment)), log);
    }

    internal static Task<T> InStore<T>(this KringApp app, Func<KeyDb, Task<T>> work) => app.In(async services =>
    {
        await using var store = await services.GetRequiredService<IDbContextFactory<KeyDb>>().CreateDbContextAsync();
        return await work(store);
    });

    /// <summary>What a backup made now would hold of somebody; the answer puts it back over what is there then, as a restored backup does.</summary>
    internal static async Task<Func<Task>> Backup(this KringApp app, PersonId person)
    {
        var compartment = person.Profile.Id;
        var key = await app.InStore(store => store.Keys.AsNoTracking().SingleAsync(k => k.Compartment == compartment));
        var mark = await app.InStore(store => store.Set<KeyStoreMark>().AsNoTracking().SingleAsync());
        var row = await app.InDatabase(db => db.Set<Person>().AsNoTracking().SingleAsync(p => p.Compartment == compartment));
        var stands = await app.InDatabase(db => db.Set<LedgerMark>().AsNoTracking().SingleAsync());
        return async () =>
        {
            await app.InStore(async store =>
            {
                store.Update(mark);
                store.Add(key);
                return await store.SaveChangesAsync();
            });
            await app.InDatabase(async db =>
            {
                await db.Set<Tombstone>().Where(t => t.Number > stands.Number).ExecuteDeleteAsync();
                db.Update(stands);
                db.Add(row);
                db.Add(new Compartment { Id = compartment, Kind = CompartmentKind.Person, MadeAt = app.Clock.GetUtcNow() });
                return await db.SaveChangesAsync();
            });
        };
    }
}
