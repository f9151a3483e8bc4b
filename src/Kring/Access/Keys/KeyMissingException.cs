namespace Kring.Access.Keys;

/// <summary>A compartment has rows and no key: it was destroyed, or the key store is older than the data. What it sealed cannot be read.</summary>
internal sealed class KeyMissingException(CompartmentId compartment)
    : Exception($"The key store has no key for compartment {compartment}: it was destroyed, or the key store is older than the data.");
