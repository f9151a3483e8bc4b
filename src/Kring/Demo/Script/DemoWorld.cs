using Kring.Demo.Script.Roster;
using Kring.Demo.Script.ShowCase;

namespace Kring.Demo.Script;

/// <summary>A whole world to try Kring in: invented people, the same for the same moment and seed.</summary>
internal static class DemoWorld
{
    internal static IReadOnlyList<DemoGuide> Guides => Guidebook.Guides;

    internal static DemoScript Write(DateTimeOffset now, int seed = 7)
    {
        Household[] households = [.. HomeCare.Households, .. Neighbourhood.Households, .. Represented.Households];
        var persons = Population.Of(households, CivilTime.DateOf(now));
        var writer = new NetworkWriter(new Dice(seed), now, persons);
        return new DemoScript(
            Staff.Organisations,
            [.. persons.Values],
            [AnnieDeVries.Network(now, persons), .. households.Select((household, index) => writer.Write(household, index + 2))]);
    }
}
