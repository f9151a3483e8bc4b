namespace Kring.Access;

/// <summary>How an actor stands towards a compartment at this moment, as its module sees it.</summary>
/// <param name="Role">In which role.</param>
/// <param name="Organisation">For which organisation a professional acts.</param>
/// <param name="OnBehalfOf">Whom a representative stands for.</param>
/// <param name="RelationId">The membership or staff row that proves the relation.</param>
internal sealed record Standing(Role Role, OrganisationId? Organisation = null, PersonId? OnBehalfOf = null, Guid? RelationId = null)
{
    /// <summary>Participant of the network or in the care team now, and the organisation's basis is present.</summary>
    internal bool Related { get; init; } = true;

    /// <summary>Consent, lock and restriction (AVG art. 18) allow it.</summary>
    internal bool Consented { get; init; } = true;

    /// <summary>Only reading is left, and ending: a closed network, a restricted file.</summary>
    internal bool ReadOnly { get; init; }

    /// <summary>Entered through break-glass with a typed reason.</summary>
    internal bool Emergency { get; init; }

    /// <summary>From which instant on content may be seen; null sees everything.</summary>
    internal DateTimeOffset? HistoryFrom { get; init; }
}

/// <summary>Tells how actors stand towards compartments of one kind. The module that owns the kind answers, in one query for all.</summary>
internal interface IRelations
{
    CompartmentKind Kind { get; }

    /// <summary>The standings of an actor; a compartment that is absent from the answer has no relation, or does not exist.</summary>
    Task<IReadOnlyDictionary<CompartmentId, Standing>> StandingsOf(Actor actor, IReadOnlyCollection<CompartmentId> compartments, CancellationToken cancel);

    /// <summary>Whether it answers for many persons in one query.</summary>
    bool AnswersTogether => false;

    /// <summary>As <see cref="StandingsOf(Actor, IReadOnlyCollection{CompartmentId}, CancellationToken)"/>, for persons with a session, each in a compartment, at one moment.</summary>
    Task<IReadOnlyDictionary<(PersonId Person, CompartmentId Compartment), Standing>> StandingsOf(
        IReadOnlyCollection<(PersonId Person, CompartmentId Compartment)> asked, DateTimeOffset now, CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>Locks every row that a standing rests on, so that ending any of them waits for this transaction. Nothing to do where a relation cannot end.</summary>
    Task Hold(Visit visit, Standing standing, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Locks every row that a standing of one of these could rest on. Of modules that answer together.</summary>
    Task Hold(IReadOnlyCollection<(PersonId Person, CompartmentId Compartment)> asked) => throw new NotSupportedException();
}
