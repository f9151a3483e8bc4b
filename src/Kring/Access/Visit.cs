namespace Kring.Access;

/// <summary>One use of personal data, as asked at the gate: who, where, why, what is done, and with what.</summary>
internal sealed record Visit(Actor Actor, CompartmentRef Compartment, Purpose Purpose, Operations Operation, LoggedObject Object)
{
    /// <summary>True when the operation changes nothing but the log.</summary>
    internal bool IsRead => (Operation & ~(Operations.Read | Operations.Export)) == Operations.None;
}

/// <summary>What was used, for the log: a kind such as "conversation" and the id when there is one. Never content.</summary>
/// <param name="Type">A word with a sentence in the log's texts, in lower case with hyphens.</param>
internal sealed record LoggedObject(string Type, Guid? Id = null);
