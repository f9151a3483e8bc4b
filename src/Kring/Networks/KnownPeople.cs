using Kring.Access;
using Kring.Networks.Participation;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks;

/// <summary>Somebody as the network's own compartment knows them, still or in the past.</summary>
/// <param name="Membership">The latest membership.</param>
internal sealed record KnownPerson(NetworkMembership Membership, string Name, string Function)
{
    internal PersonId Id => Membership.Person;
}

internal static class KnownPeople
{
    /// <summary>Everybody who takes or took part, by their latest membership.</summary>
    internal static async Task<IReadOnlyDictionary<PersonId, KnownPerson>> KnownPeopleOf(this Grant network, CancellationToken cancel)
    {
        var people = new Dictionary<PersonId, KnownPerson>();
        foreach (var membership in await network.Rows<NetworkMembership>().AsNoTracking().OrderBy(m => m.From).ThenBy(m => m.Id).ToListAsync(cancel))
            people[membership.Person] = network.Known(membership);
        return people;
    }

    internal static KnownPerson Known(this Grant network, NetworkMembership membership)
    {
        var id = membership.Id.Value;
        return new KnownPerson(membership, network.Open(NetworkMembership.NameField, id, membership.Name), network.FunctionOf(membership));
    }

    /// <summary>What somebody is here, in the reader's language where it is Kring's own word: the care recipient. What people typed stays as they typed it.</summary>
    internal static string FunctionOf(this Grant network, NetworkMembership membership)
        => membership.Capacity == Capacity.CareRecipient ? NetworksTexts.FunctionRecipient : network.Open(NetworkMembership.FunctionField, membership.Id.Value, membership.Function);

    /// <summary>The name of somebody who may have been known only elsewhere.</summary>
    internal static string? NameOf(this IReadOnlyDictionary<PersonId, KnownPerson> people, PersonId? person)
        => person is { } id && people.TryGetValue(id, out var known) ? known.Name : null;
}
