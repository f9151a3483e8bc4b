namespace Kring.Access.Sealing;

/// <summary>A ciphertext was altered, moved or sealed with another key. Nothing of it is shown; the operator is warned.</summary>
internal sealed class SealBrokenException(string place) : Exception($"The seal of {place} is broken: the value was altered or moved.");
