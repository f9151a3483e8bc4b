namespace Kring.Access.Keys;

/// <summary>One row: what the key store knows beside its keys.</summary>
internal sealed class KeyStoreMark
{
    internal const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    /// <summary>The master key in force: whoever wraps a new key does so with this one. Null before the first start.</summary>
    public string? MasterKey { get; set; }

    /// <summary>To which ledger of tombstones the store belongs, and how far that goes.</summary>
    public string? Ledger { get; set; }

    public long Number { get; set; }

    public string? Hash { get; set; }
}
