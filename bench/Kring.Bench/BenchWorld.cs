using System.Globalization;
using Kring.Access;
using Kring.Conversations;
using Kring.Conversations.Messages;
using Kring.Conversations.Threads;
using Kring.Law;
using Kring.Networks;
using Kring.Networks.Enrolment;
using Kring.Networks.Participation;
using Kring.Organisations;
using Kring.People;
using Kring.People.Sessions;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Bench;

/// <summary>A conversation of one network, with two people signed in who take part in it.</summary>
internal sealed record Place(NetworkId Network, string Path, string Writer, string Reader);

/// <summary>What there is to measure on.</summary>
/// <param name="Longest">A network whose conversation goes on to ten thousand messages.</param>
/// <param name="Coordinator">The session of who takes part in all of the networks.</param>
internal sealed record BenchPlaces(IReadOnlyList<Place> Places, Place Longest, string Coordinator);

/// <summary>Networks like those of the demo: a client, a daughter and a coordinator, and a conversation with fifty messages. Made through the door, sealed as everything else.</summary>
internal sealed class BenchWorld(IServiceProvider services)
{
    internal const int Networks = 100;
    private const int Messages = 50, Long = 10_000, PerCommit = 1_000;

    /// <summary>The networks, and one more whose conversation goes on to ten thousand messages.</summary>
    internal async Task<BenchPlaces> Make()
    {
        var organisation = await In(Organisation);
        var coordinator = await Person("Marieke Visser");
        await In(async scope =>
        {
            var office = await Stage.Enter(scope, organisation.Office, "staff-member");
            scope.GetRequiredService<OrganisationRows>().AddStaff(office, coordinator, Role.Coordinator, "Marieke Visser", "wijkverpleegkundige", Now(scope));
            return await Commit(scope);
        });
        var places = new List<Place>();
        for (var i = 0; i < Networks; i++)
            places.Add(await Place(organisation, coordinator, i));
        var longest = await Place(organisation, coordinator, Networks);
        for (var number = Messages; number < Long; number += PerCommit)
            await In(scope => Fill(scope, longest, number, Math.Min(PerCommit, Long - number)));
        return new BenchPlaces(places, longest, await SignIn(coordinator));
    }

    private static async Task<bool> Fill(IServiceProvider scope, Place place, int after, int messages)
    {
        var grant = await Stage.Enter(scope, place.Network.Compartment, "message");
        var conversation = await grant.Rows<Conversation>().SingleAsync();
        for (var m = 1; m <= messages; m++)
        {
            var id = scope.GetRequiredService<TimeProvider>().NewId<MessageId>();
            grant.Add(new Message
            {
                Id = id,
                Compartment = grant.Compartment.Id,
                Conversation = conversation.Id,
                Number = after + m,
                Author = conversation.StartedBy,
                ClientId = id.Value,
                At = Now(scope),
                Text = grant.Seal(Message.TextField, id.Value, Text(after + m)),
            });
        }

        await grant.Rows<Conversation>().ExecuteUpdateAsync(set => set.SetProperty(c => c.LastNumber, after + messages));
        return await Commit(scope);
    }

    private async Task<Place> Place(OrganisationId organisation, PersonId coordinator, int i)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Cliënt {i}");
        var (client, daughter) = (await Person(name), await Person($"Dochter van {name}"));
        var network = await In(scope => Network(scope, organisation, coordinator, client, daughter, name));
        var conversation = await In(async scope => (await scope.GetRequiredService<StartConversation>().Run(
            Actor.Arriving(daughter), network, "De komende week", Audience.Everyone, new NewMessage(Guid.CreateVersion7(), Text(0)), default)).Conversation!.Value);
        for (var m = 1; m < Messages; m++)
            await In(scope => scope.GetRequiredService<PostMessage>().Run(Actor.Arriving(m % 2 == 0 ? client : daughter), network, conversation, new NewMessage(Guid.CreateVersion7(), Text(m)), default));
        return new Place(network, $"/netwerken/{network}/berichten/{conversation.Value}", await SignIn(daughter), await SignIn(client));
    }

    internal static string Text(int number) => string.Create(CultureInfo.InvariantCulture,
        $"Bericht {number}: morgen om half tien kom ik langs. Zorg dat de deur open is, dan neem ik de boodschappen en de medicijnen van de apotheek mee. Ze heeft vannacht goed geslapen en vanmorgen ontbeten met haar zus.");

    private static async Task<OrganisationId> Organisation(IServiceProvider scope)
    {
        var (door, time) = (scope.GetRequiredService<Door>(), scope.GetRequiredService<TimeProvider>());
        var id = time.NewId<OrganisationId>();
        await door.FoundByJob(Stage.Making(id.Office, "organisation"), default);
        scope.GetRequiredService<OrganisationsAccess>().Add(
            new Organisation { Id = id, Name = "Thuiszorg De Linde", Kind = "thuiszorg", City = "Zutphen", OfficerMail = "fg@delinde.example", JoinedAt = time.Moment() },
            new CooperationAgreement { Id = time.NewId<AgreementId>(), Organisation = id, Kind = AgreementKind.JointControllers, SignedOn = time.Moment().DutchDay().AddYears(-1), DocumentReference = "SO-1" });
        await Commit(scope);
        return id;
    }

    private Task<PersonId> Person(string name) => In(async scope =>
    {
        var id = scope.GetRequiredService<TimeProvider>().NewId<PersonId>();
        var profile = await scope.GetRequiredService<Door>().FoundByJob(Stage.Making(id.Profile, "profile"), default);
        scope.GetRequiredService<Profiles>().AddPerson(profile, new PersonDetails(name));
        await Commit(scope);
        return id;
    });

    private static async Task<NetworkId> Network(IServiceProvider scope, OrganisationId organisation, PersonId coordinator, PersonId client, PersonId daughter, string name)
    {
        var (rows, now) = (scope.GetRequiredService<NetworkRows>(), Now(scope));
        var id = scope.GetRequiredService<TimeProvider>().NewId<NetworkId>();
        var law = await scope.GetRequiredService<LegalTermsBoard>().Current(default);
        var network = await scope.GetRequiredService<Door>().FoundByJob(Stage.Making(id.Compartment, "network"), default);
        rows.AddNetwork(network, client, name, new DateOnly(1944, 3, 9), organisation, now, law.EndOf(LegalTermKeys.NetworkLock, now));
        rows.AddMembership(network, new Participant(client, Capacity.CareRecipient, name, "zorgontvanger"), now, null);
        rows.AddMembership(network, new Participant(daughter, Capacity.InformalCarer, $"Dochter van {name}", "dochter"), now, null);
        rows.AddMembership(network, new Participant(coordinator, Capacity.Professional, "Marieke Visser", "coördinator", organisation, true), now, null);
        rows.AddBasis(network, organisation, BasisKind.TreatmentAgreement, "BO-1", now.DutchDay(), coordinator);
        await Commit(scope);
        return id;
    }

    private Task<string> SignIn(PersonId person) => In(async scope =>
    {
        var visit = new Visit(Actor.Arriving(person), person.Profile, PeoplePurposes.SignIn, Operations.Create, new LoggedObject("session"));
        var profile = (await scope.GetRequiredService<Door>().Enter(visit, default)).Grant!;
        var secret = await scope.GetRequiredService<StartSession>().Add(profile, "Bench", "127.0.0.1", null, default);
        await Commit(scope);
        return secret;
    });

    private static Task<bool> Commit(IServiceProvider scope) => scope.GetRequiredService<Door>().Commit(default);

    private static DateTimeOffset Now(IServiceProvider scope) => scope.GetRequiredService<TimeProvider>().Moment();

    private Task<T> In<T>(Func<IServiceProvider, Task<T>> work) => Stage.In(services, work);
}
