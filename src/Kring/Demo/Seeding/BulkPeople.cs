using Kring.Access;
using Kring.Access.Sealing;
using Kring.Organisations;
using Kring.People;
using Kring.Platform;

namespace Kring.Demo.Seeding;

internal sealed class BulkPeople(Door door, Profiles profiles, LookupIndexes indexes, OrganisationsAccess organisations, OrganisationRows rows)
{
    internal async Task Run(BulkCrowd crowd, IReadOnlyList<BulkPerson> batch, CancellationToken cancel)
    {
        foreach (var person in batch)
        {
            var profile = await door.FoundByJob(DemoStage.Making(person.Id.Profile, new LoggedObject("profile")), cancel);
            profiles.AddPerson(profile, new PersonDetails(person.Name, person.Mail));
            if (crowd.PasswordHash is null)
                crowd.PasswordHash = profiles.AddAccount(profile, person.Mail, crowd.Password).PasswordHash;
            else
                profile.Add(new Account { Person = person.Id, Compartment = profile.Compartment.Id, MailIndex = indexes.OfMail(person.Mail), PasswordHash = crowd.PasswordHash, PasswordSetAt = crowd.Now, MadeAt = crowd.Now });
        }

        await door.Commit(cancel);
    }

    /// <summary>The one organisation of this run, and who works there.</summary>
    internal async Task Employ(BulkCrowd crowd, CancellationToken cancel)
    {
        var since = crowd.Now.AddYears(-1);
        var office = await door.FoundByJob(DemoStage.Making(crowd.Organisation.Office, new LoggedObject("organisation")), cancel);
        organisations.Add(
            new Organisation { Id = crowd.Organisation, Name = $"Belastingproef {crowd.Run}", Kind = "thuiszorg", City = "Amersfoort", OfficerMail = $"fg@{crowd.Run}.example", JoinedAt = since },
            new CooperationAgreement { Id = AgreementId.From(Guid.CreateVersion7(since)), Organisation = crowd.Organisation, Kind = AgreementKind.JointControllers, SignedOn = since.DutchDay(), DocumentReference = crowd.Run });
        foreach (var person in crowd.Staff)
            rows.AddStaff(office, person.Id, Role.Coordinator, person.Name, "coördinator", since);
        await door.Commit(cancel);
    }
}
