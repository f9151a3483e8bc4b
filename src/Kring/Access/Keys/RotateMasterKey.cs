using Kring.Data;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access.Keys;

/// <summary>
/// Puts another master key in force and wraps every key with it, while Kring runs. In order: the new key is where every program can find it; the store says that it is in force, which waits for
/// whoever just makes a key with the old one; everything is wrapped anew; the old one is forgotten. Broken off anywhere, every key can still be read, and the next rotation finishes it.
/// </summary>
internal sealed class RotateMasterKey(IDbContextFactory<KeyDb> stores, IMasterKeys masters)
{
    private const int AtOnce = 100;

    /// <summary>Makes the new master key and no more: nodes with a file of their own get it before anything is wrapped with it.</summary>
    internal async Task<bool> Prepare(CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        await using var alone = await store.RotateAlone(cancel);
        masters.Reload();
        if (Waiting(await store.Mark(cancel)) is not null)
            return false;
        masters.Add();
        return true;
    }

    /// <returns>How many keys were wrapped anew.</returns>
    /// <exception cref="Platform.StartRefusedException">Another rotation is going on. Nothing was changed.</exception>
    internal async Task<int> Run(CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        await using var alone = await store.RotateAlone(cancel);
        masters.Reload();
        var mark = await store.Mark(cancel);
        mark.MasterKey = Waiting(mark) ?? masters.Add();
        await store.SaveChangesAsync(cancel);
        var count = 0;
        while (await Some(store, mark.MasterKey, cancel) is > 0 and var wrapped)
            count += wrapped;
        masters.ForgetAllBut(mark.MasterKey);
        return count;
    }

    // One that was prepared, or that a rotation left behind before it was in force.
    private string? Waiting(KeyStoreMark mark) => mark.MasterKey is { } inForce && masters.Newest is { } newest && newest != inForce ? newest : null;

    private async Task<int> Some(KeyDb store, string masterKey, CancellationToken cancel)
    {
        var batch = await store.Keys.Where(k => k.MasterKey != masterKey).OrderBy(k => k.Compartment).Take(AtOnce).ToListAsync(cancel);
        foreach (var key in batch)
        {
            key.Wrapped = masters.Wrap(key.Compartment, masterKey, masters.Unwrap(key.Compartment, key.MasterKey, key.Wrapped));
            key.MasterKey = masterKey;
        }

        try
        {
            await store.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A compartment was destroyed meanwhile: the next round no longer meets it.
        }

        store.ChangeTracker.Clear();
        return batch.Count;
    }
}
