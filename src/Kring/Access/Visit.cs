namespace Kring.Access;

/// <summary>One use of personal data, as asked at the gate: who, where, why, what is done, and with what.</summary>
internal sealed record Visit(Actor Actor, CompartmentRef Compartment, Purpose Purpose, Operations Operation, LoggedObject Object)
{
    /// <summary>True when the operation changes nothing but the log.</summary>
    internal bool IsRead => (Operation & ~(Operations.Read | Operations.Export)) == Operations.None;

    /// <summary>True when all that can come of it is that somebody sees less: a consent withdrawn, a participation or a mandate ended. Adds nothing, and takes out no row.</summary>
    internal bool OnlyEnds { get => field && Operation == Operations.Delete; private init; }

    /// <summary>
    /// A visit that takes access away and does nothing else. The gate lets it into a compartment in which only reading is left: taking back is as easy as giving (AVG art. 7(3)),
    /// also when a network is closed.
    /// </summary>
    internal static Visit Ending(Actor actor, CompartmentRef compartment, Purpose purpose, LoggedObject what) => new(actor, compartment, purpose, Operations.Delete, what) { OnlyEnds = true };
}

/// <summary>What was used, for the log: a kind such as "conversation" and the id when there is one. Never content.</summary>
/// <param name="Type">A word with a sentence in the log's texts, in lower case with hyphens.</param>
internal sealed record LoggedObject(string Type, Guid? Id = null);
