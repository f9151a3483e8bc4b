namespace Kring.Access.Keys;

/// <summary>Wraps and unwraps compartment keys. The file provider is the embedded one; hardware modules and key services stand behind the same face.</summary>
internal interface IMasterKeys
{
    /// <summary>The id of the master key that wraps new keys.</summary>
    string Current { get; }

    byte[] Wrap(CompartmentId compartment, ReadOnlySpan<byte> key);

    /// <exception cref="MasterKeyMismatchException">The master key is not here, or is another one.</exception>
    byte[] Unwrap(CompartmentId compartment, string masterKey, ReadOnlySpan<byte> wrapped);

    /// <summary>Makes a new current master key; the old ones stay until everything is wrapped anew.</summary>
    void Rotate();

    /// <summary>Forgets every master key but the current one.</summary>
    void ForgetOld();
}

/// <summary>The master key at hand is not the one that wrapped this key.</summary>
internal sealed class MasterKeyMismatchException(string masterKey) : Exception($"Master key {masterKey} is not at hand or is not the one that was used.");
