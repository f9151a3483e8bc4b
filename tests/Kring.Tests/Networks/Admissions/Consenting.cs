using Kring.Access;
using Kring.Access.Sealing;
using Kring.Networks;
using Kring.Networks.Admissions;
using Kring.Networks.Invitations;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Platform;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Networks.Admissions;

/// <summary>A locked network with a question in it, and what became of it.</summary>
internal sealed class Consenting(KringApp app)
{
    private static readonly Actor Stage = Actor.ForJob("test-stage");

    internal World World { get; } = new(app);

    internal async Task<LockedNetwork> Network(DateOnly? born = null)
    {
        var linde = await World.Organisation();
        var marieke = await World.Person("Marieke Visser");
        await World.Works(marieke, linde, Role.Coordinator, "Marieke Visser");
        var annie = await World.Person("Annie de Vries", born: born);
        var network = await World.Network(annie, "Annie de Vries", marieke, linde, born, ago: TimeSpan.FromDays(30));
        return new LockedNetwork(network, annie, marieke, linde);
    }

    internal async Task<(PersonId Person, MembershipId Membership)> Representative(NetworkId network, MandateKind kind, MandateScope scope = MandateScope.Care, DateOnly? from = null, DateOnly? until = null)
    {
        var person = await World.Person("Élodie IJsbrand");
        var membership = await World.Joins(network, person, "Élodie IJsbrand", Capacity.Representative, "mentor");
        await World.Represents(network, person, kind, scope, from ?? new DateOnly(2020, 1, 1), until);
        return (person, membership);
    }

    internal Task<AdmissionId> Asks(NetworkId network, PersonId by, string name = "Ineke Bos", string address = "ineke@kring.example", Capacity capacity = Capacity.Professional, OrganisationId? organisation = null, bool history = true)
        => app.In(async services =>
        {
            var (door, time) = (services.GetRequiredService<Door>(), services.GetRequiredService<TimeProvider>());
            var grant = (await door.Enter(new Visit(Stage, network.Compartment, FirstStartPurposes.Seed, Operations.Create, new LoggedObject("admission")), default)).Grant!;
            var id = time.NewId<AdmissionId>();
            grant.Add(new AdmissionRequest
            {
                Id = id,
                Compartment = network.Compartment.Id,
                RequestedBy = by,
                RequestedAt = time.Moment(),
                Capacity = capacity,
                Organisation = organisation,
                Name = grant.Seal(AdmissionRequest.NameField, id.Value, name),
                Function = grant.Seal(AdmissionRequest.FunctionField, id.Value, "fysiotherapeut"),
                Address = grant.Seal(AdmissionRequest.AddressField, id.Value, address),
                AddressIndex = InvitationAddress.Read(address)!.Index(services.GetRequiredService<LookupIndexes>()),
                Reason = grant.Seal(AdmissionRequest.ReasonField, id.Value, "Zij helpt met lopen."),
                AsksHistory = history,
                State = AdmissionState.Waiting,
            });
            Assert.True(await door.Commit(default));
            return id;
        });

    /// <summary>Somebody joined on the strength of the consent, as accepting the invitation does.</summary>
    internal async Task<PersonId> Accepts(NetworkId network, AdmissionId admission, OrganisationId? organisation = null)
    {
        var ineke = await World.Person("Ineke Bos");
        if (organisation is { } work)
            await World.Works(ineke, work, Role.Professional, "Ineke Bos");
        var joined = await World.Joins(network, ineke, "Ineke Bos", organisation is null ? Capacity.InformalCarer : Capacity.Professional, "fysiotherapeut", organisation);
        await Change(network, async grant =>
        {
            var consent = await grant.Rows<Consent>().SingleAsync(c => c.Admission == admission);
            (consent.Person, consent.Membership) = (ineke, joined);
            var invitation = await grant.Rows<Invitation>().SingleAsync(i => i.Admission == admission);
            invitation.AcceptedAt = app.Clock.GetUtcNow();
        });
        return ineke;
    }

    /// <summary>The state alone, as a copy of a database of before it ended what was open: what was asked and sent still stands.</summary>
    internal Task Close(NetworkId network) => Change(network, async grant => (await grant.Rows<CareNetwork>().SingleAsync()).State = CareState.Closed);

    internal Task Change(NetworkId network, Func<Grant, Task> change) => app.In(async services =>
    {
        var door = services.GetRequiredService<Door>();
        await change((await door.Enter(new Visit(Stage, network.Compartment, FirstStartPurposes.Seed, Operations.Create, new LoggedObject("stage")), default)).Grant!);
        return await door.Commit(default);
    });

    /// <summary>The rows of a kind as they stand in a network.</summary>
    internal Task<List<T>> Rows<T>(NetworkId network) where T : class, ICompartmented => app.In(async services =>
    {
        var door = services.GetRequiredService<Door>();
        var grant = (await door.Enter(new Visit(Stage, network.Compartment, FirstStartPurposes.Seed, Operations.Create, new LoggedObject("stage")), default)).Grant!;
        return await grant.Rows<T>().AsNoTracking().ToListAsync();
    });

    internal Task<GateRefusal> Enter(PersonId person, NetworkId network) => app.In(async services =>
        (await services.GetRequiredService<Door>().Enter(
            new Visit(Actor.Arriving(person), network.Compartment, NetworksPurposes.TakePart, Operations.Read, new LoggedObject("network")), default)).Refusal);
}

internal sealed record LockedNetwork(NetworkId Id, PersonId Annie, PersonId Marieke, OrganisationId Linde)
{
    internal string Path(string page) => $"/netwerken/{Id}/{page}";
}
