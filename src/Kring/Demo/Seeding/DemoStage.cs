using Kring.Access;
using Kring.Conversations;
using Kring.Demo.Script;
using Kring.Networks;

namespace Kring.Demo.Seeding;

/// <summary>The script with an id for everybody in it.</summary>
internal sealed class DemoStage
{
    internal const string Job = "demo";
    private readonly Dictionary<string, (PersonId Id, DemoPerson Person)> _persons;
    private readonly Dictionary<string, OrganisationId> _organisations;

    internal DemoStage(DemoScript script, DateTimeOffset now)
    {
        (Script, Now) = (script, now);
        _persons = script.Persons.ToDictionary(p => p.Key, p => (PersonId.From(Guid.CreateVersion7(now)), p), StringComparer.Ordinal);
        _organisations = script.Organisations.ToDictionary(o => o.Key, _ => OrganisationId.From(Guid.CreateVersion7(now)), StringComparer.Ordinal);
    }

    internal DemoScript Script { get; }

    internal DateTimeOffset Now { get; }

    /// <summary>The networks and conversations that were made.</summary>
    internal Dictionary<DemoNetwork, NetworkId> Networks { get; } = new(ReferenceEqualityComparer.Instance);

    internal Dictionary<DemoConversation, ConversationId> Conversations { get; } = new(ReferenceEqualityComparer.Instance);

    internal PersonId Id(string person) => _persons[person].Id;

    internal DemoPerson Person(string person) => _persons[person].Person;

    internal OrganisationId Organisation(string organisation) => _organisations[organisation];

    internal OrganisationId? Organisation(DemoMember member) => member.OrganisationKey is { } key ? Organisation(key) : null;

    internal string Name(string person) => FullName(Person(person));

    internal static string FullName(DemoPerson person)
        => string.Join(' ', new[] { person.FirstName, person.LastNamePrefix, person.LastName }.Where(part => part.Length > 0));

    internal static Visit Making(CompartmentRef compartment, LoggedObject made) => new(Actor.ForJob(Job), compartment, FirstStartPurposes.Seed, Operations.Create, made);
}
