using Kring.Access;

namespace Kring.People;

/// <summary>A profile is open to the person it is of, and to nobody else.</summary>
internal sealed class PeopleRelations : IRelations
{
    public CompartmentKind Kind => CompartmentKind.Person;

    public Task<IReadOnlyDictionary<CompartmentId, Standing>> StandingsOf(Actor actor, IReadOnlyCollection<CompartmentId> compartments, CancellationToken cancel)
        => Task.FromResult<IReadOnlyDictionary<CompartmentId, Standing>>(
            compartments.Where(id => actor.Person?.Value == id.Value).ToDictionary(id => id, _ => new Standing(Role.Self)));
}
