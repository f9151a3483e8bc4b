using Kring.Access;

namespace Kring.Privacy.Statements;

/// <summary>Somebody was shown a version of a statement and said to have read it. Lives in their own profile.</summary>
internal sealed class StatementReceipt : ICompartmented
{
    public required PersonId Person { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required StatementId Statement { get; init; }

    public required DateTimeOffset ReadAt { get; init; }
}
