namespace Kring.Access.Log;

/// <summary>How a use of data ended.</summary>
public enum Outcome
{
    /// <summary>Read, or changed.</summary>
    Done,
    /// <summary>The gate stayed shut.</summary>
    Refused,
    /// <summary>The gate opened and the rules of the use case then changed nothing.</summary>
    NothingChanged,
}

/// <summary>
/// One line of the access log, with the fields of NEN 7513:2018. Ids only: names are looked up by whoever may see them, content never enters.
/// Never changed and never deleted before its term.
/// </summary>
internal sealed record AccessEntry : ICompartmented
{
    public required Guid Id { get; init; }

    public required CompartmentId Compartment { get; init; }

    public required CompartmentKind Kind { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>C, R, U, D or E.</summary>
    public required Operations Operation { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>The name of the gate's refusal, or null.</summary>
    public string? Refusal { get; init; }

    /// <summary>The user who asked; null for a job or a visitor.</summary>
    public PersonId? Person { get; init; }

    /// <summary>The name of the job that asked.</summary>
    public string? Job { get; init; }

    public required Role Role { get; init; }

    public OrganisationId? Organisation { get; init; }

    public PersonId? OnBehalfOf { get; init; }

    public required string Purpose { get; init; }

    public required string ObjectType { get; init; }

    public Guid? ObjectId { get; init; }

    /// <summary>The session, which stands for the network access point.</summary>
    public SessionId? Session { get; init; }

    /// <summary>The membership or staff row that proves the relation (treatment-relation protocol).</summary>
    public Guid? RelationId { get; init; }

    /// <summary>The stamp of register and matrix by which was decided (authorisation protocol).</summary>
    public required long PolicyStamp { get; init; }

    public required bool Authorised { get; init; }

    public required bool Related { get; init; }

    public required bool Consented { get; init; }

    public required bool Emergency { get; init; }

    internal static AccessEntry Of(Visit visit, GateDecision decision, Guid id, DateTimeOffset at) => new()
    {
        Id = id,
        Compartment = visit.Compartment.Id,
        Kind = visit.Compartment.Kind,
        At = at,
        Operation = visit.Operation,
        Outcome = decision.Opened ? Outcome.Done : Outcome.Refused,
        Refusal = decision.Opened ? null : decision.Refusal.ToString(),
        Person = visit.Actor.Person,
        Job = visit.Actor.Job,
        Session = visit.Actor.Session,
        Role = decision.Standing?.Role ?? Role.None,
        Organisation = decision.Standing?.Organisation,
        OnBehalfOf = decision.Standing?.OnBehalfOf,
        RelationId = decision.Standing?.RelationId,
        Purpose = visit.Purpose.Key,
        ObjectType = visit.Object.Type,
        ObjectId = visit.Object.Id,
        PolicyStamp = decision.PolicyStamp,
        Authorised = decision.Authorised,
        Related = decision.Related,
        Consented = decision.Consented,
        Emergency = decision.Emergency,
    };
}
