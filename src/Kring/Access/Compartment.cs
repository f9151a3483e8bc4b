namespace Kring.Access;

/// <summary>A compartment that exists. Destroying its key, deleting its rows and writing a tombstone is erasure.</summary>
internal sealed class Compartment
{
    public required CompartmentId Id { get; init; }

    public required CompartmentKind Kind { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
}
