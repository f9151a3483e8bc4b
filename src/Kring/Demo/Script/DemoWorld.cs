using Kring.Demo.Script.Roster;
using Kring.Demo.Script.ShowCase;

namespace Kring.Demo.Script;

/// <summary>A whole world to try Kring in: invented people, the same for the same moment and seed.</summary>
internal static class DemoWorld
{
    private static readonly Household[] Households = [.. HomeCare.Households, .. Neighbourhood.Households, .. Represented.Households];

    /// <summary>Who can show a visitor around, and what there is to see for them.</summary>
    internal static IEnumerable<(DemoPerson Person, string Description)> Guides()
    {
        var persons = Population.Of(Households, new DateOnly(2026, 1, 1));
        return Guidebook.Guides.Select(guide => (persons[guide.PersonKey], guide.Description));
    }

    internal static DemoScript Write(DateTimeOffset now, int seed = 7)
    {
        var persons = Population.Of(Households, CivilTime.DateOf(now));
        var writer = new NetworkWriter(new Dice(seed), now, persons);
        return new DemoScript(
            Staff.Organisations,
            [.. persons.Values],
            [AnnieDeVries.Network(now, persons), .. Households.Select((household, index) => writer.Write(household, index + 2))]);
    }
}
