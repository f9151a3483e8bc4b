using System.Collections.Concurrent;
using System.Security.Cryptography;
using Kring.Access.Sealing;
using Kring.Data;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access.Keys;

/// <summary>Hands out unwrapped compartment keys to the door, and to nothing else. Keys stay in memory for minutes at most.</summary>
internal sealed class Keyring(IDbContextFactory<KeyDb> stores, IMasterKeys masters, TimeProvider time)
{
    private const ushort FirstGeneration = 1;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);
    private static readonly CompartmentId System = new(new Guid("00000000-0000-7000-8000-000000000001"));
    private readonly ConcurrentDictionary<CompartmentId, (CompartmentKey Key, DateTimeOffset Until)> _kept = new();
    private byte[]? _indexKey;
    private CompartmentKey? _system;

    /// <summary>The key of the lookup indexes. <see cref="Unlock"/> comes first.</summary>
    internal byte[] IndexKey => _indexKey ?? throw new InvalidOperationException("The keyring is still locked.");

    /// <summary>The program's own key, for what belongs to no compartment: data-protection keys.</summary>
    internal CompartmentKey ProgramKey => _system ?? throw new InvalidOperationException("The keyring is still locked.");

    /// <summary>Opens the program's own key, which shows that the master key is the right one; makes it at the very first start.</summary>
    /// <exception cref="StartRefusedException">The master key does not open what is stored.</exception>
    internal async Task Unlock(CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        var wrapped = await store.Keys.AsNoTracking().SingleOrDefaultAsync(k => k.Compartment == System, cancel);
        if (wrapped is null && await store.Keys.AnyAsync(cancel))
            throw new StartRefusedException("The key store has lost the program's own key. Restore the key store from its backup.");
        try
        {
            var key = wrapped is null ? await Make(store, System, cancel) : masters.Unwrap(System, wrapped.MasterKey, wrapped.Wrapped);
            _indexKey = HKDF.Expand(HashAlgorithmName.SHA256, key, 32, "kring/lookup"u8.ToArray());
            _system = new CompartmentKey(System, FirstGeneration, HKDF.Expand(HashAlgorithmName.SHA256, key, 32, "kring/program"u8.ToArray()));
        }
        catch (MasterKeyMismatchException wrong)
        {
            throw new StartRefusedException("The master key is not the one that this data was sealed with. Put the right master key file in place; nothing was changed.", wrong);
        }
    }

    internal async Task<IReadOnlyDictionary<CompartmentId, CompartmentKey>> Fetch(IReadOnlyCollection<CompartmentId> compartments, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var keys = new Dictionary<CompartmentId, CompartmentKey>();
        foreach (var id in compartments)
        {
            if (_kept.TryGetValue(id, out var kept) && kept.Until > now)
                keys[id] = kept.Key;
        }

        var missing = compartments.Where(id => !keys.ContainsKey(id)).Distinct().ToList();
        if (missing.Count == 0)
            return keys;
        await using var store = await stores.CreateDbContextAsync(cancel);
        await foreach (var wrapped in store.Keys.AsNoTracking().Where(k => missing.Contains(k.Compartment)).AsAsyncEnumerable().WithCancellation(cancel))
            keys[wrapped.Compartment] = Keep(wrapped.Compartment, masters.Unwrap(wrapped.Compartment, wrapped.MasterKey, wrapped.Wrapped), now);
        return keys;
    }

    /// <summary>Makes and stores the key of a new compartment. Comes before the compartment's rows; a key without rows harms nobody.</summary>
    internal async Task<CompartmentKey> MakeFor(CompartmentId compartment, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        return Keep(compartment, await Make(store, compartment, cancel), time.GetUtcNow());
    }

    /// <summary>Wraps every stored key with a new master key. Keys in use stay usable throughout.</summary>
    /// <returns>How many keys were wrapped anew.</returns>
    internal async Task<int> Rotate(CancellationToken cancel)
    {
        masters.Rotate();
        var count = 0;
        await using (var store = await stores.CreateDbContextAsync(cancel))
        {
            while (true)
            {
                var batch = await store.Keys.Where(k => k.MasterKey != masters.Current).Take(500).ToListAsync(cancel);
                if (batch.Count == 0)
                    break;
                foreach (var key in batch)
                {
                    key.Wrapped = masters.Wrap(key.Compartment, masters.Unwrap(key.Compartment, key.MasterKey, key.Wrapped));
                    key.MasterKey = masters.Current;
                }

                count += await store.SaveChangesAsync(cancel);
                store.ChangeTracker.Clear();
            }
        }

        masters.ForgetOld();
        return count;
    }

    private async Task<byte[]> Make(KeyDb store, CompartmentId compartment, CancellationToken cancel)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        store.Keys.Add(new WrappedKey { Compartment = compartment, Generation = FirstGeneration, MasterKey = masters.Current, Wrapped = masters.Wrap(compartment, key), MadeAt = time.Moment() });
        await store.SaveChangesAsync(cancel);
        return key;
    }

    private CompartmentKey Keep(CompartmentId id, byte[] key, DateTimeOffset now)
    {
        var unwrapped = new CompartmentKey(id, FirstGeneration, key);
        _kept[id] = (unwrapped, now + KeptFor);
        return unwrapped;
    }
}
