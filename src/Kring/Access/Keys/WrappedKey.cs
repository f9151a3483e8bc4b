namespace Kring.Access.Keys;

/// <summary>The key of a compartment, wrapped by a master key. Lives in a store of its own, with its own short-lived backup.</summary>
internal sealed class WrappedKey
{
    public required CompartmentId Compartment { get; init; }

    public required ushort Generation { get; init; }

    /// <summary>Which master key wraps it.</summary>
    public required string MasterKey { get; set; }

    public required byte[] Wrapped { get; set; }

    public required DateTimeOffset MadeAt { get; init; }
}
