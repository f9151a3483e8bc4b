using System.Collections.Concurrent;
using System.Security.Cryptography;
using Kring.Access.Sealing;
using Kring.Data;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Access.Keys;

/// <summary>Hands out unwrapped compartment keys to the door, and to nothing else. A key stays in memory for five minutes, and one more until it is swept.</summary>
internal sealed class Keyring : IDisposable
{
    internal static readonly CompartmentId System = new(new Guid("00000000-0000-7000-8000-000000000001"));
    private const ushort FirstGeneration = 1;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<CompartmentId, (CompartmentKey Key, DateTimeOffset Until)> _kept = new();
    private readonly IDbContextFactory<KeyDb> _stores;
    private readonly IMasterKeys _masters;
    private readonly TimeProvider _time;
    private readonly ITimer _sweeper;
    private readonly SemaphoreSlim _making = new(1);
    private byte[]? _indexKey;
    private CompartmentKey? _system;
    private byte[]? _logSeed;

    public Keyring(IDbContextFactory<KeyDb> stores, IMasterKeys masters, TimeProvider time)
    {
        (_stores, _masters, _time) = (stores, masters, time);
        _sweeper = time.CreateTimer(_ => Sweep(), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
    }

    /// <summary>How many unwrapped keys are in memory.</summary>
    internal int Kept => _kept.Count;

    /// <summary>The key of the lookup indexes. <see cref="Unlock"/> comes first.</summary>
    internal byte[] IndexKey => _indexKey ?? throw new InvalidOperationException("The keyring is still locked.");

    /// <summary>The secret that the signature under the log's checkpoints follows from.</summary>
    internal byte[] LogSeed => _logSeed ?? throw new InvalidOperationException("The keyring is still locked.");

    /// <summary>The program's own key, for what belongs to no compartment: data-protection keys.</summary>
    internal CompartmentKey ProgramKey => _system ?? throw new InvalidOperationException("The keyring is still locked.");

    /// <summary>Opens the program's own key, which shows that the master key is the right one; makes it at the very first start.</summary>
    /// <param name="hasData">Whether there is data that earlier keys sealed.</param>
    /// <exception cref="StartRefusedException">The master key does not open what is stored, or the keys of the data are gone.</exception>
    internal async Task Unlock(bool hasData, CancellationToken cancel)
    {
        await using var store = await _stores.CreateDbContextAsync(cancel);
        var wrapped = await store.Keys.AsNoTracking().SingleOrDefaultAsync(k => k.Compartment == System, cancel);
        if (wrapped is null && (hasData || await store.Keys.AnyAsync(cancel)))
            throw new StartRefusedException("The key store has lost the program's own key, while there is data. Restore the key store from its backup; nothing was changed.");
        try
        {
            var key = wrapped is null ? await Make(store, System, cancel) : UnwrapOwn(wrapped);
            _indexKey = HKDF.Expand(HashAlgorithmName.SHA256, key, 32, "kring/lookup"u8.ToArray());
            _logSeed = HKDF.Expand(HashAlgorithmName.SHA256, key, 32, "kring/log"u8.ToArray());
            _system = new CompartmentKey(System, FirstGeneration, HKDF.Expand(HashAlgorithmName.SHA256, key, 32, "kring/program"u8.ToArray()));
        }
        catch (MasterKeyAwayException away)
        {
            throw new StartRefusedException(away.Message, away);
        }
        catch (MasterKeyMismatchException wrong)
        {
            throw new StartRefusedException("The master key is not the one that this data was sealed with. Put the right master key file in place; nothing was changed.", wrong);
        }
    }

    /// <exception cref="KeyMissingException">One of them has no key.</exception>
    /// <exception cref="MasterKeyMismatchException">A key is wrapped by a master key that is not at hand.</exception>
    internal async Task<IReadOnlyDictionary<CompartmentId, CompartmentKey>> Fetch(IReadOnlyCollection<CompartmentId> compartments, CancellationToken cancel)
    {
        var keys = await FetchKnown(compartments, cancel);
        foreach (var id in compartments)
        {
            if (!keys.ContainsKey(id))
                throw new KeyMissingException(id);
        }

        return keys;
    }

    /// <summary>As <see cref="Fetch"/>, leaving out those that have no key: the log names compartments that never were, or are erased.</summary>
    /// <exception cref="MasterKeyMismatchException">A key is wrapped by a master key that is not at hand.</exception>
    internal async Task<IReadOnlyDictionary<CompartmentId, CompartmentKey>> FetchKnown(IReadOnlyCollection<CompartmentId> compartments, CancellationToken cancel)
    {
        var now = _time.GetUtcNow();
        var keys = new Dictionary<CompartmentId, CompartmentKey>();
        foreach (var id in compartments)
        {
            if (_kept.TryGetValue(id, out var kept) && kept.Until > now)
                keys[id] = kept.Key;
        }

        var missing = compartments.Where(id => !keys.ContainsKey(id)).Distinct().ToList();
        if (missing.Count == 0)
            return keys;
        await using var store = await _stores.CreateDbContextAsync(cancel);
        foreach (var unwrapped in await Unwrapped(store, missing, cancel))
            keys[unwrapped.Key] = Keep(unwrapped.Key, unwrapped.Value, now);
        return keys;
    }

    // Whoever rotates adds the new master key, wraps with it, and takes the old one away: what was read a moment ago may be wrapped by either.
    private async Task<Dictionary<CompartmentId, byte[]>> Unwrapped(KeyDb store, List<CompartmentId> missing, CancellationToken cancel)
    {
        var unwrapped = new Dictionary<CompartmentId, byte[]>();
        for (var tries = 3; ; tries--)
        {
            var left = missing.Where(id => !unwrapped.ContainsKey(id)).ToList();
            var unknown = default(string);
            await foreach (var wrapped in store.Keys.AsNoTracking().Where(k => left.Contains(k.Compartment)).AsAsyncEnumerable().WithCancellation(cancel))
            {
                if (_masters.Known.Contains(wrapped.MasterKey))
                    unwrapped[wrapped.Compartment] = _masters.Unwrap(wrapped.Compartment, wrapped.MasterKey, wrapped.Wrapped);
                else
                    unknown = wrapped.MasterKey;
            }

            if (unknown is null)
                return unwrapped;
            if (tries == 0)
                throw new MasterKeyMismatchException(unknown);
            _masters.Reload();
        }
    }

    /// <summary>Makes and stores the key of a new compartment. Comes before the compartment's rows; a key without rows harms nobody.</summary>
    /// <exception cref="DbUpdateException">There is a compartment of this id already. Its key is not handed out.</exception>
    internal async Task<CompartmentKey> MakeFor(CompartmentId compartment, CancellationToken cancel)
    {
        await using var store = await _stores.CreateDbContextAsync(cancel);
        return Keep(compartment, await Make(store, compartment, cancel), _time.GetUtcNow());
    }

    /// <summary>Takes an unwrapped key from memory: its compartment was destroyed. Other nodes sweep it within six minutes.</summary>
    internal void Forget(CompartmentId compartment) => _kept.TryRemove(compartment, out _);

    public void Dispose()
    {
        _sweeper.Dispose();
        _making.Dispose();
        _kept.Clear();
    }

    internal void Sweep()
    {
        var now = _time.GetUtcNow();
        foreach (var kept in _kept.Where(k => k.Value.Until <= now))
            _kept.TryRemove(kept);
    }

    private byte[] UnwrapOwn(WrappedKey wrapped)
    {
        if (!_masters.Known.Contains(wrapped.MasterKey))
            _masters.Reload();
        return _masters.Unwrap(System, wrapped.MasterKey, wrapped.Wrapped);
    }

    // The master key in force is held until the new key is stored: a rotation that goes on waits for it, and then finds it.
    private async Task<byte[]> Make(KeyDb store, CompartmentId compartment, CancellationToken cancel)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        await _making.WaitAsync(cancel);
        try
        {
            await using var transaction = await store.Database.BeginTransactionAsync(cancel);
            var mark = await store.HeldMark(cancel);
            mark.MasterKey ??= _masters.Newest ?? _masters.Add();
            if (!_masters.Known.Contains(mark.MasterKey))
                _masters.Reload();
            store.Keys.Add(new WrappedKey { Compartment = compartment, Generation = FirstGeneration, MasterKey = mark.MasterKey, Wrapped = _masters.Wrap(compartment, mark.MasterKey, key), MadeAt = _time.Moment() });
            await store.SaveChangesAsync(cancel);
            await transaction.CommitAsync(CancellationToken.None);
            return key;
        }
        finally
        {
            _making.Release();
        }
    }

    private CompartmentKey Keep(CompartmentId id, byte[] key, DateTimeOffset now)
    {
        var unwrapped = new CompartmentKey(id, FirstGeneration, key);
        _kept[id] = (unwrapped, now + KeptFor);
        return unwrapped;
    }
}
