using Kring.Access;
using Kring.Networks;
using Kring.Tests.Support;

namespace Kring.Tests.Networks;

/// <summary>De Linde with its coordinator Marieke, and a network of Annie de Vries.</summary>
internal sealed record Stage(World World, OrganisationId Linde, PersonId Marieke, PersonId Annie, NetworkId Network)
{
    internal string Path(string page) => $"/netwerken/{Network}/{page}";

    internal static async Task<Stage> Set(KringApp app, TimeSpan? ago = null, string name = "Annie de Vries")
    {
        var world = new World(app);
        var linde = await world.Organisation();
        var marieke = await world.Person("Marieke Visser");
        await world.Works(marieke, linde, Role.Coordinator, "Marieke Visser", "wijkverpleegkundige");
        var annie = await world.Person(name);
        return new Stage(world, linde, marieke, annie, await world.Network(annie, name, marieke, linde, ago: ago));
    }

    /// <summary>An invitation as the form asks for it.</summary>
    internal static (string, string)[] Wish(string name, string address, string step = "verstuur", string? reason = null) =>
        [("naam", name), ("adres", address), ("hoedanigheid", "naaste"), ("relatie", "dochter"), ("oud", "nee"), ("waarom", reason ?? ""), ("stap", step)];
}
