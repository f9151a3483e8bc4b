using Kring.Access;
using Kring.Access.Log;
using Kring.Data;
using Kring.Networks;
using Kring.Networks.Participation;
using Kring.Platform;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Privacy;

/// <summary>Annie with her daughter Joke and her coordinator Marieke of De Linde, in a network.</summary>
internal sealed record Circle(OrganisationId Linde, PersonId Annie, PersonId Joke, PersonId Marieke, NetworkId Network)
{
    internal string Path => $"/netwerken/{Network}/wie-keek";
}

/// <summary>Sets the stage for the privacy pages, and writes in the log as the door does.</summary>
internal sealed class PrivacyStage(KringApp app)
{
    internal World World { get; } = new(app);

    internal async Task<Circle> Circle(string joke = "Joke de Vries")
    {
        var linde = await World.Organisation();
        var marieke = await World.Person("Marieke Visser");
        await World.Works(marieke, linde, Role.Coordinator, "Marieke Visser");
        var annie = await World.Person("Annie de Vries");
        var daughter = await World.Person(joke);
        var network = await World.Network(annie, "Annie de Vries", marieke, linde);
        await World.Joins(network, daughter, joke, Capacity.InformalCarer);
        return new Circle(linde, annie, daughter, marieke, network);
    }

    /// <summary>Enters through the door as somebody would by a page, and saves what passed.</summary>
    internal Task<GateRefusal> Enter(PersonId person, CompartmentRef compartment, Purpose purpose, Operations operation, string type) => app.In(async services =>
    {
        await using var scope = services.CreateAsyncScope();
        var door = scope.ServiceProvider.GetRequiredService<Door>();
        var (_, refusal) = await door.Enter(new Visit(Actor.Arriving(person), compartment, purpose, operation, new LoggedObject(type)), default);
        await door.Commit(default);
        return refusal;
    });

    /// <summary>Somebody's participation ended just now.</summary>
    internal Task Leaves(NetworkId network, PersonId person) => app.In(async services =>
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContextAsync();
        var membership = await db.Set<NetworkMembership>().SingleAsync(m => m.Compartment == network.Compartment.Id && m.Person == person);
        (membership.Until, membership.End) = (services.GetRequiredService<TimeProvider>().Moment(), MembershipEnd.Left);
        return await db.SaveChangesAsync();
    });

    /// <summary>Lines in the log of a compartment at chosen moments, alike in all but time: as if somebody had read then.</summary>
    internal Task Log(CompartmentRef compartment, PersonId person, IEnumerable<DateTimeOffset> moments, string type = "conversation", Operations operation = Operations.Read) => app.In(async services =>
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContextAsync();
        foreach (var piece in moments.Chunk(2_000))
        {
            db.Set<AccessEntry>().AddRange(piece.Select(at => Entry(compartment, person, at, type, operation)));
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }

        return true;
    });

    internal static AccessEntry Entry(CompartmentRef compartment, PersonId? person, DateTimeOffset at, string type = "conversation", Operations operation = Operations.Read) => new()
    {
        Id = Guid.CreateVersion7(at),
        Compartment = compartment.Id,
        Kind = compartment.Kind,
        At = at,
        Operation = operation,
        Outcome = Outcome.Done,
        Person = person,
        Role = Role.InformalCarer,
        Purpose = NetworksPurposes.TakePart.Key,
        ObjectType = type,
        PolicyStamp = 1,
        Authorised = true,
        Related = true,
        Consented = true,
        Emergency = false,
    };
}
