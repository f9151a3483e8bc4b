using Kring.Access;
using Kring.Platform;

namespace Kring.People.Details;

public readonly record struct NameChangeId(Guid Value) : ITypedId<NameChangeId>
{
    public static NameChangeId From(Guid value) => new(value);
}

/// <summary>That somebody changed their name, until every place that shows it has the new one.</summary>
internal sealed class NameChange : ICompartmented
{
    public required NameChangeId Id { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
}
