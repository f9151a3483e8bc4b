using Kring.Platform;

namespace Kring.Access;

/// <summary>The id of a compartment: the unit with its own key and its own relations.</summary>
public readonly record struct CompartmentId(Guid Value) : ITypedId<CompartmentId>
{
    public static CompartmentId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>What a compartment is of; it decides which relations open it.</summary>
public enum CompartmentKind
{
    /// <summary>Keys of the program itself: lookup indexes, data-protection keys.</summary>
    System,
    Person,
    Organisation,
    Network,
}

/// <summary>A compartment as it is asked for: kind and id. It need not exist.</summary>
public readonly record struct CompartmentRef(CompartmentKind Kind, CompartmentId Id);

/// <summary>A row that lives in a compartment. Its key is (compartment_id, id).</summary>
internal interface ICompartmented
{
    CompartmentId Compartment { get; }
}
