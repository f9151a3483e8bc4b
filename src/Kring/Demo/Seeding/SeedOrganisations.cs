using Kring.Access;
using Kring.Demo.Script;
using Kring.Organisations;
using Kring.Platform;

namespace Kring.Demo.Seeding;

/// <summary>The organisations with their agreements, and who works there. Comes last: that there are organisations says that the demo is complete.</summary>
internal sealed class SeedOrganisations(Door door, OrganisationsAccess organisations, OrganisationRows rows)
{
    internal async Task Run(DemoStage stage, CancellationToken cancel)
    {
        var since = stage.Now.AddYears(-2);
        foreach (var organisation in stage.Script.Organisations)
        {
            var id = stage.Organisation(organisation.Key);
            var office = await door.FoundByJob(DemoStage.Making(id.Office, new LoggedObject("organisation")), cancel);
            organisations.Add(
                new Organisation { Id = id, Name = organisation.Name, Kind = organisation.Kind, City = organisation.City, OfficerMail = $"fg@{organisation.Key}.example", JoinedAt = since },
                new CooperationAgreement
                {
                    Id = AgreementId.From(Guid.CreateVersion7(since)),
                    Organisation = id,
                    Kind = AgreementKind.JointControllers,
                    SignedOn = since.DutchDay(),
                    DocumentReference = $"SO-{since.Year}-{organisation.Key}",
                });
            foreach (var person in stage.Script.Persons.Where(p => p.Job?.OrganisationKey == organisation.Key))
                rows.AddStaff(office, stage.Id(person.Key), DemoWords.RoleOf(person.Job!), DemoStage.FullName(person), person.Job!.JobTitle, since);
        }

        await door.Commit(cancel);
    }
}
