namespace Kring.Access.Keys;

/// <summary>
/// Wraps and unwraps compartment keys with master keys, which do not leave their provider. Which of them is in force stands in the key store: several programs run on one store, and one of
/// them may be rotating.
/// </summary>
internal interface IMasterKeys
{
    /// <summary>The ids of the master keys at hand.</summary>
    IReadOnlyList<string> Known { get; }

    /// <summary>The newest that may wrap new keys. Null while there is none where the settings want it.</summary>
    string? Newest { get; }

    /// <exception cref="MasterKeyMismatchException">The master key is not at hand.</exception>
    /// <exception cref="MasterKeyAwayException">What holds it does not answer.</exception>
    byte[] Wrap(CompartmentId compartment, string masterKey, ReadOnlySpan<byte> key);

    /// <exception cref="MasterKeyMismatchException">The master key is not at hand, or is another one.</exception>
    /// <exception cref="MasterKeyAwayException">What holds it does not answer.</exception>
    byte[] Unwrap(CompartmentId compartment, string masterKey, ReadOnlySpan<byte> wrapped);

    /// <summary>Looks again at what is there: another program may have added a master key, or taken one away.</summary>
    void Reload();

    /// <summary>Makes a new master key. It is durable when this returns, and wraps nothing yet.</summary>
    string Add();

    /// <summary>Forgets every master key but one.</summary>
    void ForgetAllBut(string masterKey);
}

/// <summary>The master key at hand is not the one that wrapped this key.</summary>
internal sealed class MasterKeyMismatchException(string masterKey)
    : Exception($"Master key {masterKey} is not at hand or is not the one that was used. If the master key was rotated, give this node the new one; what needs it is refused until then.");

/// <summary>What holds the master key does not answer now.</summary>
internal sealed class MasterKeyAwayException(string message, Exception? inner = null) : Exception(message, inner);
