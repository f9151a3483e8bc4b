using Kring.Demo.Script.Roster;
using Kring.Demo.Script.ShowCase;

namespace Kring.Demo.Script;

/// <summary>Everyone in the demo, once, by key.</summary>
internal static class Population
{
    internal static Dictionary<string, DemoPerson> Of(IEnumerable<Household> households, DateOnly today)
    {
        var persons = Staff.Persons.Concat(AnnieDeVries.Persons(today)).ToDictionary(person => person.Key, StringComparer.Ordinal);
        foreach (var household in households)
        {
            var birth = household.BirthDate(today);
            Add(persons, household.Recipient, "familie", birth, household.Account);
            foreach (var (relation, name) in Membership.Relatives(household))
            {
                Add(persons, name, relation is "mentor" or "curator" ? "bewindenmentor" : "familie", null, true);
            }
        }

        return persons;
    }

    private static void Add(Dictionary<string, DemoPerson> persons, string name, string domain, DateOnly? birth, bool mobile)
    {
        var key = Names.KeyOf(name);
        var (first, prefix, last) = Names.Split(name);
        var number = mobile ? $"+316{40_000_000 + (persons.Count * 73_219)}" : null;
        persons.TryAdd(key, new DemoPerson(key, first, prefix, last, $"{key.Replace('-', '.')}@{domain}.example", number, birth, null));
    }
}
