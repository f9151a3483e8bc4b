using Kring.Access;
using Kring.Networks;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Access;

public sealed class DoorTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly World _world = new(app);

    [Fact]
    public async Task A_participant_gets_a_grant_and_a_stranger_does_not()
    {
        var linde = await _world.Organisation();
        var marieke = await _world.Person("Marieke Visser");
        await _world.Works(marieke, linde, Role.Coordinator, "Marieke Visser");
        var annie = await _world.Person("Annie de Vries");
        var stranger = await _world.Person("Een Vreemde");
        var network = await _world.Network(annie, "Annie de Vries", marieke, linde);

        var inside = await Enter(annie, network);
        var coordinator = await Enter(marieke, network);
        var outside = await Enter(stranger, network);

        Assert.Equal(GateRefusal.None, inside);
        Assert.Equal(GateRefusal.None, coordinator);
        Assert.Equal(GateRefusal.NoRelation, outside);
    }

    private Task<GateRefusal> Enter(PersonId person, NetworkId network) => app.In(async services =>
        (await services.GetRequiredService<Door>().Enter(
            new Visit(Actor.Arriving(person), network.Compartment, NetworksPurposes.TakePart, Operations.Read, new LoggedObject("network")), default)).Refusal);
}
