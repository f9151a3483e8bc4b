using Kring.Access;
using Kring.Access.Sealing;
using Kring.Platform;

namespace Kring.Networks.BreakGlass;

public readonly record struct EmergencyAccessId(Guid Value) : ITypedId<EmergencyAccessId>
{
    public static EmergencyAccessId From(Guid value) => new(value);
}

/// <summary>
/// A colleague of a participating organisation opened one network without taking part in it, for an hour, with a typed reason (noodknop). The data protection officer
/// is told at once and the care recipient sees it.
/// </summary>
internal sealed class EmergencyAccess : ICompartmented
{
    internal static readonly SealedField<string> NameField = new("emergency_accesses", "name");
    internal static readonly SealedField<string> FunctionField = new("emergency_accesses", "function");
    internal static readonly SealedField<string> ReasonField = new("emergency_accesses", "reason");

    public required EmergencyAccessId Id { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required PersonId Person { get; init; }

    public required OrganisationId Organisation { get; init; }

    public required Sealed<string> Name { get; init; }

    /// <summary>What they did for the organisation then: "kwaliteitsverpleegkundige". Empty when its office could not be opened.</summary>
    public required Sealed<string> Function { get; init; }

    public required Sealed<string> Reason { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset Until { get; set; }
}
