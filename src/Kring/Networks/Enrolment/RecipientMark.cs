using Kring.Access;
using Kring.Access.Sealing;

namespace Kring.Networks.Enrolment;

/// <summary>One of the things by which the recipient of a network is recognised when somebody starts another one for them. An index: it cannot be read back.</summary>
internal sealed class RecipientMark : ICompartmented
{
    public required CompartmentId Compartment { get; init; }

    public required LookupIndex Index { get; init; }
}
