using Kring.Access;
using Kring.Law;
using Kring.Networks;
using Kring.Networks.Enrolment;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Organisations;
using Kring.People;
using Kring.People.Accounts;
using Kring.People.Sessions;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Support;

/// <summary>Sets the stage for a test in words: an organisation, people with work, a network of theirs. Everything goes through the door, as the program's own first start does.</summary>
internal sealed class World(KringApp app)
{
    internal const string Password = "een heel lang wachtwoord";
    private static readonly Actor Stage = Actor.ForJob("test-stage");

    internal Task<OrganisationId> Organisation(string name = "Thuiszorg De Linde", bool agreement = true) => app.In(async services =>
    {
        var (door, time) = (services.GetRequiredService<Door>(), services.GetRequiredService<TimeProvider>());
        var id = time.NewId<OrganisationId>();
        var now = time.Moment();
        await door.FoundByJob(new Visit(Stage, id.Office, FirstStartPurposes.Seed, Operations.Create, new LoggedObject("organisation")), default);
        services.GetRequiredService<OrganisationsAccess>().Add(
            new Organisation { Id = id, Name = name, Kind = "thuiszorg", City = "Zutphen", OfficerMail = "fg@delinde.example", JoinedAt = now },
            new CooperationAgreement { Id = time.NewId<AgreementId>(), Organisation = id, Kind = AgreementKind.JointControllers, SignedOn = now.DutchDay().AddYears(-1), ValidUntil = agreement ? null : now.DutchDay().AddDays(-1), DocumentReference = "SO-2025-001" });
        Assert.True(await door.Commit(default));
        return id;
    });

    internal Task<PersonId> Person(string name, string? mail = null, DateOnly? born = null, bool account = true) => app.In(async services =>
    {
        var door = services.GetRequiredService<Door>();
        var id = services.GetRequiredService<TimeProvider>().NewId<PersonId>();
        var profile = await door.FoundByJob(new Visit(Stage, id.Profile, FirstStartPurposes.Seed, Operations.Create, new LoggedObject("profile")), default);
        var profiles = services.GetRequiredService<Profiles>();
        mail ??= $"{id.Value:N}@kring.example";
        profiles.AddPerson(profile, new PersonDetails(name, mail, null, born));
        if (account)
            profiles.AddAccount(profile, mail, Password);
        Assert.True(await door.Commit(default));
        return id;
    });

    /// <summary>Gives an account a link to choose a password, as if that was never done.</summary>
    /// <returns>The secret in the link.</returns>
    internal Task<string> InvitedTo(PersonId person) => app.In(async services =>
    {
        var door = services.GetRequiredService<Door>();
        var profile = (await door.Enter(new Visit(Stage, person.Profile, FirstStartPurposes.Seed, Operations.Create, new LoggedObject("password")), default)).Grant!;
        var link = await services.GetRequiredService<FirstPasswords>().Renew(await profile.Rows<Account>().SingleAsync(), default);
        Assert.True(await door.Commit(default));
        return link.Split('/')[^1];
    });

    internal Task Works(PersonId person, OrganisationId organisation, Role role, string name, string jobTitle = "verpleegkundige") => app.In(async services =>
    {
        var door = services.GetRequiredService<Door>();
        var office = (await door.Enter(new Visit(Stage, organisation.Office, FirstStartPurposes.Seed, Operations.Create, new LoggedObject("staff-member")), default)).Grant!;
        services.GetRequiredService<OrganisationRows>().AddStaff(office, person, role, name, jobTitle, services.GetRequiredService<TimeProvider>().Moment());
        return await door.Commit(default);
    });

    /// <summary>Somebody's work ends now.</summary>
    internal Task Leaves(PersonId person, OrganisationId organisation) => app.In(async services =>
    {
        var door = services.GetRequiredService<Door>();
        var office = (await door.Enter(new Visit(Stage, organisation.Office, FirstStartPurposes.Seed, Operations.Create, new LoggedObject("staff-member")), default)).Grant!;
        (await office.Rows<StaffMember>().SingleAsync(s => s.Person == person && s.Until == null)).Until = services.GetRequiredService<TimeProvider>().Moment();
        return await door.Commit(default);
    });

    /// <summary>A network enrolled now (or earlier), with its coordinator and care recipient in it and the organisation's basis recorded.</summary>
    internal Task<NetworkId> Network(PersonId recipient, string name, PersonId coordinator, OrganisationId lead, DateOnly? born = null, TimeSpan? ago = null) => app.In(async services =>
    {
        var (door, time, rows) = (services.GetRequiredService<Door>(), services.GetRequiredService<TimeProvider>(), services.GetRequiredService<NetworkRows>());
        var id = time.NewId<NetworkId>();
        var enrolled = time.Moment() - (ago ?? TimeSpan.Zero);
        var law = await services.GetRequiredService<LegalTermsBoard>().Current(default);
        var network = await door.FoundByJob(new Visit(Stage, id.Compartment, FirstStartPurposes.Seed, Operations.Create, new LoggedObject("network")), default);
        rows.AddNetwork(network, recipient, name, born ?? new DateOnly(1944, 3, 9), lead, enrolled, law.EndOf(LegalTermKeys.NetworkLock, enrolled));
        rows.AddMembership(network, new Participant(recipient, Capacity.CareRecipient, name, "zorgontvanger"), enrolled, null);
        rows.AddMembership(network, new Participant(coordinator, Capacity.Professional, "Marieke Visser", "coördinator", lead, true), enrolled, null);
        rows.AddBasis(network, lead, BasisKind.TreatmentAgreement, "BO-1", enrolled.DutchDay(), coordinator);
        Assert.True(await door.Commit(default));
        return id;
    });

    internal Task<MembershipId> Joins(NetworkId network, PersonId person, string name, Capacity capacity, string function = "dochter", OrganisationId? organisation = null, DateTimeOffset? historyFrom = null) => app.In(async services =>
    {
        var (door, rows) = (services.GetRequiredService<Door>(), services.GetRequiredService<NetworkRows>());
        var grant = (await door.Enter(new Visit(Stage, network.Compartment, FirstStartPurposes.Seed, Operations.Create, new LoggedObject("participant")), default)).Grant!;
        var membership = rows.AddMembership(grant, new Participant(person, capacity, name, function, organisation), services.GetRequiredService<TimeProvider>().Moment(), historyFrom);
        Assert.True(await door.Commit(default));
        return membership.Id;
    });

    internal Task Represents(NetworkId network, PersonId person, MandateKind kind, MandateScope scope, DateOnly from, DateOnly? until = null) => app.In(async services =>
    {
        var (door, time) = (services.GetRequiredService<Door>(), services.GetRequiredService<TimeProvider>());
        var grant = (await door.Enter(new Visit(Stage, network.Compartment, FirstStartPurposes.Seed, Operations.Create, new LoggedObject("mandate")), default)).Grant!;
        var id = time.NewId<MandateId>();
        grant.Add(new Mandate { Id = id, Compartment = network.Compartment.Id, Person = person, Kind = kind, Scope = scope, From = from, Until = until, EvidenceReference = grant.Seal(Mandate.EvidenceField, id.Value, "beschikking 2026/1"), RecordedBy = person, RecordedAt = time.Moment() });
        return await door.Commit(default);
    });

    /// <summary>A browser in which somebody is signed in, without walking through signing in.</summary>
    internal async Task<HttpBrowser> SignedIn(PersonId person)
    {
        var secret = await app.In(async services =>
        {
            var door = services.GetRequiredService<Door>();
            var profile = (await door.Enter(new Visit(Actor.Arriving(person), person.Profile, PeoplePurposes.SignIn, Operations.Create, new LoggedObject("session")), default)).Grant!;
            var made = await services.GetRequiredService<StartSession>().Add(profile, "Test", "127.0.0.1", null, default);
            Assert.True(await door.Commit(default));
            return made;
        });
        var browser = app.NewBrowser();
        browser.SetCookie("kring", secret);
        return browser;
    }
}
